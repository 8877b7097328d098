import type { Address } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'
import type { Draft, ShownClient, ShownMatch } from '../lead/draft.ts'
import type { AccountKey, DraftId } from '../lead/ids.ts'
import { present } from '../lead/present.ts'
import { type CrowdedTerms, createCrowdedTerms } from '../matching/crowded-terms.ts'
import { newFacts } from '../matching/differences.ts'
import { type Candidate, findCandidates, type MatchResult } from '../matching/find-candidates.ts'
import { recordOf } from '../matching/known-client.ts'
import type { ClientDirectory } from '../matching/ports.ts'
import { preselected } from '../matching/score.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import { findAccount } from './account.ts'
import { checkAddress } from './check-address.ts'
import { checkContact } from './check-contact.ts'
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
  /**
   * The search for what the draft says: the one that is under way or has just ended for the same numbers and emails, else a new one.
   */
  find(draft: Draft): ClientSearch
  /** A new search in any case; with `by`, by another number or email than the draft's own. */
  findAgain(draft: Draft, by?: OtherContact): ClientSearch
  /** A search that no form is about. */
  findContact(query: ContactQuery): ClientSearch
  /** Whether there is anything to search by. */
  canSearch(draft: Draft): boolean
  forget(draft: DraftId): void
  /** Ends everything that is under way. */
  stop(): void
}

export type ContactQuery = {
  readonly account: AccountKey
  readonly contact: Contact
  readonly address: Address
}

/** Numbers are E.164, as `parsePhone` gives them. */
export type OtherContact = Pick<Contact, 'phone' | 'email'>

export type SearchDeps = {
  readonly directory: ClientDirectory
  readonly settings: IntakeSettings
  readonly now: () => number
  readonly log: Log
  readonly metrics?: Metrics
}

// A form stays open longer than that only when nobody is at it; clients found so long ago may have changed.
const FRESH_MS = 5 * 60_000
// Forms that were left open are dropped oldest first.
const MOST_KEPT = 500

type Equipped = SearchDeps & { readonly crowded: CrowdedTerms }

type Kept = { readonly asked: string; readonly search: ClientSearch; readonly begunAt: number }

export function createClientSearches(given: SearchDeps): ClientSearches {
  const deps: Equipped = { ...given, crowded: createCrowdedTerms() }
  const kept = new Map<DraftId, Kept>()
  const stopping = new AbortController()

  function find(draft: Draft): ClientSearch {
    const asked = fingerprint(draft, deps.settings)
    const known = kept.get(draft.id)
    if (known?.asked === asked && deps.now() - known.begunAt < FRESH_MS) return known.search
    return keep(draft, asked, beginSearch(draft, deps, stopping.signal))
  }

  function keep(draft: Draft, asked: string, search: ClientSearch): ClientSearch {
    kept.delete(draft.id)
    kept.set(draft.id, { asked, search, begunAt: deps.now() })
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest) kept.delete(oldest)
    return search
  }

  return {
    find,
    findAgain: (draft, by) =>
      keep(
        draft,
        by ? JSON.stringify(by) : fingerprint(draft, deps.settings),
        beginSearch(draft, deps, stopping.signal, by),
      ),
    findContact: (asked) => {
      const own = { ...asked, country: accountOf(asked.account, deps.settings).country }
      return runSearch({ own, asked: own, about: {} }, deps, stopping.signal)
    },
    canSearch: (draft) => isSearchable(query(draft, deps.settings)),
    forget: (id) => {
      kept.delete(id)
    },
    stop: () => stopping.abort(),
  }
}

function beginSearch(draft: Draft, deps: Equipped, signal: AbortSignal, by?: OtherContact): ClientSearch {
  const own = query(draft, deps.settings)
  const asked = by ? { ...own, contact: { ...nameOf(own.contact), ...by } } : own
  return runSearch({ own, asked, about: { draftId: draft.id } }, deps, signal)
}

type Run = {
  /** What the lead itself says. */
  readonly own: Query
  /** What is searched by. */
  readonly asked: Query
  /** For the log. */
  readonly about: object
}

function runSearch({ own, asked, about }: Run, deps: Equipped, signal: AbortSignal): ClientSearch {
  const toFound = (result: MatchResult) => describeFound(result, own)
  const listeners = new Set<() => void>()
  let latest: FoundMatch = {
    shown: [],
    asked: isSearchable(asked),
    complete: !isSearchable(asked),
    failed: false,
    ...(isSearchable(asked) && { searching: true as const }),
  }
  const begunAt = deps.now()

  const running = latest.asked
    ? findCandidates(asked, {
        directory: deps.directory,
        budget: deps.settings.search.budget,
        crowded: deps.crowded,
        timeBudgetMs: deps.settings.search.timeBudgetMs,
        country: asked.country,
        now: deps.now,
        signal,
        onProgress: (result) => {
          latest = { ...toFound(result), searching: true }
          for (const listener of listeners) listener()
        },
      }).then(toFound, (error: unknown) => {
        deps.log.error({ err: error, ...about }, 'client search failed')
        return { ...ofEnded(latest), complete: false, failed: true }
      })
    : Promise.resolve(latest)
  const ended = running.then((found) => {
    latest = found
    listeners.clear()
    if (found.asked) noteEnd({ ...about, account: own.account }, found, deps.now() - begunAt, deps)
    return found
  })

  return {
    soFar: () => latest,
    ended,
    onProgress: (listener) => {
      listeners.add(listener)
    },
  }
}

function ofEnded({ searching: _, ...found }: FoundMatch): FoundMatch {
  return found
}

function noteEnd(about: object, found: FoundMatch, tookMs: number, { log, metrics }: SearchDeps): void {
  const outcome = outcomeOf(found)
  metrics?.searchEnded(outcome, tookMs / 1000)
  log.info({ ...about, outcome, shown: found.shown.length, tookMs }, 'clients searched')
}

function outcomeOf({ failed, complete, shown }: FoundMatch): 'found' | 'nobody' | 'partial' | 'failed' {
  if (failed) return 'failed'
  if (!complete) return 'partial'
  return shown.length > 0 ? 'found' : 'nobody'
}

type Query = ContactQuery & { readonly country: string }

function query(draft: Draft, settings: IntakeSettings): Query {
  const account = accountOf(draft.account, settings)
  const { contact } = checkContact(draft.entry, account)
  const { address } = checkAddress(draft.entry, account)
  return { account: draft.account, contact, address, country: account.country }
}

function accountOf(key: AccountKey, settings: IntakeSettings): AccountIntake {
  const account = findAccount(settings, key)
  if (!account) throw new RangeError(`account ${key} is not in the settings`)
  return account
}

function isSearchable({ contact }: Query): boolean {
  return Boolean(contact.phone || contact.mobile || contact.email)
}

// Name and address take part in the reasons, so a changed one makes a search of its own.
function fingerprint(draft: Draft, settings: IntakeSettings): string {
  return JSON.stringify(query(draft, settings))
}

function nameOf({ firstName, lastName, companyName }: Contact): Contact {
  return present({ firstName, lastName, companyName })
}

/** New facts are told against what the lead itself says, whatever it was searched by. */
function describeFound(result: MatchResult, own: Query): FoundMatch {
  const best = preselected(result)
  return {
    shown: result.candidates.map((candidate) => ({
      ...toShown(candidate, own),
      // Only that one can be offered: of the others no more is kept than is shown.
      ...(candidate === best && { record: recordOf(candidate.client) }),
    })),
    asked: true,
    complete: result.complete,
    failed: result.failed,
    ...(result.cutShort && { cutShort: result.cutShort }),
    ...(best && { preselected: best.client.id }),
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
