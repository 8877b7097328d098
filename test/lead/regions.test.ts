import { describe, expect, it } from 'vitest'
import { toRegionCode } from '../../src/lead/regions.ts'

describe('toRegionCode', () => {
  it.each([
    ['GA', 'GA'],
    ['ga', 'GA'],
    ['Ga.', 'GA'],
    ['Georgia', 'GA'],
    ['N.C.', 'NC'],
    ['North  Carolina', 'NC'],
    ['D.C.', 'DC'],
    ['Puerto Rico', 'PR'],
    ['Ont.', 'ON'],
    ['P.E.I.', 'PE'],
    ['Québec', 'QC'],
    ['Colombie-Britannique', 'BC'],
  ])('knows %s as %s', (text, code) => {
    expect(toRegionCode(text, 'US')).toBe(code)
    expect(toRegionCode(text, 'CA')).toBe(code)
  })

  it.each(['', 'XX', 'Georgian', 'North'])('does not know %j', (text) => {
    expect(toRegionCode(text, 'US')).toBeUndefined()
  })

  it('knows no regions of other countries', () => {
    expect(toRegionCode('GA', 'GB')).toBeUndefined()
  })
})
