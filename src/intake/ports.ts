import type { Address } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'
import type { Draft } from '../lead/draft.ts'
import type {
  AccountKey,
  CustomInputId,
  DraftId,
  LeadId,
  OperationId,
  Reference,
  UserId,
} from '../lead/ids.ts'
import type { Lead, LeadState, SourceMessage } from '../lead/lead.ts'
import type { AlikeForm, OldLead } from '../lead/own-memory.ts'
import type { WakeUp } from '../lead/wake-up.ts'
import type { InboxTransaction } from './inbox/ports.ts'

export type * from './inbox/ports.ts'

export type Operation = { readonly id: OperationId; readonly name: string; readonly active: boolean }

/** `other`: a type that we don't know; it is shown as a text field. */
export const INPUT_KINDS = [
  'text',
  'long-text',
  'number',
  'date',
  'dropdown',
  'multi-dropdown',
  'checkbox',
  'other',
] as const
export type InputKind = (typeof INPUT_KINDS)[number]

/** A field that the account defined for jobs. */
export type CustomInput = {
  readonly id: CustomInputId
  readonly name: string
  readonly kind: InputKind
  readonly required: boolean
  /** Operations that it applies to; undefined: all. */
  readonly operations?: readonly OperationId[]
  /** With dropdowns: `key` is sent, `display` is shown. */
  readonly options: readonly { readonly key: string; readonly display: string }[]
}

/** What an account offers to choose from. */
export type AccountCatalog = {
  readonly operations: readonly Operation[]
  /** Of resource type `job` only. */
  readonly customInputs: readonly CustomInput[]
  /** Epoch ms. */
  readonly fetchedAt: number
}

/** Operations and custom inputs of each account, served from memory. */
export type Catalog = {
  /** At once and without I/O; undefined while nothing was ever read. Begins a refresh in the background when what it has is old. */
  peek(account: AccountKey): AccountCatalog | undefined
  /** What `peek` has, else the stored snapshot, else asks SingleOps. Rejects when all of that fails. */
  load(account: AccountKey, signal: AbortSignal): Promise<AccountCatalog>
}

/** Keeps the catalog over restarts. */
export type CatalogSnapshots = {
  read(account: AccountKey): Promise<AccountCatalog | undefined>
  write(account: AccountKey, catalog: AccountCatalog): Promise<void>
}

type Changeable = Omit<Draft, 'id' | 'taker' | 'createdAt'>
type IsOptional<Key extends keyof Changeable> =
  Partial<Pick<Changeable, Key>> extends Pick<Changeable, Key> ? Key : never

/** New values of a draft; `undefined` takes a value away. */
export type DraftChange = {
  readonly [Key in keyof Changeable as Key extends IsOptional<Key> ? never : Key]?: Changeable[Key]
} & { readonly [Key in keyof Changeable as IsOptional<Key>]?: Changeable[Key] | undefined }

export type NewLead = Omit<Lead, 'version' | 'stateSince' | 'attempts' | 'looks'>

/** Times are epoch ms. */
export type RecallQuery = {
  readonly account: AccountKey
  readonly contact: Contact
  readonly address: Address
  /** Whose own forms are not meant. */
  readonly by?: UserId
  readonly leadsSince: number
  readonly formsSince: number
  readonly olderSince: number
}

/** What the store remembers of a contact and a place; newest first. */
export type Recalled = {
  /**
   * Taken since `leadsSince` and not discarded, with the same number (whatever its extension), email or house number and street name:
   * whether the address is the same is not judged.
   */
  readonly leads: readonly Lead[]
  readonly forms: readonly AlikeForm[]
  readonly older: readonly OldLead[]
}

/** What can be written in one transaction. Awaits nothing but itself. */
export type IntakeTransaction = {
  findDraft(id: DraftId): Promise<Draft | undefined>
  /** With `ifRevision` only if the draft still has that revision. Gives the changed draft, or undefined when it was not changed. */
  changeDraft(id: DraftId, change: DraftChange, now: number, ifRevision?: number): Promise<Draft | undefined>
  /** Undefined when the reference is taken: draw another. A draft makes one lead at most: a second insert rejects. */
  insertLead(lead: NewLead): Promise<Lead | undefined>
  findLead(id: LeadId): Promise<Lead | undefined>
  recall(query: RecallQuery): Promise<Recalled>
  /** The leads of `recall`; nobody else can take one with the same number, email or house until the transaction has ended. */
  takeAlone(query: RecallQuery): Promise<Recalled['leads']>
  /**
   * Changes what stands in a lead and not its state: `UPDATE … WHERE id AND version`; undefined when somebody else was faster. The caller
   * writes the wake-ups of the new version.
   */
  amendLead(
    lead: Lead,
    change: Partial<Pick<Lead, 'content' | 'problem'>>,
    now: number,
  ): Promise<Lead | undefined>
  /** Notes what a taker chose last, for the next form. */
  rememberOperation(taker: UserId, account: AccountKey, operation: OperationId): Promise<void>
  wake(wakeUp: WakeUp): Promise<void>
  /** Messages that came in by themselves. */
  readonly inbox: Pick<InboxTransaction, 'find' | 'change'>
}

/** A short line about a lead for lists (Home). */
export type LeadSummary = Pick<
  Lead,
  | 'id'
  | 'reference'
  | 'account'
  | 'state'
  | 'taker'
  | 'confirmedAt'
  | 'stateSince'
  | 'attempts'
  | 'content'
  | 'jobId'
>

export type DraftStore = {
  /** `soon`: a power cut may take it back, as long as nothing that came after it lasts either; the death of the process alone does not. */
  transaction<T>(work: (tx: IntakeTransaction) => Promise<T>, lasts?: 'soon'): Promise<T>
  insertDraft(draft: Draft): Promise<void>
  findDraft(id: DraftId): Promise<Draft | undefined>
  /** Submitted and never confirmed, newest first. */
  findUnfinished(taker: UserId, since: number): Promise<readonly Draft[]>
  lastOperation(taker: UserId, account: AccountKey): Promise<OperationId | undefined>
  findLead(id: LeadId): Promise<Lead | undefined>
  /** The lead that was made from a message, if any; the newest. */
  findLeadFrom(source: Pick<SourceMessage, 'channel' | 'ts'>): Promise<Lead | undefined>
  findLeadByReference(reference: Reference): Promise<Lead | undefined>
  recall(query: RecallQuery): Promise<Recalled>
  /** Forgets that there were leads before that time. */
  forgetOlder(before: number): Promise<void>
  /** Forgets forms that nobody has touched since `before` and of which no lead was made, some at a time; gives how many. */
  forgetForms(before: number, most?: number): Promise<number>
  /** For Home: in these states, oldest first; of one taker or of all. */
  listLeads(filter: {
    readonly states: readonly LeadState[]
    readonly taker?: UserId
    readonly since?: number
    readonly limit: number
  }): Promise<readonly LeadSummary[]>
}

/** Tells a taker about a form that was submitted and never confirmed. Rejects when it could not be told yet. */
export type DraftReminder = {
  remind(draft: Draft): Promise<void>
}
