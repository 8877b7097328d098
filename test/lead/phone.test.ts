import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPhone, parsePhone } from '../../src/lead/phone.ts'

const home = { country: 'US', areaCode: '770' }

describe('parsePhone', () => {
  it.each([
    ['770-555-0123', '+17705550123'],
    ['(770) 555-0123', '+17705550123'],
    ['1 770 555 0123', '+17705550123'],
    ['tel:+17705550123', '+17705550123'],
    ['770.555.0123 x4', '+17705550123 ext 4'],
    ['770-555-0123 ext. 22', '+17705550123 ext 22'],
    ['514 555-0188, poste 12', '+15145550188 ext 12'],
    ['+1 770 555 0123;ext=9', '+17705550123 ext 9'],
    ['404-555-PUPS', '+14045557877'],
    ['1-800-GO-TREES', '+18004687337'],
    ['770-555-0123 cell', '+17705550123'],
    ['Cell phone: (770) 555-0123', '+17705550123'],
    ['770-555-0123 (work) x4', '+17705550123 ext 4'],
    ['+44 20 7946 0321', '+442079460321'],
    ['011 44 20 7946 0321', '+442079460321'],
  ])('reads %s', (text, number) => {
    expect(parsePhone(text, home)).toMatchObject({ kind: 'phone', number, assumedAreaCode: false })
  })

  it('completes seven digits with the area code and says so', () => {
    expect(parsePhone('555-0123', home)).toMatchObject({ number: '+17705550123', assumedAreaCode: true })
  })

  it.each([
    '123',
    '555-0123-456',
    '070-555-0123',
    '770-155-0123',
    'call me',
    '+1 555 0123',
    '770-555-l123',
    '770-555-0123 Bob',
  ])('refuses %s', (text) => {
    const parsed = parsePhone(text, home)

    expect(parsed.kind).toBe('impossible')
    expect(parsed).toMatchObject({ reason: expect.stringContaining('770-555-0123') })
  })

  it.each(['770-555-O123', '77o 555 o123', '770-555-O123 x4'])(
    'reads the letter in %s as a zero and says so',
    (text) => {
      expect(parsePhone(text, home)).toMatchObject({
        number: expect.stringMatching(/^\+17705550123/u),
        assumedZero: true,
      })
    },
  )

  it('refuses seven digits when no area code is known', () => {
    expect(parsePhone('555-0123', { country: 'US' }).kind).toBe('impossible')
  })

  it.each(['', '   '])('calls %j empty', (text) => {
    expect(parsePhone(text, home)).toEqual({ kind: 'empty' })
  })

  it.each([
    ['770-555-0123', true],
    ['770-555-0123 x4', false],
    ['770-555-0123 cell', true],
    ['home 770-555-0123', false],
    ['800-555-0123', false],
    ['+44 7911 123456', true],
    ['+44 20 7946 0321', false],
  ])('says whether %s can be texted', (text, textable) => {
    expect(parsePhone(text, home)).toMatchObject({ textable })
  })

  it('reads its own formatting back to the same number', () => {
    const number = fc
      .tuple(
        fc.integer({ min: 201, max: 989 }),
        fc.integer({ min: 0, max: 99 }),
        fc.option(fc.integer({ min: 1, max: 9999 })),
      )
      .map(([area, line, extension]) => {
        const main = `+1${area}55501${String(line).padStart(2, '0')}`
        return extension === null ? main : `${main} ext ${extension}`
      })

    fc.assert(
      fc.property(number, (value) => {
        expect(parsePhone(formatPhone(value, 'US'), home)).toMatchObject({ number: value })
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('US', 'CA', 'GB', 'nowhere'), (text, country) => {
        expect(['phone', 'empty', 'impossible']).toContain(parsePhone(text, { country }).kind)
      }),
    )
  })
})

describe('formatPhone', () => {
  it.each([
    ['+17705550123', 'US', '770-555-0123'],
    ['+17705550123 ext 4', 'CA', '770-555-0123 x4'],
    ['+442079460321', 'US', '+44 20 7946 0321'],
    ['+442079460321', 'GB', '020 7946 0321'],
    ['+17705550123', 'GB', '+1 770 555 0123'],
  ])('shows %s in %s as %s', (number, country, shown) => {
    expect(formatPhone(number, country)).toBe(shown)
  })
})
