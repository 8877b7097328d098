import type { Contact } from '../lead/contact.ts'
import type { AccountKey, ClientId, JobId, LeadId } from '../lead/ids.ts'
import type { Attempt, Lead, LeadState } from '../lead/lead.ts'
import type { WakeUp } from '../lead/wake-up.ts'

/** Posts leads to SingleOps. */
export type LeadGateway = {
  /**
   * One POST, aborted by `signal` (its own deadline). Resolves when SingleOps said success, with or without a job id.
   * Rejects with one of `delivery/errors.ts`; anything else counts as unsure.
   */
  post(lead: Lead, signal: AbortSignal): Promise<{ readonly jobId?: JobId }>
}

/** A client found by the contact that we sent. */
export type FoundClient = {
  readonly id: ClientId
  readonly contact: Contact
}

/** Looks for clients that an attempt of ours may have made. */
export type SentClients = {
  /**
   * All clients whose phone, mobile or email equals that of `contact`. Rejects when any part of the question was not answered: only a
   * resolved look counts as a look.
   */
  find(account: AccountKey, contact: Contact, signal: AbortSignal): Promise<readonly FoundClient[]>
}

/**
 * New values of a lead; `null` takes a value away. `version` and `stateSince` are the store's affair; the same state again is a change
 * too (another look, a later time) and leaves `stateSince` as it is.
 */
export type LeadChange = { readonly state: LeadState } & {
  readonly [Key in
    | 'content'
    | 'retryAt'
    | 'because'
    | 'owner'
    | 'leaseUntil'
    | 'attempts'
    | 'looks'
    | 'jobId'
    | 'problem'
    | 'decidedBy']?: Lead[Key] | null
}

/** What can be written in one transaction. Awaits nothing but itself. */
export type DeliveryTransaction = {
  findLead(id: LeadId): Promise<Lead | undefined>
  /**
   * `UPDATE … WHERE id AND version`; adds a line to the lead's history. Gives the changed lead, or undefined when somebody else was
   * faster: then log and stop.
   */
  changeLead(lead: Lead, change: LeadChange, now: number): Promise<Lead | undefined>
  insertAttempt(attempt: Attempt): Promise<void>
  /** Settles an attempt that has no outcome yet; false when it had one. */
  settleAttempt(
    id: string,
    outcome: Required<Pick<Attempt, 'outcome' | 'endedAt'>> & Pick<Attempt, 'jobId' | 'errorCode'>,
  ): Promise<boolean>
  /** The clients seen before the POST, once their search was answered. */
  noteKnownClients(attemptId: string, clients: readonly ClientId[]): Promise<void>
  /** Written with everything else or not at all. A key that was used before is ignored. */
  wake(wakeUp: WakeUp): Promise<void>
  /** Marks an account as blocked or free; true when that changed something, so that people are told once. */
  setAccountBlocked(account: AccountKey, blocked: boolean, now: number): Promise<boolean>
}

export type LeadStore = {
  /** `soon`: a power cut may take it back, as long as nothing that came after it lasts either; the death of the process alone does not. */
  transaction<T>(work: (tx: DeliveryTransaction) => Promise<T>, lasts?: 'soon'): Promise<T>
  findLead(id: LeadId): Promise<Lead | undefined>
  attemptsOf(id: LeadId): Promise<readonly Attempt[]>
  /**
   * Leads in `queued`, `waiting` or `unsure` whose `retryAt` has come and that no wake-up comes for within a minute, or `sending` whose
   * lease has ended; oldest first.
   */
  findStranded(now: number, limit: number): Promise<readonly Lead[]>
  /** Leads of an account that wait because it is blocked, oldest first. */
  findBlocked(account: AccountKey): Promise<readonly Lead[]>
  /** Leads of an account in `queued`, or in `waiting` because of `retry`, due or not; oldest first. */
  findHeld(account: AccountKey, limit: number): Promise<readonly Lead[]>
  /**
   * Other new-client leads whose attempts may have made a client with this contact: same account, same phone, mobile or email, and an
   * attempt without outcome or with `delivered`, `unsure` or `refused` (a refusal may leave the client behind).
   */
  findRivals(lead: Lead): Promise<readonly Lead[]>
}

/** What a handler makes of a wake-up. It may throw: then the wake-up comes again after `crashBackoff`. */
export type WakeUpHandler = (wakeUp: WakeUp, signal: AbortSignal) => Promise<void>

/**
 * The queue: runs wake-ups at their time, at least once. Wake-ups get in through the transactions of the stores only.
 * Several may run at the same time, never two of the same key.
 */
export type Queue = {
  /** Begins to work; `slots` is how many of a topic may run side by side. */
  start(
    handlers: Readonly<Record<WakeUp['topic'], WakeUpHandler>>,
    slots: Readonly<Record<WakeUp['topic'], number>>,
  ): Promise<void>
  /** Takes nothing new, gives running handlers until `signal` aborts, then resolves. May be called twice. */
  stop(signal?: AbortSignal): Promise<void>
  /** Resolves when nothing is due and nothing is running. */
  drain(): Promise<void>
  /** What waits, by topic: how many are due now or later, and the age in ms of the oldest that is due. */
  depth(
    now: number,
  ): Promise<Readonly<Record<string, { readonly waiting: number; readonly oldestDueMs: number }>>>
}
