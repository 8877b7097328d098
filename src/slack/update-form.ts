import type { ViewOutput } from '@slack/bolt'
import type { Draft } from '../lead/draft.ts'
import { formViewOf } from './form-view-of.ts'
import type { Desk } from './parts.ts'
import type { ViewOutcome } from './view-calls.ts'
import { prefilledByUpdate } from './views/form/prefilled.ts'

/**
 * Shows an open form as it is after a change, and notes what this puts in: Slack may leave it out of what it sends back. Undefined while
 * the account's choices are not there. It goes with the hash: where the person's next change was faster, it is dropped.
 */
export async function updateForm(
  changed: Draft,
  view: ViewOutput,
  desk: Desk,
): Promise<ViewOutcome | undefined> {
  const shown = formViewOf(changed, desk)
  if (!shown) return undefined
  const form = { ...shown, ...(view.external_id && { external_id: view.external_id }) }
  const before = new Set(view.blocks.map((block) => block.block_id))
  const kept = Object.entries(changed.prefilledByUpdate ?? {}).filter(([blockId]) => before.has(blockId))
  await desk.intake.note(changed.id, {
    prefilledByUpdate: { ...Object.fromEntries(kept), ...prefilledByUpdate(form, view.blocks) },
  })
  const outcome = await desk.views.update({ view_id: view.id }, form, view.hash)
  if (outcome.kind === 'failed')
    desk.log.warn({ draftId: changed.id, code: outcome.code }, 'form not updated')
  return outcome
}
