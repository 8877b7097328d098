import { type Address, formatAddress } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'
import { formatPhone } from '../lead/phone.ts'
import type { Choice, Evidence, Extraction, Field } from './extraction.ts'
import type { Findings, Found, PhoneMention } from './found.ts'

/** Findings as the draft of a lead: one value per field, evidence beside it, equals as choices. */
export function assembleExtraction(findings: Findings, country: string, cut: boolean): Extraction {
  const evidence: Partial<Record<Field, Evidence>> = {}
  const { phone, mobile, rivals } = choosePhones(findings.phones)
  const [address] = findings.addresses
  const notes = joinNotes(findings.notes)
  const contact: Contact = {
    ...(findings.name?.value.first && { firstName: findings.name.value.first }),
    ...(findings.name?.value.last && { lastName: findings.name.value.last }),
    ...(findings.company && { companyName: findings.company.value }),
    ...(findings.email && { email: findings.email.value }),
    ...(phone && { phone: phone.value.number }),
    ...(mobile && { mobile: mobile.value.number }),
  }
  note(evidence, 'firstName', contact.firstName && findings.name)
  note(evidence, 'lastName', contact.lastName && findings.name)
  note(evidence, 'companyName', findings.company)
  note(evidence, 'email', findings.email)
  note(evidence, 'phone', phone)
  note(evidence, 'mobile', mobile)
  for (const part of ['street', 'unit', 'city', 'state', 'postalCode'] as const)
    note(evidence, part, address?.value[part] && address)
  note(evidence, 'source', findings.source)
  if (notes !== '') evidence.notes = { confidence: 'likely', origin: 'from the message' }
  return {
    isLead: true,
    contact,
    address: address?.value ?? {},
    ...(notes !== '' && { notes }),
    ...(findings.source && { source: findings.source.value }),
    evidence,
    choices: [...phoneChoice(rivals, country), ...addressChoice(findings.addresses)],
    cut,
  }
}

/** What a message without a lead gives. */
export const noLead = (cut: boolean): Extraction => ({
  isLead: false,
  contact: {},
  address: {},
  evidence: {},
  choices: [],
  cut,
})

function note(
  evidence: Partial<Record<Field, Evidence>>,
  field: Field,
  found: Found<unknown> | '' | undefined,
): void {
  if (!found) return
  const { confidence, origin, quote } = found
  evidence[field] = { confidence, origin, ...(quote !== undefined && { quote }) }
}

type Phones = {
  readonly phone?: Found<PhoneMention>
  readonly mobile?: Found<PhoneMention>
  /** Numbers of the same slot, more than one. */
  readonly rivals: readonly Found<PhoneMention>[]
}

function choosePhones(phones: readonly Found<PhoneMention>[]): Phones {
  const mobiles = phones.filter((phone) => phone.value.use === 'mobile')
  const others = phones.filter((phone) => phone.value.use !== 'mobile')
  const [mobile] = mobiles
  const [phone] = others
  const rivals = others.length > 1 ? others : mobiles.length > 1 ? mobiles : []
  return { ...(phone && { phone }), ...(mobile && { mobile }), rivals }
}

function phoneChoice(rivals: readonly Found<PhoneMention>[], country: string): readonly Choice[] {
  if (rivals.length < 2) return []
  const values = rivals
    .slice(0, 5)
    .map(({ value, origin }) => ({ value: formatPhone(value.number, country), origin }))
  return [{ field: 'phone', values }]
}

function addressChoice(addresses: readonly Found<Address>[]): readonly Choice[] {
  if (addresses.length < 2) return []
  return [
    {
      field: 'address',
      values: addresses.slice(0, 5).map(({ value, origin }) => ({ value: formatAddress(value), origin })),
    },
  ]
}

function joinNotes(notes: readonly string[]): string {
  const seen = new Set<string>()
  return notes
    .map((text) => text.trim())
    .filter((text) => {
      const key = text.toLowerCase()
      if (text === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
    .join('\n')
}
