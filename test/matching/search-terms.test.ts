import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SPELLINGS } from '../../src/matching/phone-spellings.ts'
import { searchTerms, type Term } from '../../src/matching/search-terms.ts'

const aNumber = fc
  .tuple(
    fc.integer({ min: 200, max: 999 }),
    fc.integer({ min: 200, max: 999 }),
    fc.integer({ min: 0, max: 9999 }),
  )
  .map(([area, exchange, line]) => `${area}${exchange}${String(line).padStart(4, '0')}`)

const spell = (template: string, digits: string) =>
  template.replace('A', digits.slice(0, 3)).replace('E', digits.slice(3, 6)).replace('N', digits.slice(6))

const leavesOf = (term: Term): Term[] =>
  term.narrower.length === 0 ? [term] : term.narrower.flatMap(leavesOf)

describe('searchTerms', () => {
  it('reaches every spelling that we claim, at first and however often it is narrowed', () => {
    fc.assert(
      fc.property(aNumber, fc.constantFrom(...SPELLINGS), (digits, template) => {
        const terms = searchTerms({ phone: `+1${digits}` })
        const text = spell(template, digits)

        expect(terms.some(({ term }) => text.startsWith(term))).toBe(true)
        expect(terms.flatMap(leavesOf).some(({ term }) => text.startsWith(term))).toBe(true)
      }),
    )
  })

  it.each([
    '+1(770) 555-0123',
    '1(770) 555-0123',
    '1-(770) 555-0123',
    '+1-(770) 555-0123',
    '+1(770)-555 0123',
    '1(770)-555-0123',
    '(770)-555 0123',
    '770 - 555 0123',
    '770/5550123',
  ])('reaches %s also in an account with so many clients that 1 and +1 are narrowed down', (text) => {
    const terms = searchTerms({ phone: '+17705550123' }).flatMap((term) =>
      ['1', '+1'].includes(term.term) ? term.narrower : [term],
    )

    expect(terms.some(({ term }) => text.startsWith(term))).toBe(true)
  })

  it('asks for nothing but beginnings of spellings, each narrower one longer', () => {
    const check = (term: Term, spellings: readonly string[]) => {
      expect(spellings.some((text) => text.startsWith(term.term))).toBe(true)
      for (const narrower of term.narrower) {
        expect(narrower.term.startsWith(term.term)).toBe(true)
        expect(narrower.term.length).toBeGreaterThan(term.term.length)
        check(narrower, spellings)
      }
    }
    fc.assert(
      fc.property(aNumber, (digits) => {
        const spellings = SPELLINGS.map((template) => spell(template, digits))
        for (const term of searchTerms({ phone: `+1${digits}` })) check(term, spellings)
      }),
    )
  })

  it('asks the commonest spellings first, within the usual budget', () => {
    const terms = searchTerms({ mobile: '+17705550123', email: 'jane@mail.example' }).map(({ term }) => term)

    expect(terms.slice(0, 4)).toEqual(['jane@mail.example', '770-555', '(770) 555', '770555'])
    expect(terms.length).toBeLessThanOrEqual(16)
  })

  it('asks an email lower-cased and as typed', () => {
    const terms = searchTerms({ email: 'jane@mail.example' }, 'Jane@Mail.example')

    expect(terms.map(({ term }) => term)).toEqual(['jane@mail.example', 'Jane@Mail.example'])
  })

  it('asks what two numbers share once', () => {
    const terms = searchTerms({ mobile: '+17705550123', phone: '+14045550199 ext 4' })

    expect(terms.filter(({ term }) => term === '+1')).toHaveLength(1)
    expect(
      terms
        .filter(({ term }) => term === '+1')
        .flatMap(leavesOf)
        .map(({ term }) => term),
    ).toEqual(expect.arrayContaining(['+17705550123', '+14045550199']))
  })

  it('asks a number from abroad in the usual forms', () => {
    expect(searchTerms({ phone: '+442079460958' }).map(({ term }) => term)).toEqual(
      expect.arrayContaining(['+442079460958', '+44 20 7946 0958', '020 7946 0958']),
    )
  })

  it('has nothing to ask without number and email', () => {
    expect(searchTerms({ firstName: 'Jane' })).toEqual([])
  })
})
