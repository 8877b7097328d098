import type { AccountKey } from '../lead/ids.ts'

/** Where the cards of an account go. */
export type CardChannels = {
  /** Unset: no card. */
  readonly channel?: string
  /** By name (without regard to case) or id of the operation; wins over `channel`. */
  readonly byOperation: Readonly<Record<string, string>>
}

/** Which leads' cards go to a channel: those that fit everything given. Texts are compared without regard to case. */
export type CardRule = {
  readonly channel: string
  readonly accounts?: readonly AccountKey[]
  /** Names or ids. */
  readonly operations?: readonly string[]
  /** Beginnings of ZIP or postal codes. */
  readonly zips?: readonly string[]
  readonly sources?: readonly string[]
  /** A lead whose client nobody has chosen yet is neither. */
  readonly client?: 'new' | 'existing'
}

/** `first`: the first rule that fits; `all`: each that fits. Where none fits, the account's own channels count. */
export type CardRules = { readonly match: 'first' | 'all'; readonly rules: readonly CardRule[] }

/** Times in ms. */
export type NotificationSettings = {
  readonly cards: ReadonlyMap<AccountKey, CardChannels>
  /** Unset: the accounts' own channels alone. */
  readonly rules?: CardRules
  /** Where a person of the office decides; unset: the taker alone is told. */
  readonly officeChannel?: string
} & NotificationTimes

export type NotificationTimes = {
  /** An outcome that comes later than this after confirming is told by a direct message. */
  readonly lateAfterMs: number
  /** The office is asked about a lead that SingleOps could not be asked about for this long. */
  readonly officeAfterMs: number
  /** A lead that should have gone so long ago counts as stuck, and the office hears of it. Longer than any lease. */
  readonly stuckAfterMs: number
  /** How often is looked for such leads. */
  readonly watchEveryMs: number
  /** How long a process may hold a post; longer than Slack's slowest call with its retries. */
  readonly postLeaseMs: number
  /** Wait after the first, second … failed try; the last one repeats. */
  readonly backoffMs: readonly number[]
  /** Part of a wait that chance may add. */
  readonly jitter: number
}

/** The only place of these numbers; config lays what it reads over them. */
export const NOTIFICATION_DEFAULTS: NotificationTimes = {
  lateAfterMs: 10_000,
  officeAfterMs: 180_000,
  stuckAfterMs: 5 * 60_000,
  watchEveryMs: 60_000,
  postLeaseMs: 60_000,
  backoffMs: [1_000, 3_000, 10_000, 30_000, 60_000, 300_000],
  jitter: 0.2,
}
