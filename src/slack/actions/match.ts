import type { ViewOutput } from '@slack/bolt'
import type { Choice } from '../../intake/confirm-lead.ts'
import type { Draft } from '../../lead/draft.ts'
import { draftId, userId } from '../../lead/ids.ts'
import { confirmAndShow } from '../confirm.ts'
import { noteFailure } from '../failure.ts'
import { followMatch } from '../follow-match.ts'
import { matchViewOf } from '../match-view-of.ts'
import type { Desk } from '../parts.ts'
import { tellPerson } from '../tell-person.ts'
import { searchAgainView } from '../views/search-again.ts'
import { hasRoomAbove } from '../views/stack.ts'
import { type ActionArgs, chosenValue } from './form.ts'

/** *Show all that is sent* and back. */
export function allShown(desk: Desk) {
  return onMatch(desk, async ({ draft, view, args }) => {
    const search = desk.intake.search(draft)
    const isSearching = search !== undefined && !search.isEnded
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
    await desk.views.update({ view_id: view.id }, matchViewOf(again.draft, desk, { isSearching: true }))
    await followMatch(again.draft, again.search, desk)
  })
}

/** *Try another number or email*. */
export function triedAnother(desk: Desk) {
  return onMatch(desk, async ({ draft, view, args }) => {
    if (hasRoomAbove(view)) await desk.views.push(args.body.trigger_id, searchAgainView(draft, true))
    else await desk.views.update({ view_id: view.id }, searchAgainView(draft, false))
  })
}

/** *Save: decide later* and *Create as new anyway*: a button can't close the view, so the result takes its place. */
export function confirmedByButton(desk: Desk, choice: Choice) {
  return onMatch(desk, async ({ draft, view, args }) => {
    const result = await confirmAndShow(draft, choice, userId(args.body.user.id), desk)
    await desk.views.update({ view_id: view.id }, result)
  })
}

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
    } catch (error) {
      const errorReference = noteFailure(error, { action: args.action.action_id }, desk)
      await tellPerson(user.id, `That did not work. Please press the button again. (${errorReference})`, desk)
    }
  }
}
