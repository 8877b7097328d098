import type { Draft, ShownClient } from '../lead/draft.ts'
import type { DraftId } from '../lead/ids.ts'
import type { DraftStore } from './ports.ts'
import type { ClientSearch, ClientSearches, FoundMatch, OtherContact } from './search-clients.ts'

/** A new search as a new revision: choices out of the old one no longer count. Undefined when the draft can't be changed any more. */
export async function searchAgain(
  request: { readonly draftId: DraftId; readonly by?: OtherContact },
  deps: { readonly drafts: DraftStore; readonly searches: ClientSearches; readonly now: () => number },
): Promise<{ readonly draft: Draft; readonly search: ClientSearch } | undefined> {
  const known = await deps.drafts.findDraft(request.draftId)
  if (known?.state !== 'submitted') return undefined
  const search = joined(deps.searches.findAgain(known, request.by), known.match?.shown ?? [])
  const revision = known.revision + 1
  const memory = known.match?.memory
  const match = { revision, ...search.soFar(), ...(memory && { memory }) }
  const draft = await deps.drafts.transaction((tx) =>
    tx.changeDraft(known.id, { revision, match }, deps.now(), known.revision),
  )
  return draft && { draft, search }
}

/** Behind what the new search finds stays what was shown before: another number is no reason to forget whom the first one found. */
function joined(search: ClientSearch, before: readonly ShownClient[]): ClientSearch {
  const join = (found: FoundMatch): FoundMatch => {
    const ids = new Set(found.shown.map((client) => client.id))
    const kept = before.filter((client) => !ids.has(client.id))
    const { preselected, ...rest } = found
    const isSingle = !kept.some((client) => client.strength === 'strong')
    return { ...rest, shown: [...found.shown, ...kept], ...(preselected && isSingle && { preselected }) }
  }
  return {
    soFar: () => join(search.soFar()),
    ended: search.ended.then(join),
    onProgress: (listener) => search.onProgress(listener),
  }
}
