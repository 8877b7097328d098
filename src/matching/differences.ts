import { type Address, formatAddress } from '../lead/address.ts'
import { type Contact, contactName } from '../lead/contact.ts'
import { formatPhone } from '../lead/phone.ts'
import { compareAddresses } from '../lead/same-address.ts'
import { hasEmail, hasNumber } from './compare-contacts.ts'
import { comparePersons, isCalledLikeCompany, isSameCompany, saysMore } from './compare-names.ts'
import { knownClient } from './known-client.ts'
import type { DirectoryClient } from './ports.ts'

/**
 * What was typed and the client's record lacks, one line each, for people and for the notes: the API can't change a client. A name that
 * merely says less than the record is no new fact.
 */
export function newFacts(
  contact: Contact,
  address: Address,
  client: DirectoryClient,
  country: string,
): string[] {
  return lacking(contact, address, client, country).map(({ what, value }) =>
    what === FULL_NAME ? `Full name: ${value}` : `New ${what}: ${value}`,
  )
}

/** All that was typed, in the same form, for a client of whom nothing but the name is known: the record may have it or not. */
export function typedFacts(
  contact: Contact,
  address: Address,
  client: Pick<DirectoryClient, 'id' | 'name'>,
  country: string,
): string[] {
  return lacking(contact, address, knownClient(client, {}), country).map(
    ({ what, value }) => `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${value}`,
  )
}

type Fact = { readonly what: string; readonly value: string }

const FULL_NAME = 'full name'

function lacking(contact: Contact, address: Address, client: DirectoryClient, country: string): Fact[] {
  const facts: Fact[] = []
  const name = contactName({ ...contact, companyName: '' })
  const isPerson = name && !isCalledLikeCompany(contact, client)
  const person = comparePersons(contact, client)
  if (
    isPerson &&
    (person === 'differs' ||
      person === 'last' ||
      person === 'near' ||
      (person === 'unknown' && !client.firstName))
  ) {
    facts.push({ what: 'contact', value: name })
  } else if (isPerson && saysMore(contact, client)) {
    facts.push({ what: FULL_NAME, value: name })
  }
  if (contact.companyName && !isSameCompany(contact, client)) {
    facts.push({ what: 'company', value: contact.companyName })
  }
  if (contact.mobile && !hasNumber(client, contact.mobile, country)) {
    facts.push({ what: 'mobile', value: formatPhone(contact.mobile, country) })
  }
  if (contact.phone && contact.phone !== contact.mobile && !hasNumber(client, contact.phone, country)) {
    facts.push({ what: 'phone', value: formatPhone(contact.phone, country) })
  }
  if (contact.email && !hasEmail(client.email, contact.email)) {
    facts.push({ what: 'email', value: contact.email })
  }
  if (isNewAddress(address, client)) facts.push({ what: 'address', value: formatAddress(address) })
  return facts
}

function isNewAddress(address: Address, client: DirectoryClient): boolean {
  if (!address.street) return false
  return client.street === undefined || compareAddresses(address, client) !== 'same'
}
