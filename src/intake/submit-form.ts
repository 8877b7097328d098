import type { Draft, Entry } from '../lead/draft.ts'
import type { DraftId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import type { OwnMemory } from '../lead/own-memory.ts'
import { findAccount } from './account.ts'
import { compareAgain } from './compare-again.ts'
import { withPastedRead } from './fill-in.ts'
import type { Catalog, DraftStore } from './ports.ts'
import { prepareLead } from './prepare-lead.ts'
import type { Problem } from './problem.ts'
import { numbersOf, rememberEverywhere } from './remember.ts'
import type { ClientSearch, ClientSearches } from './search-clients.ts'
import type { IntakeSettings } from './settings.ts'
import { withEntry } from './with-entry.ts'

export type Submission =
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }
  /** A lead was made of this form before. */
  | { readonly kind: 'already'; readonly lead: Lead }
  | { readonly kind: 'matching'; readonly draft: Draft; readonly search: ClientSearch }

export type SubmitDeps = {
  readonly drafts: DraftStore
  readonly catalog: Catalog
  readonly searches: ClientSearches
  readonly settings: IntakeSettings
  readonly now: () => number
}

/**
 * Checks the form; when all is well, keeps it as a new revision of the draft and looks for clients. Rejects when it could not be kept.
 * A draft that is not there (any more) is made again out of `draft`.
 */
export async function submitForm(
  request: { readonly draft: Draft; readonly entry: Entry; readonly takerName: string },
  deps: SubmitDeps,
): Promise<Submission> {
  const { settings, now } = deps
  const account = findAccount(settings, request.draft.account)
  const catalog = deps.catalog.peek(request.draft.account)
  if (!account || !catalog) throw new RangeError(`account ${request.draft.account} can't take leads now`)
  const filled = withPastedRead(withEntry(request.draft, request.entry), account)
  const prepared = prepareLead(filled, {
    account,
    catalog,
    followUp: settings.followUp,
    takerName: request.takerName,
    now: now(),
  })
  if (prepared.kind === 'wrong') return prepared

  const said = { ...filled, prepared: prepared.content }
  const revision = request.draft.revision + 1
  const { chosenClient } = request.draft
  const change = {
    account: request.draft.account,
    entry: filled.entry,
    editions: filled.editions,
    state: 'submitted' as const,
    revision,
    prepared: prepared.content,
    fromMessage: request.draft.fromMessage,
    hints: { ...filled.hints, ...prepared.hints },
    numbers: numbersOf(filled.entry, account),
    ...(chosenClient && { chosenClient: compareAgain(chosenClient, prepared.content, account.country) }),
  }
  return deps.drafts.transaction(async (tx) => {
    const kept = await tx.findDraft(request.draft.id)
    const earlier = kept?.leadId && (await tx.findLead(kept.leadId))
    if (earlier) return { kind: 'already', lead: earlier }
    const memory = await rememberEverywhere({ ...filled, ...change }, tx.recall, { settings, now })
    const search = wasJustTaken(memory, now()) ? deps.searches.findAgain(said) : deps.searches.find(said)
    const match = { revision, ...search.soFar(), memory }
    const draft = await tx.changeDraft(request.draft.id, { ...change, match }, now(), request.draft.revision)
    if (!draft) throw new DraftOutdatedError()
    await tx.wake({
      key: `remind-draft:${draft.id}`,
      topic: 'remind-draft',
      subject: draft.id,
      runAt: now() + settings.remindAfterMs,
    })
    return { kind: 'matching', draft, search }
  })
}

// Longer ago, whoever took it has been a client before this form was opened.
const JUST_NOW_MS = 10 * 60_000

/** A colleague's lead may have made the client since the search that began while this form was filled in. */
function wasJustTaken({ leads }: OwnMemory, now: number): boolean {
  return leads.some(({ confirmedAt }) => confirmedAt >= now - JUST_NOW_MS)
}

/** The form was submitted a second time while the first one was being kept. */
export class DraftOutdatedError extends Error {
  override name = 'DraftOutdatedError'
  readonly code = 'draft_outdated'

  constructor() {
    super('The draft was changed by another submit')
  }
}

/** Keeps what a search has found, so that a choice made of it can be checked. False when the form was submitted again since. */
export async function keepMatch(
  id: DraftId,
  revision: number,
  found: ReturnType<ClientSearch['soFar']>,
  { drafts, settings, now }: Pick<SubmitDeps, 'drafts' | 'settings' | 'now'>,
): Promise<Draft | undefined> {
  return drafts.transaction(async (tx) => {
    const draft = await tx.findDraft(id)
    if (!draft) return undefined
    const memory = await rememberEverywhere(draft, tx.recall, { settings, now })
    return tx.changeDraft(id, { match: { revision, ...found, memory } }, now(), revision)
  }, 'soon')
}
