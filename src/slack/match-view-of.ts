import type { ModalView } from '@slack/types'
import type { Draft } from '../lead/draft.ts'
import type { Desk } from './parts.ts'
import { matchView } from './views/match.ts'
import { ownMemory } from './views/own-memory.ts'

/** The match view of a submitted draft. */
export function matchViewOf(
  draft: Draft,
  desk: Desk,
  options: { readonly isSearching: boolean; readonly showsAll?: boolean; readonly notice?: string },
): ModalView {
  const { prepared } = draft
  if (!prepared) throw new RangeError(`draft ${draft.id} was not submitted`)
  const { country } = desk.intake.account(draft.account)
  const ctx = { settings: desk.settings, now: desk.now() }
  return matchView({
    showsAll: false,
    ...options,
    draft: { ...draft, prepared },
    country,
    notesAreInternal: desk.settings.internalNotes?.has(draft.account) ?? false,
    remembered: ownMemory(draft.match?.memory, draft.account, ctx),
  })
}
