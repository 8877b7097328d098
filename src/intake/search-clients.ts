import type { Contact } from '../lead/contact.ts'
import type { Draft, ShownClient, ShownMatch } from '../lead/draft.ts'
import type { AccountKey, DraftId } from '../lead/ids.ts'
import { present } from '../lead/present.ts'
import { createCrowdedTerms } from '../matching/crowded-terms.ts'
import { newFacts } from '../matching/differences.ts'
import type { Candidate, MatchResult } from '../matching/find-candidates.ts'
import { recordOf } from '../matching/known-client.ts'
import { preselected } from '../matching/score.ts'
import { searchTerms } from '../matching/search-terms.ts'
import { findAccount } from './account.ts'
import { checkAddress } from './check-address.ts'
import { checkContact } from './check-contact.ts'
import {
  type ContactSearch,
  type ContactSearchDeps,
  type ContactSearchOptions,
  type Query,
  type Standing,
  searchContact,
} from './contact-search.ts'
import { joinSearches } from './join-searches.ts'
import type { AccountIntake, IntakeSettings } from './settings.ts'

export type FoundMatch = Omit<ShownMatch, 'revision'>

/** One running or ended search for the clients of a draft. */
export type ClientSearch = {
  /** What has been found so far, best first; grows only. Says by itself whether that is all. */
  soFar(): FoundMatch
  /** Never rejects: a search that failed says so. */
  readonly ended: Promise<FoundMatch>
  /** Called after each find until the end. */
  onProgress(listener: () => void): void
}

export type ClientSearches = {
  /** The search for what the draft says: the one that is under way or was answered for the same numbers and emails, else a new one. */
  find(draft: Draft): ClientSearch
  /** The same for a form that is being filled in: what takes the place of another search waits for a pause in typing. */
  follow(draft: Draft): ClientSearch
  /**
   * A new search in any case; with `by`, by another number or email than the draft's own. What was asked before and not answered is asked
   * again with it.
   */
  findAgain(draft: Draft, by?: OtherContact): ClientSearch
  /** A search that no form is about. */
  findContact(query: ContactQuery): ClientSearch
  /** Whether there is anything to search by. */
  canSearch(draft: Draft): boolean
  forget(draft: DraftId): void
  /** Ends everything that is under way. */
  stop(): void
}

export type ContactQuery = Omit<Query, 'country'>

/** Numbers are E.164, as `parsePhone` gives them. */
export type OtherContact = Pick<Contact, 'phone' | 'email'>

export type SearchDeps = Omit<ContactSearchDeps, 'crowded' | 'settings'> & {
  readonly settings: IntakeSettings
}

// A form stays open longer than that only when nobody is at it; clients found so long ago may have changed.
const FRESH_MS = 5 * 60_000
// Forms that were left open are dropped oldest first.
const MOST_KEPT = 500
// Longer than between two letters, shorter than anybody waits for.
const PAUSE_MS = 400

/** `by` is missing where the draft's own numbers and email were asked. */
type Part = {
  readonly search: ContactSearch
  readonly by?: OtherContact | undefined
  /** What it builds on. */
  readonly after?: MatchResult | undefined
}
type Kept = {
  readonly account: AccountKey
  readonly asked: string
  readonly parts: readonly Part[]
  readonly begunAt: number
  /** What it was last told as, so that the same draft gets the same search. */
  told?: { readonly own: string; readonly search: ClientSearch }
}

export function createClientSearches(given: SearchDeps): ClientSearches {
  const deps = { ...given, crowded: createCrowdedTerms() }
  const kept = new Map<DraftId, Kept>()
  const running = new Set<ContactSearch>()
  let isStopped = false

  function begin(asked: Query, options: ContactSearchOptions): ContactSearch {
    const search = searchContact(asked, options, deps)
    running.add(search)
    search.ended.then(() => running.delete(search))
    if (isStopped) search.abandon()
    return search
  }

  function findOwn(draft: Draft, isTyping: boolean): ClientSearch {
    const own = query(draft, deps.settings)
    const asked = keyOf(own)
    const known = kept.get(draft.id)
    const isFresh = known?.account === own.account && deps.now() - known.begunAt < FRESH_MS
    if (known && isFresh && known.asked === asked && known.parts.every(isUsable)) {
      if (!isTyping) for (const { search } of known.parts) search.begin()
      return tell(known, own)
    }
    const after = known && isFresh ? answeredOf(known) : undefined
    const waitMs = isTyping && known ? PAUSE_MS : 0
    const search = begin(own, { about: { draftId: draft.id }, waitMs, after })
    // Its answers are as old as the oldest of them.
    const begunAt = known && after ? known.begunAt : deps.now()
    return keep(draft.id, { account: own.account, asked, parts: [{ search, after }], begunAt }, own)
  }

  function findAgain(draft: Draft, by?: OtherContact): ClientSearch {
    const own = query(draft, deps.settings)
    const before = kept.get(draft.id)?.parts
    const open = before?.filter(({ search }) => !search.isAnswered()).map((part) => part.by)
    const isOwnOpen = draft.match?.complete === false
    const contacts = [by, ...(open ?? (isOwnOpen ? [undefined] : []))]
    const each = new Map(contacts.map((contact) => [JSON.stringify(contact), contact]))
    const about = { draftId: draft.id }
    const parts = [...each.values()].map((contact) => ({
      search: begin(askedBy(own, contact), { about, waitMs: 0 }),
      by: contact,
    }))
    const asked = by ? JSON.stringify(by) : keyOf(own)
    return keep(draft.id, { account: own.account, asked, parts, begunAt: deps.now() }, own)
  }

  function keep(id: DraftId, begun: Kept, own: Query): ClientSearch {
    forget(id)
    kept.set(id, begun)
    dropOld()
    return tell(begun, own)
  }

  function dropOld(): void {
    for (const [id, { begunAt }] of kept) {
      if (kept.size <= MOST_KEPT && deps.now() - begunAt < FRESH_MS) return
      kept.delete(id)
    }
  }

  function forget(id: DraftId): void {
    for (const { search } of kept.get(id)?.parts ?? []) search.abandon()
    kept.delete(id)
  }

  return {
    find: (draft) => findOwn(draft, false),
    follow: (draft) => findOwn(draft, true),
    findAgain,
    findContact: (asked) => {
      const own = { ...asked, country: accountOf(asked.account, deps.settings).country }
      return toClientSearch(begin(own, { about: {}, waitMs: 0 }), own, own)
    },
    canSearch: (draft) => isSearchable(query(draft, deps.settings)),
    forget,
    stop: () => {
      isStopped = true
      for (const search of running) search.abandon()
    },
  }
}

