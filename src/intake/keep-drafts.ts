import type { Draft } from '../lead/draft.ts'
import type { DraftId } from '../lead/ids.ts'
import type { Log } from '../ops/log.ts'
import type { DraftStore } from './ports.ts'

// Forms that open while the store is down; whoever waits longer has typed it again elsewhere.
const MOST_HELD = 200

export type DraftKeeper = {
  /** Does not reject: the form is open by then, and what it was opened with is held until the store takes it. */
  keep(draft: Draft): Promise<void>
  /** A draft that the store did not take before is kept now. Rejects while the store can't be reached. */
  find(id: DraftId): Promise<Draft | undefined>
}

export function createDraftKeeper({ drafts, log }: { drafts: DraftStore; log: Log }): DraftKeeper {
  const held = new Map<DraftId, Draft>()

  function hold(draft: Draft): void {
    held.set(draft.id, draft)
    const [oldest] = held.keys()
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
  }

  return {
    async keep(draft) {
      try {
        await drafts.insertDraft(draft)
      } catch (error) {
        hold(draft)
        log.error({ err: error, draftId: draft.id }, 'form not kept yet')
      }
    },
    async find(id) {
      const found = await drafts.findDraft(id)
      const late = found ? undefined : held.get(id)
      if (!late) return found
      held.delete(id)
      try {
        await drafts.insertDraft(late)
      } catch (error) {
        hold(late)
        throw error
      }
      return late
    },
  }
}
