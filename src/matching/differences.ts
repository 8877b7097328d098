import { type Address, formatAddress } from '../lead/address.ts'
import { type Contact, contactName } from '../lead/contact.ts'
import { formatPhone } from '../lead/phone.ts'
import { compareAddresses } from '../lead/same-address.ts'
import { hasEmail, hasNumber } from './compare-contacts.ts'
import { comparePersons, isSameCompany } from './compare-names.ts'
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
  const facts: string[] = []
  const name = contactName({ ...contact, companyName: '' })
  const person = comparePersons(contact, client)
  if (
    name &&
    (person === 'differs' ||
      person === 'last' ||
      person === 'near' ||
      (person === 'unknown' && !client.firstName))
  ) {
    facts.push(`New contact: ${name}`)
  }
  if (contact.companyName && client.companyName && !isSameCompany(contact, client)) {
    facts.push(`New company: ${contact.companyName}`)
  }
  if (contact.mobile && !hasNumber(client, contact.mobile, country)) {
    facts.push(`New mobile: ${formatPhone(contact.mobile, country)}`)
  }
  if (contact.phone && contact.phone !== contact.mobile && !hasNumber(client, contact.phone, country)) {
    facts.push(`New phone: ${formatPhone(contact.phone, country)}`)
  }
  if (contact.email && !hasEmail(client.email, contact.email)) facts.push(`New email: ${contact.email}`)
  if (isNewAddress(address, client)) facts.push(`New address: ${formatAddress(address)}`)
  return facts
}

function isNewAddress(address: Address, client: DirectoryClient): boolean {
  if (!address.street) return false
  return client.street === undefined || compareAddresses(address, client) !== 'same'
}
