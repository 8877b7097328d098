import type { ModalView } from '@slack/types'
import type { FormRequest } from '../intake/begin-form.ts'
import type { Draft } from '../lead/draft.ts'
import { SlackCallError } from './api-error.ts'
import { noteFailure } from './failure.ts'
import { followContact } from './follow-contact.ts'
import { formViewOf, updatedFormOf } from './form-view-of.ts'
import type { Desk } from './parts.ts'
import type { ViewOutcome, ViewTarget } from './view-calls.ts'
import { loadingView, noticeView } from './views/notice.ts'

/** How a form gets in front of a person: with a trigger, or in the place of a view that is there. */
export type Opening =
  | { readonly kind: 'trigger'; readonly triggerId: string }
  | { readonly kind: 'replace'; readonly target: ViewTarget }

// SingleOps may be slow; nobody waits longer than this in front of "loading".
const LOAD_WITHIN_MS = 20_000

/** Opens the form for a new draft. */
export async function openForm(request: FormRequest, opening: Opening, desk: Desk): Promise<void> {
  await showForm(await desk.intake.begin(request), opening, desk, desk.intake.keep)
}

/**
 * Shows a draft's form, or "loading" until its choices are there. Rejects when Slack did not open it. The draft is kept beside the call, so
 * that nothing stands between the click and the form, with what an update puts in.
 */
export async function showForm(
  draft: Draft,
  opening: Opening,
  desk: Desk,
  keep: (draft: Draft) => Promise<void>,
): Promise<void> {
  const form = opening.kind === 'replace' ? updatedFormOf(draft, desk) : openedFormOf(draft, desk)
  if (!form) return showLoading(draft, opening, desk, keep(draft))
  const kept = keep({ ...draft, prefilledByUpdate: form.prefilled })
  const putting = putView({ ...form.view, ...ownId(draft, opening) }, opening, desk)
  const [outcome] = await Promise.all([putting, kept])
  followContact(draft, outcome, desk)
}

/** Reads the choices and puts the form in the place of the loading view. */
export async function fillLoading(draft: Draft, target: ViewTarget, desk: Desk): Promise<void> {
  try {
    const filled = await desk.intake.load(draft, AbortSignal.timeout(LOAD_WITHIN_MS))
    const form = updatedFormOf(filled, desk)
    if (!form) throw new RangeError('the choices were read and are not there')
    await desk.intake.note(filled.id, { prefilledByUpdate: form.prefilled })
    followContact(filled, await desk.views.updateAwaited(target, form.view), desk)
  } catch (error) {
    const errorReference = noteFailure(error, { draftId: draft.id }, desk)
    await desk.views.updateAwaited(
      target,
      noticeView({
        title: 'New lead',
        text: `:warning: *SingleOps can't be reached*, and Leadhand doesn't know its operations yet. What was read is kept. Try again in a moment. (${errorReference})`,
        draftId: draft.id,
        tryAgain: true,
      }),
    )
  }
}

async function showLoading(draft: Draft, opening: Opening, desk: Desk, kept: Promise<void>): Promise<void> {
  const loading = loadingView(draft.id, ':hourglass_flowing_sand: Reading the operations from SingleOps…')
  const [outcome] = await Promise.all([putView(loading, opening, desk), kept])
  if (outcome.kind === 'shown') await fillLoading(draft, { view_id: outcome.viewId }, desk)
}

/** Rejects with SlackCallError when Slack did not show it. */
export async function putView(view: ModalView, opening: Opening, desk: Desk): Promise<ViewOutcome> {
  if (opening.kind === 'trigger') return desk.views.open(opening.triggerId, view)
  const outcome = await desk.views.updateAwaited(opening.target, view)
  if (outcome.kind === 'failed') throw new SlackCallError('views.update', outcome.code)
  return outcome
}

/** A view that is opened sends back all that it was opened with. */
function openedFormOf(draft: Draft, desk: Desk): ReturnType<typeof updatedFormOf> {
  const view = formViewOf(draft, desk)
  return view && { view, prefilled: {} }
}

// In the place of a result, the form takes an id of its own: an update meant for the result must not reach it.
function ownId(draft: Draft, opening: Opening): { external_id?: string } {
  return opening.kind === 'replace' ? { external_id: `form:${draft.id}` } : {}
}
