import type { Extraction } from '../../src/extract/extraction.ts'

/** The right answer of a record, in the corpus' field names; `<field>_alt` lists what is accepted too. */
export type Truth = Readonly<Record<string, unknown>> & { readonly is_lead: boolean }

const FIELDS: Readonly<Record<string, (reading: Extraction) => string | undefined>> = {
  first_name: ({ contact }) => contact.firstName,
  last_name: ({ contact }) => contact.lastName,
  company_name: ({ contact }) => contact.companyName,
  email: ({ contact }) => contact.email,
  phone: ({ contact }) => contact.phone,
  mobile: ({ contact }) => contact.mobile,
  street_1: ({ address }) => address.street,
  street_2: ({ address }) => address.unit,
  city: ({ address }) => address.city,
  state: ({ address }) => address.state,
  postal_code: ({ address }) => address.postalCode,
}

export type Score = {
  readonly right: number
  readonly wrong: number
  readonly missing: number
  readonly misses: readonly string[]
}

/** How many fields of a reading are right, wrong (or invented) and missing. */
export function scoreReading(reading: Extraction, truth: Truth): Score {
  let [right, wrong, missing] = [0, 0, 0]
  const misses: string[] = []
  for (const [field, readField] of Object.entries(FIELDS)) {
    const got = plain(readField(reading))
    const accepted = acceptedFor(field, truth, reading)
    const optional = accepted.includes('')
    if (got !== '' && accepted.includes(got)) right += 1
    else {
      if (got !== '') wrong += 1
      if (!optional) missing += 1
      if (got !== '' || !optional) misses.push(`${field}: ${got || 'nothing'}`)
    }
  }
  return { right, wrong, missing, misses }
}

function acceptedFor(field: string, truth: Truth, reading: Extraction): readonly string[] {
  const address = truth.address as Readonly<Record<string, unknown>>
  const holder = field in truth ? truth : address
  const slots = truth.phone_slot === 'any' && (field === 'phone' || field === 'mobile')
  const own = [holder[field], ...((holder[`${field}_alt`] as unknown[] | undefined) ?? [])]
  // Where either slot is fine, the other one may stay empty.
  const other = slots ? [truth.phone, truth.mobile] : []
  const isElsewhere = slots && reading.contact[field === 'phone' ? 'mobile' : 'phone'] !== undefined
  return [...own, ...other, ...(isElsewhere ? [null] : [])].map((value) =>
    plain(typeof value === 'string' ? value : undefined),
  )
}

const plain = (text: string | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/[.,#]/gu, ' ')
    .replace(/\b(?:apt|unit|suite)\b/gu, ' ')
    .replace(/&/gu, 'and')
    .replace(/\s+/gu, ' ')
    .trim()
