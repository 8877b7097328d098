import type { AccountKey, LeadId, Reference, UserId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import type { WakeUp } from '../lead/wake-up.ts'

/** Where something about a lead is shown. One post per lead and place, kept up to date in that place. */
export type Place =
  /** The card in a lead channel. */
  | { readonly kind: 'card'; readonly channel: string }
  /** The reply under the message that the lead was made from. */
  | { readonly kind: 'thread'; readonly channel: string; readonly threadTs: string }
  /** A direct message to the taker. */
  | { readonly kind: 'taker'; readonly user: UserId }
  /** A request for a decision in the office channel. */
  | { readonly kind: 'office'; readonly channel: string }

/** A lead's message in one place, and how far it is. */
export type Post = {
  /** Made of lead and place; the same lead and place give the same id. */
  readonly id: string
  readonly leadId: LeadId
  readonly place: Place
  /** Goes up with each change. */
  readonly version: number
  /** The lead's version that should be shown, and the one that is. 0: none yet. */
  readonly wanted: number
  readonly shown: number
  /** Where Slack put it. */
  readonly channel?: string
  readonly ts?: string
  /** Somebody is posting until then. */
  readonly leaseUntil?: number
  readonly owner?: string
  readonly tries: number
  /** Slack will never take it here (archived, not invited …): its error code. */
  readonly refused?: string
  /** A post whose answer was lost: look for our metadata before posting again. */
  readonly unknown: boolean
}

/** What an outage is about; each is told once when it begins and once when it is over. */
export type Outage = {
  /** E.g. `singleops:main:U123` (one per person), `channel:C123`, `account-blocked:main`. */
  readonly key: string
  readonly since: number
}

export type PostOutcome =
  | { readonly kind: 'posted'; readonly channel: string; readonly ts: string }
  /** Not posted, may be tried again. */
  | { readonly kind: 'retry'; readonly afterMs?: number; readonly code: string }
  /** Slack will not take it there; `code` is Slack's (`is_archived`, `not_in_channel` …). */
  | { readonly kind: 'refused'; readonly code: string }
  /** The answer was lost: it may stand there. */
  | { readonly kind: 'unknown'; readonly code: string }
  /** The message that should be updated is gone. */
  | { readonly kind: 'gone' }

/** Speaks to people. Renders from the lead as it is when it is called. */
export type Notifier = {
  /** Posts or, with `at`, updates. `postId` goes into the message's metadata. */
  show(
    lead: Lead,
    place: Place,
    postId: string,
    at?: { readonly channel: string; readonly ts: string },
  ): Promise<PostOutcome>
  /** Looks for a message of ours with this post id, after a lost answer. Undefined: none there. Rejects when Slack does not answer. */
  findPosted(
    place: Place,
    postId: string,
    since: number,
  ): Promise<{ readonly channel: string; readonly ts: string } | undefined>
  /** Brings the taker's open progress view up to date; false when it is gone or can't be reached. */
  updateView(lead: Lead): Promise<boolean>
  /** One plain message that is not about a single lead (outage begins, outage is over, a channel can't be posted to). */
  tell(to: UserId | { readonly channel: string }, message: Announcement): Promise<PostOutcome>
}

export type Announcement =
  | { readonly kind: 'singleops-down'; readonly account: AccountKey; readonly leads: number }
  | { readonly kind: 'singleops-back'; readonly account: AccountKey; readonly leads: number }
  | { readonly kind: 'account-blocked'; readonly account: AccountKey; readonly code: string }
  | { readonly kind: 'account-free'; readonly account: AccountKey }
  /** SingleOps can be asked again for the client of a lead that waits undecided. `found` is for people. */
  | {
      readonly kind: 'search-answered'
      readonly account: AccountKey
      readonly leadId: LeadId
      readonly reference: Reference
      readonly found: string
    }
  | { readonly kind: 'channel-refused'; readonly channel: string; readonly code: string }
  | { readonly kind: 'channel-taken'; readonly channel: string }
  /** Leads wait that should have gone by themselves: the queue stands still, or their sending breaks down each time. */
  | { readonly kind: 'leads-stuck'; readonly leads: number; readonly waitingMs: number }
  | { readonly kind: 'leads-go' }
  /** The database does not answer. */
  | { readonly kind: 'memory-gone' }
  | { readonly kind: 'memory-back' }

export type NotificationTransaction = {
  /** Raises `wanted` of the lead's post in this place, makes the row if there is none; gives it, or undefined if nothing is to do. */
  want(leadId: LeadId, place: Place, leadVersion: number): Promise<Post | undefined>
  /** `UPDATE … WHERE id AND version`; undefined when somebody else was faster. */
  changePost(
    post: Post,
    change: {
      readonly [Key in
        | 'shown'
        | 'channel'
        | 'ts'
        | 'leaseUntil'
        | 'owner'
        | 'tries'
        | 'refused'
        | 'unknown']?: Post[Key] | null
    },
  ): Promise<Post | undefined>
  /** The lead as it is now; it does not change until the transaction has ended. */
  holdLead(id: LeadId): Promise<Lead | undefined>
  /** Whether an account is marked as blocked now. */
  isBlocked(account: AccountKey): Promise<boolean>
  /** True when it was not known before: then people are told. */
  beginOutage(outage: Outage): Promise<boolean>
  /** True when it was known: then people are told that it is over. */
  endOutage(key: string): Promise<boolean>
  /** Whom or what an outage concerns: who was told, which leads it holds up. True when not noted before; a new outage begins empty. */
  noteTold(key: string, who: string): Promise<boolean>
  toldOf(key: string): Promise<readonly string[]>
  wake(wakeUp: WakeUp): Promise<void>
}

export type PostStore = {
  /** `soon`: a power cut may take it back, as long as nothing that came after it lasts either; the death of the process alone does not. */
  transaction<T>(work: (tx: NotificationTransaction) => Promise<T>, lasts?: 'soon'): Promise<T>
  findPost(id: string): Promise<Post | undefined>
  findLead(id: LeadId): Promise<Lead | undefined>
  postsOf(id: LeadId): Promise<readonly Post[]>
  /** Leads of a taker that wait for an account's SingleOps. */
  countWaiting(account: AccountKey, taker: UserId): Promise<number>
  /**
   * Leads that should have gone on by themselves before `before` (epoch ms) and have not: queued or sending for so long, or with a time
   * to be tried or looked up again that has passed. `since`: the longest of them. Undefined: none.
   */
  findStuck(before: number): Promise<{ readonly leads: number; readonly since: number } | undefined>
}
