import type { AccountKey, JobId, LeadId, Reference, UserId } from './ids.ts'
import type { LeadState } from './lead.ts'

/** What two leads have in common. house: the same house, another unit or none given. */
export const LIKENESSES = ['phone', 'email', 'address', 'house'] as const
export type Likeness = (typeof LIKENESSES)[number]

/** A lead that was taken a short while ago and may be about the same. */
export type AlikeLead = {
  readonly id: LeadId
  readonly reference: Reference
  readonly taker: UserId
  /** The customer's, as people read it. */
  readonly name?: string
  readonly state: LeadState
  readonly confirmedAt: number
  readonly jobId?: JobId
  /** At least one. */
  readonly same: readonly Likeness[]
}

/** Somebody else's open form with the same number. */
export type AlikeForm = { readonly taker: UserId; readonly touchedAt: number }

/** All that is left of an older lead: that there was one. */
export type OldLead = {
  readonly taker: UserId
  readonly confirmedAt: number
  readonly same: readonly Likeness[]
}

/** What Leadhand itself remembers of a contact and a place. Newest first. */
export type OwnMemory = {
  readonly leads: readonly AlikeLead[]
  readonly forms: readonly AlikeForm[]
  readonly older: readonly OldLead[]
  /** Leads of other accounts: worth knowing, but nothing of them can be used here. */
  readonly elsewhere?: readonly (AlikeLead & { readonly account: AccountKey })[]
}

/** Before it is sent, a lead can take more notes; while it may be under way, nobody knows which ones SingleOps got. */
export const canTakeNotes = (state: LeadState): boolean =>
  state === 'queued' || state === 'waiting' || state === 'unmatched'
