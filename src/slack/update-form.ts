import type { ViewOutput } from '@slack/bolt'
import type { Draft } from '../lead/draft.ts'
import { updatedFormOf } from './form-view-of.ts'
import type { Desk } from './parts.ts'
import type { ViewOutcome } from './view-calls.ts'

/**
 * Shows an open form as it is after a change, and notes what this puts in. Undefined while the account's choices are not there. It goes
 * with the hash: where the person's next change was faster, it is dropped.
 */
export async function updateForm(
  changed: Draft,
  view: ViewOutput,
  desk: Desk,
): Promise<ViewOutcome | undefined> {
  const shown = updatedFormOf(changed, desk, view.blocks)
  if (!shown) return undefined
  const form = { ...shown.view, ...(view.external_id && { external_id: view.external_id }) }
  await desk.intake.note(changed.id, { prefilledByUpdate: shown.prefilled })
  const outcome = await desk.views.update({ view_id: view.id }, form, view.hash)
  if (outcome.kind === 'failed')
    desk.log.warn({ draftId: changed.id, code: outcome.code }, 'form not updated')
  return outcome
}
