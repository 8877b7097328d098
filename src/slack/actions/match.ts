import type { ViewOutput } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { NotesAdded } from '../../intake/add-notes.ts'
import type { Choice } from '../../intake/client-choice.ts'
import type { Draft } from '../../lead/draft.ts'
import { draftId, leadId, userId } from '../../lead/ids.ts'
import { confirmAndShow } from '../confirm.ts'
import { noteFailure } from '../failure.ts'
import { followMatch } from '../follow-match.ts'
import { matchViewOf } from '../match-view-of.ts'
import { customersLead } from '../messages/customer-name.ts'
import { formatLocalStart } from '../messages/local-time.ts'
import type { Desk } from '../parts.ts'
import { tellPerson } from '../tell-person.ts'
import { choiceBlockId } from '../views/match.ts'
import { FORGOTTEN } from '../views/notice.ts'
import { decidedView } from '../views/result.ts'
import { searchAgainView } from '../views/search-again.ts'
import { hasRoomAbove } from '../views/stack.ts'
import { type ActionArgs, chosenValue } from './form.ts'

/** *Show all that is sent* and back. */
export function allShown(desk: Desk) {
  return onMatch(desk, async ({ draft, view, args }) => {
    const isSearching = draft.match?.searching === true
    const showsAll = chosenValue(args) === 'all'
    await desk.views.update(
      { view_id: view.id },
      matchViewOf(draft, desk, { isSearching, showsAll }),
      view.hash,
    )
  })
}

/** *Try again* after a failed search. */
export function triedAgain(desk: Desk) {
  return onMatch(desk, async ({ draft, view }) => {
    const again = await desk.intake.searchAgain(draft.id)
    if (!again) return
    await desk.views.updateAwaited(
      { view_id: view.id },
      matchViewOf(again.draft, desk, { isSearching: true }),
    )
    await followMatch(again.draft, again.search, desk)
  })
}

/** *Try another number or email*. */
export function triedAnother(desk: Desk) {
  return onMatch(desk, async ({ draft, view, args }) => {
    if (hasRoomAbove(view)) await desk.views.push(args.body.trigger_id, searchAgainView(draft, true))
    else await desk.views.updateAwaited({ view_id: view.id }, searchAgainView(draft, false))
  })
}

/** *Save: decide later* and *Create as new anyway*: a button can't close the view, so the result takes its place. */
export function confirmedByButton(desk: Desk, choice: Choice) {
  return onMatch(desk, async ({ draft, view, args }) => {
    const result = await confirmAndShow(draft, choice, userId(args.body.user.id), desk)
    await desk.views.updateAwaited({ view_id: view.id }, result)
  })
}

/** A client was ticked: what its record lacks is shown. */
export function clientTicked(desk: Desk) {
  return onMatch(desk, async ({ draft, view, args }) => {
    const { action } = args
    const ticked = action.type === 'radio_buttons' ? action.selected_option?.value : undefined
    // An answer to an older search says nothing about this one.
    if (ticked === undefined || action.block_id !== choiceBlockId(draft)) return
    const kept = await desk.intake.tick(draft, ticked)
    if (!kept) return
    const showsAll = view.blocks.some(({ block_id }) => block_id === 'all')
    await desk.views.update(
      { view_id: view.id },
      matchViewOf(kept, desk, { isSearching: false, showsAll }),
      view.hash,
    )
  })
}

/** *Add my notes to it*: instead of a second lead, a lead of ours that is not sent yet takes what this form says. */
export function notesAdded(desk: Desk) {
  return onMatch(desk, async ({ draft, view, args }) => {
    const by = userId(args.body.user.id)
    const added = await desk.intake.addNotes({ draftId: draft.id, leadId: leadId(chosenValue(args)) })
    await desk.views.updateAwaited({ view_id: view.id }, toAddedView(added, desk))
    if (added.kind === 'added' && added.lead.taker !== by) {
      const { taker, reference } = added.lead
      await tellPerson(
        taker,
        `<@${by}> added notes to ${customersLead(added.lead, 'inside')} (${reference}).`,
        desk,
      )
    }
  })
}

function toAddedView(added: NotesAdded, desk: Desk): ModalView {
  const ctx = { settings: desk.settings, now: desk.now() }
  switch (added.kind) {
    case 'added':
      return decidedView(added.lead, ctx, whatWasAdded(added))
    case 'already':
      return decidedView(added.lead, ctx, `Already taken as ${added.lead.reference}.`)
    case 'too-late':
    case 'no-room':
      return matchViewOf(added.draft, desk, { isSearching: false, notice: NOT_ADDED[added.kind] })
    case 'unknown-draft':
      return FORGOTTEN
  }
}

function whatWasAdded({ lead, followUp }: Extract<NotesAdded, { kind: 'added' }>): string {
  if (!followUp) return `Your notes were added to ${lead.reference}.`
  const { name, start, allDay } = followUp.task
  const task = `${name}, ${formatLocalStart(start, allDay)}`
  return followUp.isTaken
    ? `Your notes were added to ${lead.reference}, and your follow-up (${task}).`
    : `Your notes were added to ${lead.reference}. It keeps its own follow-up: yours (${task}) was NOT added. Please enter it in SingleOps.`
}

const NOT_ADDED = {
  'too-late': 'NOT added: that lead is on its way to SingleOps by now. You can make a lead of its own.',
  'no-room':
    'NOT added: both notes together are longer than SingleOps takes. You can make a lead of its own.',
} as const

type Deed = (open: {
  readonly draft: Draft
  readonly view: ViewOutput
  readonly args: ActionArgs
}) => Promise<void>

function onMatch(desk: Desk, deed: Deed) {
  return async (args: ActionArgs): Promise<void> => {
    await args.ack()
    const { view, user } = args.body
    if (!view) return
    try {
      const draft = await desk.intake.findDraft(draftId(view.private_metadata))
      if (draft?.prepared) await deed({ draft, view, args })
      else await desk.views.updateAwaited({ view_id: view.id }, FORGOTTEN)
    } catch (error) {
      const errorReference = noteFailure(error, { action: args.action.action_id }, desk)
      await tellPerson(user.id, `That did not work. Please press the button again. (${errorReference})`, desk)
    }
  }
}
