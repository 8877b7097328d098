import type { Address } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'
import type { AccountKey } from '../lead/ids.ts'
import { type Candidate, CandidateList } from './candidates.ts'
import type { CrowdedTerms } from './crowded-terms.ts'
import { DirectoryError } from './errors.ts'
import type { ClientDirectory } from './ports.ts'
import { searchTerms, type Term } from './search-terms.ts'

export type { Candidate } from './candidates.ts'

export type MatchQuery = {
  readonly account: AccountKey
  readonly contact: Contact
  readonly address: Address
  /** The email as it was typed, where it differs. */
  readonly typedEmail?: string
}

export type MatchOptions = {
  readonly directory: ClientDirectory
  /** Requests side by side. In all a search makes at most `CEILING`. */
  readonly budget: number
  /** An answered search of the same account, not long ago: what it asked is not asked again. */
  readonly after?: MatchResult
  /** What earlier searches have learnt about too short beginnings. */
  readonly crowded?: CrowdedTerms
  /** From the first request; what is under way then is broken off. */
  readonly timeBudgetMs: number
  /** `US`, `CA`: how numbers without country code are read. */
  readonly country: string
  readonly now: () => number
  readonly signal?: AbortSignal
  /** Called whenever somebody new was found. */
  readonly onProgress?: (soFar: MatchResult) => void
}

export type MatchResult = {
  /** Best first. */
  readonly candidates: readonly Candidate[]
  /** Everything was asked and answered: who is not among the candidates can't be found by this contact. */
  readonly complete: boolean
  /** Some question was not answered: nobody found does not mean that there is nobody. */
  readonly failed: boolean
  /** Why it ended early, for people. */
  readonly cutShort?: string
  /** How many requests were made. */
  readonly asked: number
  /** The same answers, judged by another name or address: nothing is asked again. */
  readonly judge: (contact: Contact, address: Address) => MatchResult
  /** What a later search can build on. */
  readonly basis: { readonly found: CandidateList; readonly terms: ReadonlySet<string> }
}

/**
 * Requests of one search, however few run side by side. Two numbers and an email need about 90 in an account of 100,000 clients; the rest
 * is for a number that many share: a page holds 50 of them.
 */
export const CEILING = 128

type Question = { readonly term: Term; readonly page: number }

const CUT_SHORT = {
  time: 'The search took too long and was ended early.',
  ceiling: 'Too many clients share this number; not all were looked at.',
  stopped: 'The search was stopped.',
} as const
type CutShort = keyof typeof CUT_SHORT

/**
 * Asks SingleOps for everybody who may be the contact: all spellings, all pages, side by side. Rejects only for defects; what SingleOps
 * did not answer is told in the result.
 */
export async function findCandidates(query: MatchQuery, options: MatchOptions): Promise<MatchResult> {
  const { contact, address } = query
  const before = options.after?.basis
  const found = new CandidateList({ contact, address, country: options.country }, before?.found)
  const all = searchTerms(contact, query.typedEmail)
  const terms = all.filter((term) => !before?.terms.has(keyOf(term)))
  const basis = { found, terms: new Set([...(before?.terms ?? []), ...all.map(keyOf)]) }
  const waiting: Question[] = (options.crowded?.narrowed(query.account, terms) ?? terms).map((term) => ({
    term,
    page: 1,
  }))
  const running = new Set<Promise<void>>()
  const deadline = options.now() + options.timeBudgetMs
  const end = new AbortController()
  let asked = 0
  let failed = false
  let cutShort: CutShort | undefined

  function cut(reason: CutShort): void {
    cutShort ??= reason
    // What was broken off was not answered: it must not pass for "nobody found".
    if (reason !== 'ceiling') failed = true
    end.abort(new DOMException(CUT_SHORT[reason], 'AbortError'))
  }

  const result = (isOver: boolean, list = found): MatchResult => {
    const candidates = list.ranked()
    return {
      candidates,
      complete: isOver && !failed && cutShort === undefined,
      failed: failed || (cutShort !== undefined && candidates.length === 0),
      ...(cutShort && { cutShort: CUT_SHORT[cutShort] }),
      asked,
      judge: (otherContact, otherAddress) => result(isOver, found.judgedBy(otherContact, otherAddress)),
      basis,
    }
  }

  async function ask({ term, page }: Question): Promise<void> {
    const { field, term: text } = term
    asked += 1
    try {
      const answer = await options.directory.search(query.account, { field, term: text }, page, end.signal)
      if (end.signal.aborted) return
      if (answer.mayHaveMore) {
        if (page === 1 && term.narrower.length > 0) options.crowded?.note(query.account, term)
        waiting.push(...followUps({ term, page }))
      }
      const isNew = answer.clients.map((client) => found.add(client)).some(Boolean)
      if (isNew) options.onProgress?.(result(false))
    } catch (error) {
      if (end.signal.aborted) return
      if (!(error instanceof DirectoryError)) throw error
      failed = true
    }
  }

  // A directory that is slow to give up must not keep the person waiting.
  const ended = new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve()))
  const stop = () => cut('stopped')
  if (options.signal?.aborted) stop()
  options.signal?.addEventListener('abort', stop, { once: true })
  const timer = setTimeout(() => cut('time'), options.timeBudgetMs)
  try {
    while (!end.signal.aborted && (waiting.length > 0 || running.size > 0)) {
      while (waiting.length > 0 && running.size < options.budget && asked < CEILING) {
        const [next] = waiting.splice(indexOfFirst(waiting), 1)
        if (!next) break
        const asking: Promise<void> = ask(next).finally(() => running.delete(asking))
        running.add(asking)
      }
      if (running.size === 0) cut('ceiling')
      else await Promise.race([...running, ended])
      if (options.now() >= deadline && (waiting.length > 0 || running.size > 0)) cut('time')
    }
    return result(true)
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', stop)
    end.abort()
  }
}

// Two numbers begin alike (`+1`) and are narrowed down to different ones.
function keyOf(term: Term): string {
  return [term.field, term.term, ...term.narrower.map(keyOf)].join('\n')
}

// A full first page of a short beginning is narrowed down: the few longer ones cover the same spellings with far fewer clients.
function followUps({ term, page }: Question): Question[] {
  if (page === 1 && term.narrower.length > 0)
    return term.narrower.map((narrower) => ({ term: narrower, page: 1 }))
  return [{ term, page: page + 1 }]
}

function indexOfFirst(waiting: readonly Question[]): number {
  const best = Math.min(...waiting.map(({ term }) => term.rank))
  return waiting.findIndex(({ term }) => term.rank === best)
}
