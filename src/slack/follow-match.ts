import type { ClientSearch } from '../intake/search-clients.ts'
import type { Draft } from '../lead/draft.ts'
import { matchViewOf } from './match-view-of.ts'
import type { Desk } from './parts.ts'
import { matchViewId } from './views/match.ts'

/**
 * Keeps the match view up to date until the search has ended. One update at a time and always the latest: what was found in between comes
 * with the next one. Stops when the view is gone or the form was submitted again.
 */
export async function followMatch(draft: Draft, search: ClientSearch, desk: Desk): Promise<void> {
  const target = { external_id: matchViewId(draft) }
  let isDirty = false
  let isBusy = false
  let isOver = false

  async function showProgress(): Promise<void> {
    isDirty = true
    if (isBusy || isOver) return
    isBusy = true
    while (isDirty && !isOver) {
      isDirty = false
      const found = { ...draft, match: { ...draft.match, revision: draft.revision, ...search.soFar() } }
      const view = matchViewOf(found, desk, { isSearching: true })
      const outcome = await desk.views.updateAwaited(target, view, () => !isOver)
      if (outcome.kind !== 'shown') isOver = true
    }
    isBusy = false
  }

  let progress = Promise.resolve()
  search.onProgress(() => {
    progress = showProgress()
  })
  const found = await search.ended
  isOver = true
  const kept = await desk.intake.keepMatch(draft, found)
  await progress
  if (kept?.state !== 'submitted') return
  const outcome = await desk.views.updateAwaited(target, matchViewOf(kept, desk, { isSearching: false }))
  if (outcome.kind === 'failed') desk.log.warn({ draftId: draft.id, code: outcome.code }, 'match not shown')
}