/** One that ended without having been answered in full is asked anew. */
const isUsable = ({ search }: Part): boolean => !search.standing().isOver || search.isAnswered()

/** The answered search for a form's own contact that a new one can build on. */
function answeredOf({ parts }: Kept): MatchResult | undefined {
  const part = parts.find(({ by }) => by === undefined)
  return part?.search.isAnswered() ? part.search.standing().result : part?.after
}

/** The draft may say another name or address by now than when it was asked. */
function tell(kept: Kept, own: Query): ClientSearch {
  const said = JSON.stringify(own)
  if (kept.told?.own === said) return kept.told.search
  const [first, ...others] = kept.parts.map(({ search, by }) => toClientSearch(search, askedBy(own, by), own))
  if (!first) throw new RangeError('a search without a contact')
  const search = joinSearches([first, ...others])
  kept.told = { own: said, search }
  return search
}

const askedBy = (own: Query, by: OtherContact | undefined): Query =>
  by ? { ...own, contact: { ...nameOf(own.contact), ...by } } : own

function toClientSearch(search: ContactSearch, asked: Query, own: Query): ClientSearch {
  let last: { readonly standing: Standing; readonly found: FoundMatch } | undefined
  // Judging hundreds of clients takes milliseconds.
  function describe(standing: Standing): FoundMatch {
    if (last?.standing !== standing) last = { standing, found: describeFound(standing, asked, own) }
    return last.found
  }
  return {
    soFar: () => describe(search.standing()),
    ended: search.ended.then(describe),
    onProgress: (listener) => search.onProgress(listener),
  }
}

/** An email that isn't a whole one yet would find the wrong people, and nobody can be written to by it. */
function query(draft: Draft, settings: IntakeSettings): Query {
  const account = accountOf(draft.account, settings)
  const { contact, problems } = checkContact(draft.entry, account)
  const { email, ...rest } = contact
  const isWhole = !problems.some(({ field }) => field === 'email')
  const { address } = checkAddress(draft.entry, account)
  return {
    account: draft.account,
    contact: present({ ...rest, email: isWhole ? email : undefined }),
    address,
    country: account.country,
  }
}

function accountOf(key: AccountKey, settings: IntakeSettings): AccountIntake {
  const account = findAccount(settings, key)
  if (!account) throw new RangeError(`account ${key} is not in the settings`)
  return account
}

function isSearchable({ contact }: Query): boolean {
  return Boolean(contact.phone || contact.mobile || contact.email)
}

// Names and addresses can't be searched by.
function keyOf({ account, contact }: Query): string {
  return JSON.stringify([account, ...searchTerms(contact).map(({ field, term }) => [field, term])])
}

function nameOf({ firstName, lastName, companyName }: Contact): Contact {
  return present({ firstName, lastName, companyName })
}

/** New facts are told against what the lead itself says, whatever it was searched by. */
function describeFound({ result, isOver, isBroken }: Standing, asked: Query, own: Query): FoundMatch {
  if (!isSearchable(asked)) return { shown: [], asked: false, complete: true, failed: false }
  const judged = result?.judge(asked.contact, asked.address)
  const found = {
    candidates: judged?.candidates ?? [],
    complete: isOver && !isBroken && judged?.complete === true,
  }
  const best = preselected(found)
  return {
    shown: found.candidates.map((candidate) => ({
      ...toShown(candidate, own),
      // Only that one can be offered: of the others no more is kept than is shown.
      ...(candidate === best && { record: recordOf(candidate.client) }),
    })),
    asked: true,
    complete: found.complete,
    failed: isBroken ?? judged?.failed ?? false,
    ...(judged?.cutShort && { cutShort: judged.cutShort }),
    ...(best && { preselected: best.client.id }),
    ...(!isOver && { searching: true as const }),
  }
}

function toShown({ client, strength, reasons, warnings }: Candidate, own: Query): ShownClient {
  return {
    id: client.id,
    name: client.name,
    line: [client.street, client.city].filter(Boolean).join(', '),
    strength,
    ...(client.unconfirmed && { isUnconfirmed: true as const }),
    reasons: reasons.map((reason) => reason.text),
    warnings: warnings.map((warning) => warning.text),
    newFacts: newFacts(own.contact, own.address, client, own.country),
  }
}
