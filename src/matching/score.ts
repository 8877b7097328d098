import type { Address } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'
import { type AddressAgreement, compareAddresses } from '../lead/same-address.ts'
import { type ContactAgreement, compareContacts } from './compare-contacts.ts'
import { areSpelledAlike, comparePersons, isSameCompany, type NameAgreement } from './compare-names.ts'
import type { DirectoryClient } from './ports.ts'

/** strong: this is them. likely: somebody should look. weak: shares something. */
export const STRENGTHS = ['strong', 'likely', 'weak'] as const
export type Strength = (typeof STRENGTHS)[number]

export type ReasonKind =
  | 'mobile'
  | 'phone'
  | 'extension'
  | 'email'
  | 'name'
  | 'company'
  | 'address'
  | 'street'
export type Reason = { readonly kind: ReasonKind; readonly text: string }

export type Score = {
  readonly strength: Strength
  /** Orders candidates of the same strength. */
  readonly score: number
  readonly reasons: readonly Reason[]
  /** The very number or email, and the name, company or address besides: holds even if others share the number. */
  readonly isConfirmed: boolean
  /** The very number or email. */
  readonly isExact: boolean
  /** The number, where one side says no extension. */
  readonly isSameLine: boolean
}

/**
 * Points for each thing that agrees. A number or an email alone outweighs all that isn't a contact, as people who share a name are many;
 * a number that only lacks its extension is worth less than one that has it; a contradicting name takes away less than any contact gives,
 * for spouses call from each other's phones.
 */
export const WEIGHTS = {
  number: 50,
  numberWithoutExtension: 40,
  numberOtherExtension: 20,
  email: 50,
  sameName: 30,
  nearName: 20,
  lastName: 15,
  firstName: 10,
  otherName: -10,
  company: 25,
  sameAddress: 25,
  sameBuilding: 15,
  sameStreet: 5,
  archived: -5,
} as const

export type Wanted = { readonly contact: Contact; readonly address: Address; readonly country: string }

/** How well a client fits; undefined when it shares nothing but the beginning of a text. */
export function scoreClient(
  { contact, address, country }: Wanted,
  client: DirectoryClient,
): Score | undefined {
  const agreement = compareContacts(contact, client, country)
  const person = comparePersons(contact, client)
  const company = isSameCompany(contact, client)
  const place = compareAddresses(address, client)
  const isExact = agreement.number === 'exact' || agreement.email
  const strength = judge({ contact, agreement, person, company, place })
  if (!strength) return undefined
  return {
    strength,
    score: points(agreement, person, company, place) + (client.archived ? WEIGHTS.archived : 0),
    reasons: [
      ...contactReasons(agreement),
      ...nameReasons(person, contact, client),
      ...otherReasons(company, place),
    ],
    isConfirmed: person === 'same' || place === 'same' || (agreement.number === 'exact' && agreement.email),
    isExact,
    isSameLine: agreement.number === 'no-extension',
  }
}

/** The one strong candidate of a search that was answered in full. Two strong ones, or an unanswered question: a person decides. */
export function preselected<Candidate extends { readonly strength: Strength }>(result: {
  readonly candidates: readonly Candidate[]
  readonly complete: boolean
}): Candidate | undefined {
  const [first, ...others] = result.candidates.filter(({ strength }) => strength === 'strong')
  return result.complete && others.length === 0 ? first : undefined
}

type Agreement = {
  readonly contact: Contact
  readonly agreement: ContactAgreement
  readonly person: NameAgreement
  readonly company: boolean
  readonly place: AddressAgreement
}

function judge({ contact, agreement, person, company, place }: Agreement): Strength | undefined {
  const { number, email } = agreement
  const isExact = number === 'exact' || email
  const isNamed = person === 'same' || (company && person !== 'differs' && person !== 'last')
  const isContradicted = !company && (person === 'differs' || person === 'last' || person === 'near')
  if ((isExact || number === 'no-extension') && isNamed) return 'strong'
  if (isExact && !isContradicted) {
    if (person === 'first' || place === 'same') return 'strong'
    if (number === 'exact' && email) return 'strong'
    // Nothing but the number is known yet, as when a call has just come in.
    if (!contact.firstName && !contact.lastName && !contact.companyName) return 'strong'
  }
  if (isExact || number === 'no-extension') return 'likely'
  if (number === 'other-extension')
    return isNamed || person === 'first' || person === 'near' ? 'likely' : 'weak'
  if (person === 'same' && place === 'same') return 'likely'
  return person === 'same' || place === 'same' || place === 'building' ? 'weak' : undefined
}

function points(
  { number, email }: ContactAgreement,
  person: NameAgreement,
  company: boolean,
  place: AddressAgreement,
): number {
  const byNumber = {
    exact: WEIGHTS.number,
    'no-extension': WEIGHTS.numberWithoutExtension,
    'other-extension': WEIGHTS.numberOtherExtension,
    none: 0,
  }[number]
  const byName = {
    same: WEIGHTS.sameName,
    near: WEIGHTS.nearName,
    first: WEIGHTS.firstName,
    last: WEIGHTS.lastName,
    differs: company ? 0 : WEIGHTS.otherName,
    unknown: 0,
  }[person]
  const byPlace = {
    same: WEIGHTS.sameAddress,
    building: WEIGHTS.sameBuilding,
    street: WEIGHTS.sameStreet,
    different: 0,
    unknown: 0,
  }[place]
  return byNumber + (email ? WEIGHTS.email : 0) + byName + (company ? WEIGHTS.company : 0) + byPlace
}

function contactReasons({ number, field, email }: ContactAgreement): Reason[] {
  const reasons: Reason[] = []
  if (number === 'exact' && field) reasons.push({ kind: field, text: `same ${field}` })
  if (number === 'no-extension')
    reasons.push({ kind: 'extension', text: 'same number, one without extension' })
  if (number === 'other-extension') reasons.push({ kind: 'extension', text: 'same number, other extension' })
  if (email) reasons.push({ kind: 'email', text: 'same email' })
  return reasons
}

/** What was forgiven is said: "Smyth" may be another family. */
function nameReasons(person: NameAgreement, contact: Contact, client: DirectoryClient): Reason[] {
  const howAlike = (part: 'name' | 'last') => (areSpelledAlike(contact, client, part) ? 'same' : 'similar')
  if (person === 'same') return [{ kind: 'name', text: `${howAlike('name')} name` }]
  if (person === 'near') return [{ kind: 'name', text: 'similar name' }]
  if (person === 'last') return [{ kind: 'name', text: `${howAlike('last')} last name` }]
  return person === 'first' ? [{ kind: 'name', text: 'same first name' }] : []
}

function otherReasons(company: boolean, place: AddressAgreement): Reason[] {
  const reasons: Reason[] = []
  if (company) reasons.push({ kind: 'company', text: 'same company' })
  if (place === 'same') reasons.push({ kind: 'address', text: 'same address' })
  if (place === 'building') reasons.push({ kind: 'address', text: 'same house, other unit' })
  if (place === 'street') reasons.push({ kind: 'street', text: 'same street' })
  return reasons
}
