import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/lead/address.ts'
import { addressKey, compareAddresses, houseKey } from '../../src/lead/same-address.ts'

const at = (street: string, rest: Address = {}): Address => ({
  street,
  city: 'Marietta',
  state: 'GA',
  ...rest,
})

describe('compareAddresses', () => {
  it.each<[Address, Address, string]>([
    [at('200 Main St'), at('200 MAIN STREET'), 'same'],
    [at('200 N. Main St.'), at('200 North Main Street'), 'same'],
    [at('200 Main St NW'), at('200 Main St'), 'same'],
    [at('200 Main'), at('200 Main St'), 'same'],
    [at('15 Saint Marks Ave'), at('15 St. Marks Avenue'), 'same'],
    [at('8 Fifth Avenue'), at('8 5th Ave'), 'same'],
    [at('12 Rue de l’Église'), at("12 rue de l'eglise"), 'same'],
    [at('200 Main St Apt 4'), at('200 Main St', { unit: '#4' }), 'same'],
    [at('200 Main St, Unit 4-B'), at('200 Main Street', { unit: 'Apt 4B' }), 'same'],
    [at('200 Main St', { postalCode: '30060-1234' }), { street: '200 Main St', postalCode: '30060' }, 'same'],
    [at('200 Main St'), { street: '200 Main St' }, 'same'],
    [at('200 Main St', { unit: '4' }), at('200 Main St', { unit: '5' }), 'building'],
    [at('200 Main St', { unit: '4' }), at('200 Main St'), 'building'],
    [at('200 Main St'), at('214 Main Street'), 'street'],
    [at('200 N Main St'), at('200 S Main St'), 'different'],
    [at('200 Main St'), at('200 Main Ave'), 'different'],
    [at('200 Main St'), at('200 Main St', { city: 'Smyrna' }), 'different'],
    [at('200 Main St', { postalCode: '30060' }), { street: '200 Main St', postalCode: '30339' }, 'different'],
    [at('200 Main St'), at('200 Maine St'), 'different'],
    [at('Main St'), at('200 Main St'), 'unknown'],
    [{}, at('200 Main St'), 'unknown'],
    [{ city: 'Marietta' }, { city: 'Marietta' }, 'unknown'],
  ])('compares %j and %j: %s', (one, other, agreement) => {
    expect(compareAddresses(one, other)).toBe(agreement)
    expect(compareAddresses(other, one)).toBe(agreement)
  })
})

describe('addressKey', () => {
  it('is the same for the same place in other words', () => {
    expect(addressKey(at('200 N Main St Apt 4'))).toBe(
      addressKey(at('200 north main street', { unit: '#4' })),
    )
  })

  it('tells places apart', () => {
    const keys = [
      at('200 Main St'),
      at('202 Main St'),
      at('200 Main St', { unit: '2' }),
      at('200 Main St', { city: 'Smyrna' }),
    ]

    expect(new Set(keys.map(addressKey)).size).toBe(4)
  })

  it.each([{}, { street: '200 Main St' }, at('Main St'), { city: 'Marietta' }])(
    'has none for too little: %j',
    (address) => {
      expect(addressKey(address)).toBeUndefined()
    },
  )
})

describe('houseKey', () => {
  const word = fc.constantFrom(
    'Main',
    'N',
    'North',
    'St',
    'Street',
    'Saint',
    '5th',
    'Fifth',
    'NW',
    'Ave',
    'Apt 4',
    '#4',
    'Hwy',
    '9',
  )
  const address = fc.record({
    street: fc
      .tuple(fc.constantFrom('200', '201'), fc.array(word, { minLength: 1, maxLength: 4 }))
      .map(([house, words]) => [house, ...words].join(' ')),
    unit: fc.constantFrom('', 'Apt 4', '5'),
    city: fc.constantFrom('', 'Marietta', 'Smyrna'),
  })

  it('is shared by all addresses that are the same house', () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        fc.pre(['same', 'building'].includes(compareAddresses(one, other)))

        expect(houseKey(one)).toBe(houseKey(other))
      }),
    )
  })

  it('is missing where there is no house number', () => {
    expect(houseKey({ street: 'Main St' })).toBeUndefined()
    expect(houseKey({ city: 'Marietta' })).toBeUndefined()
  })
})
