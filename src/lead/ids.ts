/** Ids are branded strings: one kind can't be handed over where another is meant. */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Name of one SingleOps account in the settings, e.g. `main`. */
export type AccountKey = Branded<'AccountKey'>
/** UUIDv7. */
export type DraftId = Branded<'DraftId'>
/** UUIDv7. */
export type LeadId = Branded<'LeadId'>
/** What people read and say: `LH-7K2M9Q`. */
export type Reference = Branded<'Reference'>
/** SingleOps' number of a client, as text. Only valid inside its account. */
export type ClientId = Branded<'ClientId'>
/** SingleOps' number of an operation, as text. Only valid inside its account. */
export type OperationId = Branded<'OperationId'>
/** SingleOps' number of a custom input, as text. Only valid inside its account. */
export type CustomInputId = Branded<'CustomInputId'>
/** SingleOps' number of a job, as text. */
export type JobId = Branded<'JobId'>
/** A Slack user's id. */
export type UserId = Branded<'UserId'>
/** A message in the inbox: its channel and `ts`. */
export type InboxId = Branded<'InboxId'>

export const accountKey = (value: string): AccountKey => value as AccountKey
export const draftId = (value: string): DraftId => value as DraftId
export const leadId = (value: string): LeadId => value as LeadId
export const reference = (value: string): Reference => value as Reference
export const clientId = (value: string | number): ClientId => String(value) as ClientId
export const operationId = (value: string | number): OperationId => String(value) as OperationId
export const customInputId = (value: string | number): CustomInputId => String(value) as CustomInputId
export const jobId = (value: string | number): JobId => String(value) as JobId
export const userId = (value: string): UserId => value as UserId
/** Of a place in Slack, or of an id as text. */
export const inboxId = (value: string | { readonly channel: string; readonly ts: string }): InboxId =>
  (typeof value === 'string' ? value : `${value.channel}:${value.ts}`) as InboxId
