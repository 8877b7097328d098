import type { App } from '@slack/bolt'
import {
  chosenValue,
  contactTyped,
  fieldTouched,
  formChanged,
  formReloaded,
  pastedFilledIn,
  toAccountChange,
  toMoreFields,
  toPicked,
} from './actions/form.ts'
import {
  anotherSitePressed,
  decidedAtOnce,
  fixPressed,
  foundPressed,
  type LeadDesk,
  matchPressed,
} from './actions/lead.ts'
import {
  allShown,
  clientTicked,
  confirmedByButton,
  notesAdded,
  triedAgain,
  triedAnother,
} from './actions/match.ts'
import { newLeadForPressed } from './commands/find.ts'
import { leadCommand } from './commands/lead.ts'
import { draftContinued, draftDiscarded, homeOpened, newLeadPressed } from './home/home-events.ts'
import { ACTIONS, COMMAND, SHORTCUTS, VIEWS } from './ids.ts'
import { messageHappened } from './intake-channel/message-events.ts'
import { leadBegun, messageDismissed, shownDismissed } from './intake-channel/presses.ts'
import { createLeadShortcut } from './shortcuts/create-lead.ts'
import { newLeadShortcut } from './shortcuts/new-lead.ts'
import { formSubmitted } from './submissions/form.ts'
import { formClosed } from './submissions/form-closed.ts'
import { foundSubmitted } from './submissions/found.ts'
import { matchSubmitted } from './submissions/match.ts'
import { resultSubmitted } from './submissions/result.ts'
import { searchAgainSubmitted } from './submissions/search-again.ts'
import { SILENT_FIELDS } from './views/form/field-ids.ts'

/** Everything that can come in from Slack, and who answers it. */
export function registerListeners(app: App, desk: LeadDesk): void {
  app.command(COMMAND, leadCommand(desk))
  app.shortcut({ type: 'shortcut', callback_id: SHORTCUTS.newLead }, newLeadShortcut(desk))
  app.shortcut({ type: 'message_action', callback_id: SHORTCUTS.createLead }, createLeadShortcut(desk))
  app.event('app_home_opened', homeOpened(desk))
  app.event('message', messageHappened(desk))

  app.view(VIEWS.form, formSubmitted(desk))
  app.view({ type: 'view_closed', callback_id: VIEWS.form }, formClosed(desk))
  app.view(VIEWS.match, matchSubmitted(desk))
  app.view(VIEWS.searchAgain, searchAgainSubmitted(desk))
  app.view(VIEWS.searchAgainHere, searchAgainSubmitted(desk))
  app.view(VIEWS.result, resultSubmitted(desk))
  app.view(VIEWS.found, foundSubmitted(desk))

  const byButton = buttonListeners(desk)
  // One for all of them: Bolt asks each listener it has about everything that comes in, before and after the acknowledgement.
  app.action({ type: 'block_actions', action_id: /^/u }, async (args) => {
    const id = args.action.action_id
    const listener = byButton.get(id.split('.')[0] ?? id)
    if (listener) return listener(args)
    await args.ack()
    desk.log.warn({ action: id, value: chosenValue(args).length }, 'unknown action')
  })
}

type ButtonListener = ReturnType<typeof fieldTouched>

/** Who answers a button or input, by its name. Behind the name may stand what it is about: `operation.main`, `pick.phone.0`. */
function buttonListeners(desk: LeadDesk): ReadonlyMap<string, ButtonListener> {
  const touched = fieldTouched(desk)
  const chosen = formChanged(desk, () => ({ kind: 'chosen' }))
  return new Map<string, ButtonListener>([
    [ACTIONS.newLead, newLeadPressed(desk)],
    [ACTIONS.continueDraft, draftContinued(desk)],
    [ACTIONS.discardDraft, draftDiscarded(desk)],

    [ACTIONS.createFromMessage, leadBegun(desk)],
    [ACTIONS.notALead, messageDismissed(desk)],
    [ACTIONS.noneIsALead, shownDismissed(desk)],

    [ACTIONS.fillIn, pastedFilledIn(desk)],
    [ACTIONS.moreFields, formChanged(desk, toMoreFields)],
    [ACTIONS.account, formChanged(desk, toAccountChange)],
    [ACTIONS.operation, chosen],
    [ACTIONS.followUp, chosen],
    [ACTIONS.when, chosen],
    [ACTIONS.date, chosen],
    [ACTIONS.time, chosen],
    [ACTIONS.phone, contactTyped(desk)],
    [ACTIONS.email, contactTyped(desk)],
    [ACTIONS.pick, formChanged(desk, toPicked)],
    [ACTIONS.touched, touched],
    ...SILENT_FIELDS.map((field) => [field, touched] as const),
    [ACTIONS.useClient, formChanged(desk, () => ({ kind: 'use-client' }))],
    [ACTIONS.notClient, formChanged(desk, () => ({ kind: 'not-client' }))],
    [ACTIONS.reload, formReloaded(desk)],

    [ACTIONS.showAll, allShown(desk)],
    [ACTIONS.tryAgain, triedAgain(desk)],
    [ACTIONS.tryAnother, triedAnother(desk)],
    [ACTIONS.saveForLater, confirmedByButton(desk, { kind: 'undecided' })],
    [ACTIONS.createAnyway, confirmedByButton(desk, { kind: 'new' })],
    [ACTIONS.anotherSite, anotherSitePressed(desk)],

    [ACTIONS.lookAgain, decidedAtOnce(desk, 'look-again')],
    [ACTIONS.sendAgain, decidedAtOnce(desk, 'send-again')],
    [ACTIONS.discard, decidedAtOnce(desk, 'discard')],
    [ACTIONS.found, foundPressed(desk)],
    [ACTIONS.fix, fixPressed(desk)],
    [ACTIONS.match, matchPressed(desk)],

    [ACTIONS.openLink, ({ ack }) => ack()],
    [ACTIONS.choice, clientTicked(desk)],
    [ACTIONS.addNotes, notesAdded(desk)],
    [ACTIONS.newLeadFor, newLeadForPressed(desk)],
  ])
}
