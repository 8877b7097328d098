import type { Log } from '../ops/log.ts'

export type StoreSettings = {
  readonly now: () => number
  readonly log: Log
  /** What intake writes is written within that time or not at all: its answer has to reach Slack within 3 s. */
  readonly confirmWithinMs: number
  /** The same for all else, where nobody waits: what was sent is better written down late than not. */
  readonly writeWithinMs: number
  /** When a wake-up comes again whose handler threw: doubles from `first` to `most`. */
  readonly crashBackoffMs: { readonly first: number; readonly most: number }
  /** How long the keys of finished wake-ups are kept against being used twice. */
  readonly keepDoneForMs: number
  /** Postgres: how often is looked for wake-ups of which no notice came. */
  readonly pollMs: number
  /**
   * Postgres: the same as `writeWithinMs` for pg-boss, which brings its own tables up to date with one statement and may wait there for
   * other replicas that start at the same time.
   */
  readonly jobsWithinMs: number
  /** Postgres: a handler that runs longer counts as dead with its process. Longer than any lease. */
  readonly handlerLimitMs: number
}

export const STORE_DEFAULTS = {
  confirmWithinMs: 2_000,
  writeWithinMs: 15_000,
  crashBackoffMs: { first: 1_000, most: 5 * 60_000 },
  keepDoneForMs: 30 * 24 * 3_600_000,
  pollMs: 1_000,
  jobsWithinMs: 60_000,
  handlerLimitMs: 15 * 60_000,
} as const satisfies Partial<StoreSettings>

/** How long to wait after the nth throw of a handler, n from 1. */
export function crashBackoff({ first, most }: StoreSettings['crashBackoffMs'], tries: number): number {
  return Math.min(most, first * 2 ** (tries - 1))
}
