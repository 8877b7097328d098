import type { Address } from './address.ts'
import type { Contact } from './contact.ts'
import type { Task } from './follow-up.ts'
import type {
  AccountKey,
  ClientId,
  CustomInputId,
  DraftId,
  JobId,
  LeadId,
  OperationId,
  Reference,
  UserId,
} from './ids.ts'

/** DESIGN: states of a lead. */
export const LEAD_STATES = [
  'unmatched',
  'queued',
  'sending',
  'waiting',
  'unsure',
  'refused',
  'delivered',
  'discarded',
] as const
export type LeadState = (typeof LEAD_STATES)[number]

/** From which state to which; anything else is a defect. */
export const TRANSITIONS: Readonly<Record<LeadState, readonly LeadState[]>> = {
  unmatched: ['queued', 'discarded'],
  // `waiting` without an attempt: held back while SingleOps is down.
  queued: ['sending', 'waiting', 'unmatched', 'discarded'],
  sending: ['delivered', 'refused', 'unsure', 'waiting'],
  waiting: ['queued', 'sending', 'discarded'],
  unsure: ['delivered', 'queued', 'unmatched', 'discarded'],
  refused: ['queued', 'unmatched', 'discarded'],
  delivered: [],
  discarded: [],
}

/** States in which nothing more happens by itself or by a person. */
export const isFinished = (state: LeadState): boolean => state === 'delivered' || state === 'discarded'

/** States in which a person has to decide. */
export const needsPerson = (state: LeadState): boolean =>
  state === 'unmatched' || state === 'refused' || state === 'unsure'

/** The Slack message that a lead was made from. */
export type SourceMessage = {
  readonly channel: string
  readonly ts: string
  readonly threadTs?: string
}

/** Which client the taker chose. `name` is what was shown, for cards. */
export type ClientChoice =
  | {
      readonly kind: 'existing'
      readonly id: ClientId
      readonly name: string
      /** A new one that the office had not confirmed yet. */
      readonly isUnconfirmed?: true
      /** Facts that the client's record lacks, one line each ("New mobile: …"); they go into the notes. */
      readonly newFacts: readonly string[]
    }
  | {
      readonly kind: 'new'
      /** The strong candidate that the taker passed over, if any. */
      readonly despite?: { readonly id: ClientId; readonly reason: string }
    }
  /** Not decided yet: the lead waits as `unmatched`. */
  | { readonly kind: 'undecided' }

export type CustomValue = {
  readonly inputId: CustomInputId
  readonly name: string
  /** As SingleOps takes it; several keys of a dropdown stand on a line each. */
  readonly value: string
  /** As people read it, where that is something else. */
  readonly display?: string
}

/** What a person confirmed. Fixed from then on, but for *Fix and send*. */
export type LeadContent = {
  readonly client: ClientChoice
  readonly contact: Contact
  readonly address: Address
  readonly operation: { readonly id: OperationId; readonly name: string }
  readonly jobName: string
  /** What the customer wants, in the customer's or the taker's words. */
  readonly need: string
  /** Lead source as people read it, e.g. "Web form". Also among `customValues` where the account has such an input. */
  readonly source?: string
  readonly customValues: readonly CustomValue[]
  readonly task?: Task
  /** How the taker is called, for notes that stay in the office. */
  readonly takerName?: string
  /** What the taker saw when the client was chosen. */
  readonly weighed?: Weighed
}

/** What a choice was made of: ids and reasons, nothing of the customers'. */
export type Weighed = {
  readonly clients: readonly {
    readonly id: ClientId
    readonly strength: string
    readonly reasons: readonly string[]
  }[]
  /** Leads of ours that were shown as alike. */
  readonly leads: readonly LeadId[]
  /** False where the search failed or was cut short. */
  readonly complete: boolean
}

export type WaitingBecause = 'retry' | 'account_blocked'

/** What went wrong last, in words fit for people and without customer data. */
export type LastProblem = { readonly code: string; readonly text: string; readonly at: number }

export type Lead = {
  readonly id: LeadId
  readonly reference: Reference
  readonly account: AccountKey
  readonly draftId: DraftId
  readonly taker: UserId
  readonly state: LeadState
  /** Goes up by one with each change; every change is made against the version that was read. */
  readonly version: number
  readonly content: LeadContent
  readonly source?: SourceMessage
  /** Epoch ms. */
  readonly confirmedAt: number
  readonly stateSince: number
  /** With `waiting`: when to go on. With `unsure`: when SingleOps is asked next; unset: a person has to decide. */
  readonly retryAt?: number
  readonly because?: WaitingBecause
  /** With `sending`: who sends, and until when nobody else may judge it. */
  readonly owner?: string
  readonly leaseUntil?: number
  /** How many attempts were begun. */
  readonly attempts: number
  /** With `unsure`: how many answered searches have found nothing so far. */
  readonly looks: number
  /** With `delivered`: unknown when SingleOps said success without an id. */
  readonly jobId?: JobId
  readonly problem?: LastProblem
  /** Who settled it by hand, and how, for the card. */
  readonly decidedBy?: { readonly user: UserId; readonly how: PersonsDecision }
}

/** What a person may decide about a lead in trouble. */
export const DECISIONS = ['look-again', 'found', 'send-again', 'fix', 'match', 'discard'] as const
export type PersonsDecision = (typeof DECISIONS)[number]

/** Outcome of one attempt, DESIGN "States of a lead". */
export const OUTCOMES = ['delivered', 'refused', 'retry', 'blocked', 'unsure'] as const
export type OutcomeKind = (typeof OUTCOMES)[number]

/** One POST of one lead. The row is committed before the POST. */
export type Attempt = {
  readonly id: string
  readonly leadId: LeadId
  /** 1, 2, 3 … */
  readonly number: number
  readonly owner: string
  readonly startedAt: number
  readonly endedAt?: number
  readonly outcome?: OutcomeKind
  readonly jobId?: JobId
  /** Code of the error, never its customer data. */
  readonly errorCode?: string
  /**
   * Clients that a search shortly before the POST found under the contact that is sent; undefined when no such search was answered.
   * A client found after a lost answer counts as ours only if it is not among them.
   */
  readonly knownClients?: readonly ClientId[]
}
