import type { WayIn } from '../lead/draft.ts'
import type { AccountKey } from '../lead/ids.ts'

/** A moment that can be chosen with one tap, in the account's zone. */
export type FollowUpPreset = {
  readonly key: string
  /** "today 4 pm" */
  readonly label: string
  readonly day: 'today' | 'tomorrow' | 'next-working-day'
  /** `16:00` */
  readonly time: string
}

export type CustomInputRule =
  /** In the short form. */
  | { readonly kind: 'show' }
  /** Not in the form; this value is sent. */
  | { readonly kind: 'hide'; readonly value: string }
  /** Behind *More fields*. */
  | { readonly kind: 'optional' }

/** How leads are taken for one account. */
export type AccountIntake = {
  readonly key: AccountKey
  /** What people read in the account picker. */
  readonly name: string
  /** IANA zone. */
  readonly timeZone: string
  /** `US`, `CA`. */
  readonly country: string
  readonly areaCode?: string
  /** Only the office reads a job's notes: they hold taker, source and possible duplicates too. Unset: no. */
  readonly notesAreInternal?: boolean
  /** Slack channel ids whose leads are this account's. */
  readonly channels: readonly string[]
  /** Name or id of the operation that is preselected, by channel id; `*` for everywhere else. */
  readonly defaultOperations: Readonly<Record<string, string>>
  readonly leadSource: {
    /** Name or id of the custom input that takes the lead source; undefined: the account has none. */
    readonly input?: string
    /** What is preset, by way in ("call", "Web form" …). */
    readonly byWayIn: Readonly<Partial<Record<WayIn, string>>>
  }
  /** By name or id of the custom input. Without a rule: required ones in the short form, others behind *More fields*. */
  readonly customInputs: Readonly<Record<string, CustomInputRule>>
  /** Our own facts: never a customer's. */
  readonly own: {
    readonly domains: readonly string[]
    readonly phones: readonly string[]
    readonly names: readonly string[]
  }
}

export type IntakeSettings = {
  /** At least one. */
  readonly accounts: readonly AccountIntake[]
  readonly followUp: {
    readonly presets: readonly FollowUpPreset[]
    readonly callMinutes: number
    readonly visitMinutes: number
  }
  readonly search: {
    /** Requests of one match that are under way side by side. */
    readonly budget: number
    readonly timeBudgetMs: number
  }
  /** How long leads of ours are shown in full to whoever takes a lead with the same phone, email or address. */
  readonly ownLeadsForMs: number
  /** A lead that SingleOps takes sooner is told of once, as created, and not before as being created. */
  readonly tellQueuedAfterMs: number
  /** Waits before the first, second … look for the client of a lead that was saved undecided; the last one repeats. */
  readonly matchAgainMs: readonly number[]
  /** How long an unfinished draft is listed on Home. */
  readonly unfinishedForMs: number
  /** When the one reminder about it is sent. */
  readonly remindAfterMs: number
}
