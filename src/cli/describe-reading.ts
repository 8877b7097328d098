import type { ExtractionResult } from './lead-reader.ts'

const NAMES = {
  firstName: 'First name',
  lastName: 'Last name',
  companyName: 'Company',
  email: 'Email',
  phone: 'Phone',
  mobile: 'Mobile',
  street: 'Street',
  unit: 'Unit',
  city: 'City',
  state: 'State',
  postalCode: 'ZIP',
  source: 'Lead source',
  notes: 'Notes',
} as const

/** A reading for a person: each field with where it came from and how sure it is. */
export function describeReading(reading: ExtractionResult): string {
  if (!reading.isLead) return 'No lead in it.'
  const values: Readonly<Record<string, string | undefined>> = {
    ...reading.contact,
    ...reading.address,
    source: reading.source,
    notes: reading.notes,
  }
  const lines = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((field) => {
    const value = values[field]
    if (value === undefined) return []
    const evidence = reading.evidence[field]
    const doubt = evidence?.confidence === 'weak' ? '; please check' : ''
    const origin = evidence ? `   (${evidence.origin}${doubt})` : ''
    const shown = value.includes('\n') ? `\n${value.replace(/^/gmu, '    ')}\n ` : value
    return [`${NAMES[field].padEnd(12)} ${shown}${origin}`]
  })
  const choices = reading.choices.map(
    ({ field, values: all }) =>
      `Several ${field}s fit: ${all.map(({ value, origin }) => `${value} (${origin})`).join(' · ')}`,
  )
  const cut = reading.cut ? ['The message was longer than what is read.'] : []
  return [...lines, ...choices, ...cut].join('\n')
}
