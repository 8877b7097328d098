import { expect, it } from 'vitest'
import { withEntry } from '../../src/intake/with-entry.ts'
import type { Entry } from '../../src/lead/draft.ts'
import { aDraft } from './a-draft.ts'
import { LANDSCAPING, TREE_CARE } from './an-account.ts'

const ENTRY: Entry = {
  phone: '555-0120',
  name: 'Nadia Okafor',
  firstName: 'Nadia',
  lastName: 'Okafor',
  operationId: TREE_CARE.id,
}
const HINTS = { phone: 'assumed', name: 'please check', operation: 'As last time' }

it.each<[string, Entry, string[]]>([
  ['nothing is changed', ENTRY, ['phone', 'name', 'operation']],
  ['the number is', { ...ENTRY, phone: '404-555-0120' }, ['name', 'operation']],
  ['a part of the name is', { ...ENTRY, lastName: 'Lee' }, ['phone', 'operation']],
  ['the operation is', { ...ENTRY, operationId: LANDSCAPING.id }, ['phone', 'name']],
])('keeps what was said about the values that stay when %s', (_what, entry, kept) => {
  const draft = withEntry(aDraft({ entry: ENTRY, hints: HINTS }), entry)

  expect(Object.keys(draft.hints ?? {})).toEqual(kept)
  expect(draft.entry).toBe(entry)
})
