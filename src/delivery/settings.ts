/** Times in ms. */
export type DeliverySettings = {
  /** One POST is aborted after this. Ends well before the lease, see `leaseMarginMs`. */
  readonly attemptDeadlineMs: number
  /** How long a process may hold a lead as `sending`. Only afterwards may another one call the attempt unsure. */
  readonly leaseMs: number
  /** A POST is over at least this long before its lease ends. */
  readonly leaseMarginMs: number
  /** Waits between trying again to write down an outcome that the store did not take. */
  readonly settleAgainMs: readonly number[]
  /** Wait after the first, second … attempt that surely was not taken; the last one repeats. */
  readonly backoffMs: readonly number[]
  /** Part of a wait that chance may add. */
  readonly jitter: number
  /** A longer Retry-After is cut to this. */
  readonly retryAfterCapMs: number
  readonly search: {
    /** One search for clients is given up after this and counts as unanswered. */
    readonly deadlineMs: number
  }
  readonly lookUp: {
    /** From the lost answer to the first look. */
    readonly firstAfterMs: number
    readonly everyMs: number
    /** Answered looks without a hit … */
    readonly looks: number
    /** … over at least this time, until the lead may be sent again. */
    readonly overMs: number
  }
  readonly breaker: {
    /** Attempts in a row that SingleOps did not answer, until the account's leads are held back. */
    readonly failures: number
    /** How long: the first, second … time; the last one repeats. */
    readonly holdMs: readonly number[]
  }
  readonly backlog: {
    /** Held-back leads that are under way side by side once SingleOps answers again; the other slots are for new ones. */
    readonly width: number
    /** How long the others are held back at a time, and after how long without an answer that ends. */
    readonly holdMs: number
  }
  /** How often the oldest lead of a blocked account is tried. */
  readonly blockedProbeMs: number
  /** How many leads one sweep wakes. */
  readonly sweepLimit: number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** The only place of these numbers; config lays what it reads over them. */
export const DELIVERY_DEFAULTS: DeliverySettings = {
  attemptDeadlineMs: 60 * SECOND,
  leaseMs: 120 * SECOND,
  leaseMarginMs: 30 * SECOND,
  settleAgainMs: [200, SECOND, 5 * SECOND],
  // The first wait is short: most failures to connect are over in a moment, and the taker is watching.
  backoffMs: [2, 5, 15, 30, 60, 120, 300, 600].map((seconds) => seconds * SECOND),
  jitter: 0.2,
  retryAfterCapMs: 15 * MINUTE,
  search: { deadlineMs: 20 * SECOND },
  // A look at 5 s, 65 s and 125 s: three over two minutes.
  lookUp: { firstAfterMs: 5 * SECOND, everyMs: MINUTE, looks: 3, overMs: 2 * MINUTE },
  breaker: { failures: 3, holdMs: [15 * SECOND, 30 * SECOND, MINUTE] },
  backlog: { width: 3, holdMs: 15 * SECOND },
  blockedProbeMs: 5 * MINUTE,
  sweepLimit: 200,
}
