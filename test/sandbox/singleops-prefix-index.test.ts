import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PrefixIndex } from '../../src/sandbox/singleops/prefix-index.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '(', '7', ' ', 'é', '🌳'), maxLength: 4 })

it('finds what a look at every text would find, also between additions', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), text.filter(Boolean), (texts, start) => {
      const index = new PrefixIndex()
      const expected: number[] = []

      for (const [id, one] of texts.entries()) {
        index.add(one, id)
        if (one.toLowerCase().startsWith(start.toLowerCase())) expected.push(id)

        expect(index.find(start).sort((a, b) => a - b)).toEqual(expected)
      }
    }),
  )
})

it('leaves out what was never filled in', () => {
  const index = new PrefixIndex()
  index.add(null, 1)
  index.add('', 2)

  expect(index.find('')).toEqual([])
})
