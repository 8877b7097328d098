import type { Address } from './address.ts'
import type { Contact } from './contact.ts'
import type { AccountKey, ClientId, CustomInputId, DraftId, LeadId, OperationId, UserId } from './ids.ts'
import type { LeadContent, SourceMessage } from './lead.ts'
import type { OwnMemory } from './own-memory.ts'

/** What stands in the form, as typed. Empty means absent. The parts win over the short fields where both are given. */
export type Entry = {
  readonly phone?: string
  readonly email?: string
  readonly name?: string
  readonly address?: string
  readonly need?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly companyName?: string
  readonly secondPhone?: string
  readonly street?: string
  readonly unit?: string
  readonly city?: string
  readonly state?: string
  readonly postalCode?: string
  readonly jobName?: string
  readonly operationId?: OperationId
  /** By custom input. A dropdown's value is the option's key, several keys stand on a line each; a ticked checkbox is `true`. */
  readonly customValues?: Readonly<Record<CustomInputId, string>>
  readonly followUp?: FollowUpEntry
  /** The part of a long text that Slack's field could not hold, and whether to send it. */
  readonly rest?: { readonly text: string; readonly send: boolean }
  /** Typed into the free-text box of the empty form and not yet spread over the fields. */
  readonly pasted?: string
}

export const FOLLOW_UPS = ['none', 'call', 'visit'] as const
export type FollowUpKind = (typeof FOLLOW_UPS)[number]

export type FollowUpEntry = {
  readonly kind: FollowUpKind
  /** Key of a preset in the settings, or `pick`. */
  readonly when?: string
  /** With `pick`: `2026-11-23`, `16:00`, in the account's zone. */
  readonly date?: string
  readonly time?: string
  readonly stopTime?: string
  readonly allDay?: boolean
  /** Which of the two instants is meant where the clocks go back. */
  readonly occurrence?: 'first' | 'second'
  readonly name?: string
  readonly notes?: string
}

/** How the taker got to the form; presets the lead source. */
export const WAYS_IN = [
  'command',
  'shortcut',
  'home',
  'message',
  'email',
  'next-lead',
  'another-site',
] as const
export type WayIn = (typeof WAYS_IN)[number]

/**
 * open: the form was opened. submitted: it passed validation and the match was shown. confirmed: a lead was made of it.
 * discarded: a person threw it away.
 */
export const DRAFT_STATES = ['open', 'submitted', 'confirmed', 'discarded'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** What the match view showed for one revision; only these ids are accepted from a choice. */
export type ShownMatch = {
  readonly revision: number
  /** Best first; all that were found, of which a view shows the first few. */
  readonly shown: readonly ShownClient[]
  /** Whether there was anything to search by: a number or an email. */
  readonly asked: boolean
  /** False where the search failed or was cut short. */
  readonly complete: boolean
  /** Some question was not answered: nobody found does not mean that there is nobody. */
  readonly failed: boolean
  /** Why it was cut short, for people. */
  readonly cutShort?: string
  /** The one strong client, if there is one. */
  readonly preselected?: ClientId
  /** The search that this tells of had not ended: there may be more. */
  readonly searching?: true
  /** What we ourselves remember of this contact and place. */
  readonly memory?: OwnMemory
  /** What the person has ticked so far: a client, or `new`. */
  readonly ticked?: string
}

export type ShownClient = {
  readonly id: ClientId
  readonly name: string
  /** Street and city. */
  readonly line: string
  readonly strength: 'strong' | 'likely' | 'weak'
  readonly reasons: readonly string[]
  readonly isUnconfirmed?: true
  /** Archived, on hold, notice, unconfirmed. Never for cards. */
  readonly warnings: readonly string[]
  /** Facts that the client's record lacks, one line each. */
  readonly newFacts: readonly string[]
  /** The record is not known here: `newFacts` is all that was typed. */
  readonly notCompared?: true
  /** With the one that a form may offer: what is typed afterwards is compared with it again. */
  readonly record?: ClientRecord
}

/** What a client's record says of contact and address, as people typed it into SingleOps: numbers in any spelling, several in a field. */
export type ClientRecord = Contact & Address

export type Draft = {
  readonly id: DraftId
  readonly account: AccountKey
  readonly taker: UserId
  readonly state: DraftState
  /** Goes up with each submit of the form; answers for an older revision are dropped. */
  readonly revision: number
  readonly wayIn: WayIn
  readonly entry: Entry
  /** What updates of the form put in, by the chat's name of the field: it may not be sent back. */
  readonly prefilledByUpdate?: Readonly<Record<string, string>>
  /** The numbers of the entry as they are read, without extension: others may have the same caller on the line. */
  readonly numbers?: readonly string[]
  /** Whether the parts and the optional fields are shown. */
  readonly showsMore?: boolean
  /** How often a field was filled anew while the form was open; each time it needs a new identity in Slack. */
  readonly editions?: Readonly<Record<string, number>>
  /** Values that fit a field equally well: offered, never picked silently. */
  readonly choices?: readonly {
    readonly field: 'phone' | 'address'
    readonly values: readonly { readonly value: string; readonly origin: string }[]
  }[]
  /** What we ourselves remember of the contact and place in the open form. */
  readonly recalled?: OwnMemory
  /** The one strong client that the form offers. */
  readonly offered?: ShownClient
  /** What a submit made of the entry: exactly what will be confirmed. */
  readonly prepared?: Omit<LeadContent, 'client'>
  /** Fields whose value stands only in what an update had put in: the preview marks them. */
  readonly fromMessage?: readonly string[]
  /** Hints per field ("from the signature; please check"). */
  readonly hints?: Readonly<Record<string, string>>
  /** To be said above the form for as long as it is open, in the chat's markup. */
  readonly notice?: string
  /** The lead source as a text or an email says it ("Angi"). */
  readonly readSource?: string
  /** The channel the form was opened from, for defaults. */
  readonly channel?: string
  readonly source?: SourceMessage
  readonly match?: ShownMatch
  /** A client chosen before the match view ("Use this client", "Another site for this client"). */
  readonly chosenClient?: ShownClient
  readonly leadId?: LeadId
  /** Lead in trouble that this form mends (*Fix and send*, *Choose the client*). */
  readonly fixes?: LeadId
  /** With *Fix and send*: the lead's version that the form was filled from. Unset where only the client is chosen. */
  readonly fixesVersion?: number
  readonly createdAt: number
  readonly updatedAt: number
}
