import type { Draft } from '../../lead/draft.ts'

// Slack shows ten small texts in a row; one is the summary.
const MOST_LINES = 9

const FIELD_WORDS: Readonly<Record<string, string>> = {
  phone: 'Phone',
  secondPhone: 'Second number',
  email: 'Email',
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  companyName: 'Company',
  address: 'Address',
  street: 'Street',
  unit: 'Unit',
  city: 'City',
  state: 'State',
  postalCode: 'ZIP',
  need: 'Need',
  jobName: 'Job name',
  taskName: 'Task name',
  taskNotes: 'Task notes',
}

/** What is said beside a field of the form, once more where the form can't be seen; and which fields nobody typed or touched. */
export function linesToCheck(draft: Draft): string[] {
  const { operation: _, ...aboutValues } = draft.hints ?? {}
  const filled = (draft.fromMessage ?? []).map((field) => nameOf(field, draft)).filter(Boolean)
  const origin = draft.source ? 'From the message' : 'Filled in for you'
  return [
    ...Object.entries(aboutValues).map(([field, hint]) => `${nameOf(field, draft) ?? field}: ${hint}`),
    ...(filled.length > 0 ? [`${origin}: ${filled.join(', ')}`] : []),
  ].slice(0, MOST_LINES)
}

function nameOf(field: string, { prepared }: Draft): string | undefined {
  const custom = prepared?.customValues.find(({ inputId }) => field === `custom:${inputId}`)
  return custom?.name ?? FIELD_WORDS[field]
}
