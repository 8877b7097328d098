import { expect, it } from 'vitest'
import { splitPhones } from '../../src/lead/split-phones.ts'

const home = { country: 'US', areaCode: '770' }

it.each<[string, string[]]>([
  ['770-555-0123, 404-555-0120', ['770-555-0123', '404-555-0120']],
  ['770-555-0123 home / 404-555-0120 cell', ['770-555-0123 home', '404-555-0120 cell']],
  ['770-555-0123 or 404-555-0120', ['770-555-0123', '404-555-0120']],
  ['(770) 555-0123 (404) 555-0120', ['(770) 555-0123', '(404) 555-0120']],
  ['770 555 0123 404 555 0120 x5', ['770 555 0123', '404 555 0120 x5']],
])('parts %s', (text, parts) => {
  expect(splitPhones(text, home)).toEqual(parts)
})

it.each(['770-555-0123', '770-555-0123, ext 4', '770-555-0123 / 0124', '770-555-0123 or call Bob', '12', ''])(
  'leaves %j whole',
  (text) => {
    expect(splitPhones(text, home)).toEqual([text])
  },
)
