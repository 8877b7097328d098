import type { Address } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'
import type { AccountKey } from '../lead/ids.ts'
import type { CrowdedTerms } from '../matching/crowded-terms.ts'
import { findCandidates, type MatchResult } from '../matching/find-candidates.ts'
import type { ClientDirectory } from '../matching/ports.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { IntakeSettings } from './settings.ts'

/** What is searched by, and what the found ones are judged by. Numbers are E.164; an email is a whole one. */
export type Query = {
  readonly account: AccountKey
  readonly contact: Contact
  readonly address: Address
  readonly country: string
}

export type ContactSearchDeps = {
  readonly directory: ClientDirectory
  readonly crowded: CrowdedTerms
  readonly settings: Pick<IntakeSettings, 'search'>
  readonly now: () => number
  readonly log: Log
  readonly metrics?: Metrics
}

/** How far a search is. `result` is missing until the first client is found. */
export type Standing = {
  readonly result?: MatchResult
  readonly isOver: boolean
  /** It ended by a defect: nothing is known but what it had found. */
  readonly isBroken?: true
}

/** One search by numbers and emails. */
export type ContactSearch = {
  standing(): Standing
  /** Never rejects: a search that failed says so. */
  readonly ended: Promise<Standing>
  /** Called after each find until the end. */
  onProgress(listener: () => void): void
  /** Everything was asked and answered. */
  isAnswered(): boolean
  /** Asks at once instead of after the wait. */
  begin(): void
  /** Nobody needs it any more: what is not asked yet stays unasked. */
  abandon(): void
}

export type ContactSearchOptions = {
  /** Before it begins, unless it is told to. */
  readonly waitMs: number
  /** An answered search of the same account: what that one asked is not asked again. */
  readonly after?: MatchResult | undefined
  /** For the log. */
  readonly about: object
}

export function searchContact(
  asked: Query,
  { about, waitMs, after }: ContactSearchOptions,
  deps: ContactSearchDeps,
): ContactSearch {
  const listeners = new Set<() => void>()
  const abandoning = new AbortController()
  const begun = Promise.withResolvers<void>()
  const timer = waitMs > 0 ? setTimeout(begun.resolve, waitMs) : undefined
  let latest: Standing = { isOver: false }

  function begin(): void {
    clearTimeout(timer)
    begun.resolve()
  }

  async function ask(): Promise<Standing> {
    const begunAt = deps.now()
    const { budget, timeBudgetMs } = deps.settings.search
    try {
      const result = await findCandidates(asked, {
        directory: deps.directory,
        crowded: deps.crowded,
        ...(after && { after }),
        budget,
        timeBudgetMs,
        country: asked.country,
        now: deps.now,
        signal: abandoning.signal,
        onProgress: (soFar) => {
          latest = { result: soFar, isOver: false }
          for (const listener of listeners) listener()
        },
      })
      latest = { result, isOver: true }
    } catch (error) {
      deps.log.error({ err: error, ...about }, 'client search failed')
      latest = { ...latest, isOver: true, isBroken: true }
    }
    listeners.clear()
    const isNews = latest.result?.asked !== 0 && !abandoning.signal.aborted
    if (isNews) noteEnd({ ...about, account: asked.account }, latest, begunAt, deps)
    return latest
  }

  if (waitMs === 0) begin()
  return {
    standing: () => latest,
    ended: begun.promise.then(ask),
    onProgress: (listener) => {
      listeners.add(listener)
    },
    isAnswered: () => latest.isOver && !latest.isBroken && latest.result?.complete === true,
    begin,
    abandon() {
      abandoning.abort()
      begin()
    },
  }
}

function noteEnd(
  about: object,
  standing: Standing,
  begunAt: number,
  { log, metrics, now }: ContactSearchDeps,
): void {
  const outcome = outcomeOf(standing)
  const tookMs = now() - begunAt
  metrics?.searchEnded(outcome, tookMs / 1000)
  log.info({ ...about, outcome, shown: standing.result?.candidates.length ?? 0, tookMs }, 'clients searched')
}

function outcomeOf({ result, isBroken }: Standing): 'found' | 'nobody' | 'partial' | 'failed' {
  if (!result || isBroken || result.failed) return 'failed'
  if (!result.complete) return 'partial'
  return result.candidates.length > 0 ? 'found' : 'nobody'
}
