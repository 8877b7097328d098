import type { ExtractionResult } from './lead-reader.ts'

/** A reading in the field names of the corpus; what is unknown is null. */
export function toCorpusLead({ contact, address, notes, source, isLead }: ExtractionResult): object {
  return {
    is_lead: isLead,
    first_name: contact.firstName ?? null,
    last_name: contact.lastName ?? null,
    company_name: contact.companyName ?? null,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    mobile: contact.mobile ?? null,
    address: {
      street_1: address.street ?? null,
      street_2: address.unit ?? null,
      city: address.city ?? null,
      state: address.state ?? null,
      postal_code: address.postalCode ?? null,
    },
    notes: notes ?? null,
    source_hint: source ?? null,
  }
}
