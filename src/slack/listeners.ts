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

  const chosen = formChanged(desk, () => ({ kind: 'chosen' }))
  const actions = [
    on(ACTIONS.newLead, newLeadPressed(desk)),
    on(ACTIONS.continueDraft, draftContinued(desk)),
    on(ACTIONS.discardDraft, draftDiscarded(desk)),

    on(ACTIONS.createFromMessage, leadBegun(desk)),
    on(ACTIONS.notALead, messageDismissed(desk)),
    on(ACTIONS.noneIsALead, shownDismissed(desk)),

    on(ACTIONS.fillIn, pastedFilledIn(desk)),
    on(ACTIONS.moreFields, formChanged(desk, toMoreFields)),
    on(ACTIONS.account, formChanged(desk, toAccountChange)),
    on(ACTIONS.operation, chosen),
    on(ACTIONS.followUp, chosen),
    on(ACTIONS.when, chosen),
    on(ACTIONS.date, chosen),
    on(ACTIONS.time, chosen),
    on(ACTIONS.phone, contactTyped(desk)),
    on(ACTIONS.email, contactTyped(desk)),
    on(ACTIONS.pick, formChanged(desk, toPicked)),
    on(ACTIONS.touched, fieldTouched(desk)),
    ...SILENT_FIELDS.map((field) => on(field, fieldTouched(desk))),
    on(
      ACTIONS.useClient,
      formChanged(desk, () => ({ kind: 'use-client' })),
    ),
    on(
      ACTIONS.notClient,
      formChanged(desk, () => ({ kind: 'not-client' })),
    ),
    on(ACTIONS.reload, formReloaded(desk)),

    on(ACTIONS.showAll, allShown(desk)),
    on(ACTIONS.tryAgain, triedAgain(desk)),
    on(ACTIONS.tryAnother, triedAnother(desk)),
    on(ACTIONS.saveForLater, confirmedByButton(desk, { kind: 'undecided' })),
    on(ACTIONS.createAnyway, confirmedByButton(desk, { kind: 'new' })),
    on(ACTIONS.anotherSite, anotherSitePressed(desk)),

    on(ACTIONS.lookAgain, decidedAtOnce(desk, 'look-again')),
    on(ACTIONS.sendAgain, decidedAtOnce(desk, 'send-again')),
    on(ACTIONS.discard, decidedAtOnce(desk, 'discard')),
    on(ACTIONS.found, foundPressed(desk)),
    on(ACTIONS.fix, fixPressed(desk)),
    on(ACTIONS.match, matchPressed(desk)),

    on(ACTIONS.openLink, ({ ack }) => ack()),
    on(ACTIONS.choice, clientTicked(desk)),
    on(ACTIONS.addNotes, notesAdded(desk)),
    on(ACTIONS.newLeadFor, newLeadForPressed(desk)),
  ]
  for (const { pattern, listener } of actions)
    app.action({ type: 'block_actions', action_id: pattern }, listener)

  app.action({ type: 'block_actions', action_id: /^/u }, async (args) => {
    const id = args.action.action_id
    if (actions.some(({ pattern }) => pattern.test(id))) return
    await args.ack()
    desk.log.warn({ action: id, value: chosenValue(args).length }, 'unknown action')
  })
}

type ActionListener = ReturnType<typeof fieldTouched>

/** Behind the name may stand what it is about: `operation.main`, `pick.phone.0`. */
function on(action: string, listener: ActionListener): { pattern: RegExp; listener: ActionListener } {
  return { pattern: new RegExp(`^${action}(\\.|$)`, 'u'), listener }
}
