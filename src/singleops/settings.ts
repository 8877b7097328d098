import type { AccountKey } from '../lead/ids.ts'

/** One SingleOps account and how its leads are written. */
export type SingleOpsAccount = {
  readonly key: AccountKey
  readonly userEmail: string
  /** Secret. */
  readonly userToken: string
  /** The stage that makes a job a lead. */
  readonly visitStageId: number
  /** Whether SingleOps reads a task's times in the account's zone or in UTC; the API page doesn't say. */
  readonly taskTimes: 'local' | 'utc'
  /** IANA zone. */
  readonly timeZone: string
  /** `US`, `CA`: how numbers are written. */
  readonly country: string
  /** Client notes print on proposals until somebody says that they don't: then source and possible duplicates go in too. */
  readonly notesAreInternal: boolean
  /** Name or id of a custom input that takes the lead's reference, so that it can be searched. */
  readonly referenceInput?: string
  /**
   * Whether the phone search finds a number that stands under mobile only; the API page doesn't say. False: a new client's mobile is
   * written under phone too, else nobody would find that client again, and a lost answer would make a second one. Default false.
   */
  readonly phoneSearchSeesMobile?: boolean
}

export type Deadlines = {
  /** Name look-up, TCP and TLS together. */
  readonly connectMs: number
  /** From the request to the answer's headers. */
  readonly headersMs: number
  /** From the answer's headers to its last byte. */
  readonly bodyMs: number
}

export type SingleOpsSettings = {
  /** Ends in `/`: `https://app.singleops.com/api/v1/`. */
  readonly baseUrl: string
  readonly accounts: readonly SingleOpsAccount[]
  /** For reading: catalog and searches. */
  readonly reading: Deadlines & {
    /** Requests side by side, over all accounts and people. */
    readonly concurrency: number
  }
  /** For `POST jobs`. */
  readonly posting: Deadlines & { readonly concurrency: number }
  /** Age from which operations and custom inputs are refreshed in the background. */
  readonly catalogFreshMs: number
}
