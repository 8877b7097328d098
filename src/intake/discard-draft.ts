import type { DraftId, UserId } from '../lead/ids.ts'
import type { DraftStore } from './ports.ts'

/** Throws an unfinished draft away; false when it is somebody else's, or was confirmed or discarded before. */
export function discardDraft(
  request: { readonly id: DraftId; readonly by: UserId },
  { drafts, now }: { readonly drafts: DraftStore; readonly now: () => number },
): Promise<boolean> {
  return drafts.transaction(async (tx) => {
    const draft = await tx.findDraft(request.id)
    if (!draft || draft.taker !== request.by) return false
    if (draft.state === 'confirmed' || draft.state === 'discarded') return false
    await tx.changeDraft(draft.id, { state: 'discarded' }, now())
    return true
  })
}
