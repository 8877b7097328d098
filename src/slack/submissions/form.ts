import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt'
import type { Submission } from '../../intake/submit-form.ts'
import type { Draft } from '../../lead/draft.ts'
import { draftId, userId } from '../../lead/ids.ts'
import { noteFailure } from '../failure.ts'
import { followMatch } from '../follow-match.ts'
import { matchViewOf } from '../match-view-of.ts'
import type { Desk } from '../parts.ts'
import { firstNameOf } from '../person.ts'
import { updateForm } from '../update-form.ts'
import { accountIn, fieldOf } from '../views/form/field-ids.ts'
import { toFormErrors } from '../views/form/form-errors.ts'
import { fieldsFromMessage, readAccount, readForm } from '../views/form/read-form.ts'
import { resultView } from '../views/result.ts'
import { putOnTop } from '../views/stack.ts'

export type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** The form was submitted: wrong fields are named all at once, else the match view comes at once and is filled while it is looked at. */
export function formSubmitted(desk: Desk) {
  return async ({ ack, view, body }: SubmitArgs): Promise<void> => {
    const blockIds = Object.keys(view.state.values)
    let submission: Submission
    try {
      const draft = await findOrRebuild(view, body.user.id, desk)
      if (isBetweenAccounts(view, draft)) {
        await ack({ response_action: 'errors', errors: toFormErrors([STILL_LOADING], inputsOf(view)) })
        return
      }
      const fromMessage = fieldsFromMessage(view, draft)
      submission = await desk.intake.submit(
        { ...draft, fromMessage },
        readForm(view, draft),
        firstNameOf(body.user),
      )
    } catch (error) {
      const errorReference = noteFailure(error, { view: view.callback_id }, desk)
      const text = `Not saved: something went wrong on our side. Your entries are still here. Please try again. (${errorReference})`
      await ack({ response_action: 'errors', errors: { [blockIds[0] ?? '']: text } })
      return
    }
    switch (submission.kind) {
      case 'wrong':
        await ack({ response_action: 'errors', errors: toFormErrors(submission.problems, inputsOf(view)) })
        return
      case 'already': {
        const { lead } = submission
        const notice = `This form was sent before: it was taken as ${lead.reference}.`
        await ack({
          response_action: 'update',
          view: resultView(lead, { settings: desk.settings, now: desk.now() }, notice),
        })
        return
      }
      case 'matching': {
        const { draft, search } = submission
        // As it was kept: a search that has ended since is still to be shown.
        const isSearching = draft.match?.searching === true
        const answer = putOnTop(view, matchViewOf(draft, desk, { isSearching }))
        await ack(answer)
        await Promise.all([
          answer.response_action === 'push' && showAsRead(view, draft, desk),
          isSearching && followMatch(draft, search, desk),
        ])
      }
    }
  }
}

/** Where the submit read a pasted text, the form below says so: whoever goes back must not send it twice, nor correct the wrong one. */
async function showAsRead(view: ViewOutput, draft: Draft, desk: Desk): Promise<void> {
  const shows = view.blocks.some(({ block_id: id }) => id && fieldOf(id) === 'pasted')
  if (!shows || draft.editions?.pasted === undefined) return
  try {
    await updateForm(draft, view, desk)
  } catch (error) {
    desk.log.warn({ err: error, draftId: draft.id }, 'form not updated')
  }
}

const STILL_LOADING = {
  field: 'operation',
  text: "This account's operations are still being read. Please wait a moment and choose one.",
} as const

function inputsOf(view: ViewOutput): string[] {
  return Object.keys(view.state.values)
}

/** A draft that was never kept (the store was down when the form opened) is made again out of what the form says. */
async function findOrRebuild(view: ViewOutput, user: string, desk: Desk): Promise<Draft> {
  const found = view.private_metadata && (await desk.intake.findDraft(draftId(view.private_metadata)))
  if (found) return found
  const account = readAccount(view)
  const fresh = await desk.intake.begin({
    taker: userId(user),
    wayIn: 'command',
    ...(account && { account }),
  })
  const rebuilt = view.private_metadata ? { ...fresh, id: draftId(view.private_metadata) } : fresh
  await desk.intake.keep(rebuilt)
  return rebuilt
}

// The choice of another account is followed by an update with that account's operations; until it has come, the old ones stand there.
function isBetweenAccounts(view: ViewOutput, draft: Draft): boolean {
  const shown = accountIn(Object.keys(view.state.values))
  const chosen = readAccount(view) ?? draft.account
  return shown !== undefined && (shown !== chosen || shown !== draft.account)
}
