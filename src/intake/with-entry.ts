import type { Draft, Entry } from '../lead/draft.ts'

const PARTS: Readonly<Record<string, readonly (keyof Entry)[]>> = {
  name: ['name', 'firstName', 'lastName', 'companyName'],
  address: ['address', 'street', 'unit', 'city', 'state', 'postalCode'],
  operation: ['operationId'],
}

/** The draft with what its form says now. What was said about a value is gone with the value. */
export function withEntry(draft: Draft, entry: Entry): Draft {
  if (!draft.hints) return { ...draft, entry }
  const hints = Object.entries(draft.hints).filter(([field]) =>
    (PARTS[field] ?? [field as keyof Entry]).every((part) => entry[part] === draft.entry[part]),
  )
  return { ...draft, entry, hints: Object.fromEntries(hints) }
}
