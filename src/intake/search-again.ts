import type { Draft } from '../lead/draft.ts'
import type { DraftId } from '../lead/ids.ts'
import type { DraftStore } from './ports.ts'
import type { ClientSearch, ClientSearches, OtherContact } from './search-clients.ts'

/** A new search as a new revision: choices out of the old one no longer count. Undefined when the draft can't be changed any more. */
export async function searchAgain(
  request: { readonly draftId: DraftId; readonly by?: OtherContact },
  deps: { readonly drafts: DraftStore; readonly searches: ClientSearches; readonly now: () => number },
): Promise<{ readonly draft: Draft; readonly search: ClientSearch } | undefined> {
  const known = await deps.drafts.findDraft(request.draftId)
  if (known?.state !== 'submitted') return undefined
  const search = deps.searches.findAgain(known, request.by)
  const revision = known.revision + 1
  const match = { revision, ...search.soFar() }
  const draft = await deps.drafts.transaction((tx) =>
    tx.changeDraft(known.id, { revision, match }, deps.now(), known.revision),
  )
  return draft && { draft, search }
}
