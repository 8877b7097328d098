import type { Contact } from '../lead/contact.ts'
import type { Lead } from '../lead/lead.ts'

/** True when SingleOps can be asked whether it made this lead's client: jobs can't be listed, clients only by phone and email. */
export function canLookUp(lead: Lead): boolean {
  return lead.content.client.kind === 'new' && hasSearchTerm(lead.content.contact)
}

/** A name equal to the one sent and nothing but the numbers and the address that were sent. Spelling and letter case don't count. */
export function isSentContact(found: Contact, sent: Contact): boolean {
  return (
    sameText(found.firstName, sent.firstName) &&
    sameText(found.lastName, sent.lastName) &&
    sameText(found.companyName, sent.companyName) &&
    sameText(found.email, sent.email) &&
    sameNumber(found.phone, sent.phone) &&
    sameNumber(found.mobile, sent.mobile)
  )
}

function hasSearchTerm({ phone, mobile, email }: Contact): boolean {
  return Boolean(phone || mobile || email)
}

function sameText(one: string | undefined, other: string | undefined): boolean {
  return plain(one) === plain(other)
}

function plain(text = ''): string {
  return text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
}

function sameNumber(one: string | undefined, other: string | undefined): boolean {
  return digits(one) === digits(other)
}

function digits(number = ''): string {
  return number.replace(/\D+/gu, ' ').trim()
}
