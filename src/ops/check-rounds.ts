import type { Check, CheckResult } from './check.ts'
import type { Log } from './log.ts'

export type CheckRounds = {
  /** Runs all checks side by side and never rejects. A round that is under way is joined. */
  run(): Promise<readonly { readonly name: string; readonly result: CheckResult }[]>
  /** What the last round found, at once; begins another round when that is old. */
  latest(): readonly { readonly name: string; readonly result?: CheckResult; readonly at?: number }[]
}

type Options = {
  readonly checks: readonly Check[]
  readonly log: Log
  readonly now: () => number
  readonly stopping: AbortSignal
  /** A check that takes longer has failed. */
  readonly deadlineMs: number
}

// Probes come every few seconds; Slack and SingleOps aren't asked as often.
const FRESH_FOR_MS = 30_000

export function createCheckRounds({ checks, log, now, stopping, deadlineMs }: Options): CheckRounds {
  type Found = { readonly name: string; readonly result: CheckResult }
  let underWay: Promise<readonly Found[]> | undefined
  let last: { readonly at: number; readonly found: readonly Found[] } | undefined

  const run = (): Promise<readonly Found[]> => {
    underWay ??= Promise.all(checks.map(runCheck)).then((found) => {
      underWay = undefined
      last = { at: now(), found }
      return found
    })
    return underWay
  }

  async function runCheck(check: Check): Promise<Found> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(deadlineMs)])
    try {
      return { name: check.name, result: await raceAbort(check.run(signal), signal) }
    } catch (err) {
      log.warn({ err, check: check.name }, 'a check failed to run')
      const remedy = 'Look at the log for the reason'
      return { name: check.name, result: { ok: false, problem: 'could not be checked', remedy } }
    }
  }

  return {
    run,
    latest() {
      if (!stopping.aborted && (!last || now() - last.at >= FRESH_FOR_MS)) void run()
      if (!last) return checks.map(({ name }) => ({ name }))
      const { at, found } = last
      return found.map(({ name, result }) => ({ name, result, at }))
    },
  }
}

/** What `work` gives, or a rejection as soon as the signal aborts, even if `work` doesn't heed it. */
async function raceAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    if (signal.aborted) abort()
    return await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
