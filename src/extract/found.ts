import type { Address } from '../lead/address.ts'
import type { Evidence } from './extraction.ts'

/** A value with where it came from. */
export type Found<T> = { readonly value: T } & Evidence

export type PersonName = { readonly first?: string; readonly last?: string }

export const PHONE_USES = ['mobile', 'home', 'office', 'plain', 'fax', 'ours', 'somebody-else'] as const
export type PhoneUse = (typeof PHONE_USES)[number]

/** A number in a text. `number` is E.164 with ` ext N`. */
export type PhoneMention = {
  readonly number: string
  readonly use: PhoneUse
  /** Said to be a relative's or helper's: it counts only where no other is given. */
  readonly ofAnother?: true
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** What a reading of one text gave; `phones` and `addresses` in the order of how well they fit. */
export type Findings = {
  readonly name?: Found<PersonName>
  readonly company?: Found<string>
  readonly email?: Found<string>
  readonly phones: readonly Found<PhoneMention>[]
  readonly addresses: readonly Found<Address>[]
  readonly notes: readonly string[]
  readonly source?: Found<string>
}

export const NOTHING: Findings = { phones: [], addresses: [], notes: [] }

/** Fills what `first` lacks from `second`; notes follow each other. */
export function mergeFindings(first: Findings, second: Findings): Findings {
  const name = first.name ?? second.name
  const company = first.company ?? second.company
  const email = first.email ?? second.email
  const source = first.source ?? second.source
  return {
    ...(name && { name }),
    ...(company && { company }),
    ...(email && { email }),
    ...(source && { source }),
    phones: first.phones.length > 0 ? first.phones : second.phones,
    addresses: first.addresses.length > 0 ? first.addresses : second.addresses,
    notes: [...first.notes, ...second.notes],
  }
}

export function firstFilled<T>(...lists: readonly (readonly T[])[]): readonly T[] {
  return lists.find((list) => list.length > 0) ?? []
}
