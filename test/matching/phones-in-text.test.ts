import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SPELLINGS } from '../../src/matching/phone-spellings.ts'
import { findPhones } from '../../src/matching/phones-in-text.ts'

describe('findPhones', () => {
  it.each([
    ['770-555-0123', ['+17705550123']],
    ['(770) 555-0123 x4', ['+17705550123 4']],
    ['770-555-0123 ext. 22', ['+17705550123 22']],
    ['7705550123ext5', ['+17705550123 5']],
    ['770.555.0123, #12', ['+17705550123 12']],
    ['(555) 555-5555 x2 / 555.555.0199', ['+15555555555 2', '+15555550199']],
    ['770-555-0123 or 404-555-0199', ['+17705550123', '+14045550199']],
    ['770-555-0123 / 555-0188', ['+17705550123', '+17705550188']],
    ['wife Ann 770 555 0123 - call after 5', ['+17705550123']],
    ['c: +1 (770) 555-0123', ['+17705550123']],
    ['1-770-555-0123', ['+17705550123']],
    ['17705550123', ['+17705550123']],
    // As it comes out of a phone's contacts: with hyphens and spaces that don't break.
    ['(770)\u00a0555\u20110123', ['+17705550123']],
    ['770\u2010555\u20120123', ['+17705550123']],
    ['770\u2014555\u20140123 / 555\u20110188', ['+17705550123', '+17705550188']],
    ['770-555-0123 4045550199', ['+17705550123', '+14045550199']],
    ['+44 20 7946 0958', ['+442079460958']],
    ['770-555-01234', []],
    ['77055501', []],
    ['555-0123', []],
    ['gate code 1234', []],
    ['', []],
    [undefined, []],
  ])('reads %j', (text, numbers) => {
    const found = findPhones(text, 'US')

    expect(found.map(({ main, extension }) => [main, extension].filter(Boolean).join(' '))).toEqual(numbers)
  })

  it('reads every spelling that we search for, with anything behind it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SPELLINGS),
        fc.integer({ min: 200, max: 999 }),
        fc.integer({ min: 200, max: 999 }),
        fc.integer({ min: 0, max: 9999 }),
        fc.constantFrom('', ' x2', ' (wife)', ' / 404-555-0199', ', text first', ' Bob'),
        (template, area, exchange, line, behind) => {
          const digits = `${area}${exchange}${String(line).padStart(4, '0')}`
          const text = template
            .replace('A', String(area))
            .replace('E', String(exchange))
            .replace('N', digits.slice(6))

          expect(findPhones(`${text}${behind}`, 'US')[0]?.main).toBe(`+1${digits}`)
        },
      ),
    )
  })

  it('stays quick on any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 3000 }), (text) => findPhones(text, 'US').length < 100))
  })
})
