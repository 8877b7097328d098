import type { Draft } from '../lead/draft.ts'
import { draftId } from '../lead/ids.ts'
import type { WakeUp } from '../lead/wake-up.ts'
import type { DraftReminder, DraftStore } from './ports.ts'

/** Says once that a submitted form was never confirmed; does nothing when it was, or was thrown away. */
export async function remindDraft(
  wakeUp: WakeUp,
  deps: { readonly drafts: DraftStore; readonly reminder: DraftReminder },
): Promise<void> {
  const draft = await deps.drafts.findDraft(draftId(wakeUp.subject))
  if (draft && isUnfinished(draft)) await deps.reminder.remind(draft)
}

export function isUnfinished(draft: Draft): boolean {
  return draft.state === 'submitted'
}
