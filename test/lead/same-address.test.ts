import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/lead/address.ts'
import { addressKeys, compareAddresses, houseKey } from '../../src/lead/same-address.ts'

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

describe('addressKeys', () => {
  const finds = (one: Address, other: Address) =>
    addressKeys(other).asked.some((key) => addressKeys(one).kept.includes(key))
  const elm = (address: Address): Address => ({ street: '12 Elm St', ...address })

  it.each<[Address, Address]>([
    [elm({ city: 'Marietta', postalCode: '30060' }), elm({ city: 'Marietta', postalCode: '30060-1234' })],
    [elm({ city: 'Marietta', postalCode: '30060' }), elm({ city: 'MARIETTA' })],
    [elm({ city: 'Marietta', postalCode: '30060' }), elm({ postalCode: '30060' })],
    [elm({ city: 'Marietta' }), { street: '12 Elm', city: 'Marietta' }],
    [elm({ city: 'Marietta' }), { street: '12 elm street', city: 'Marietta' }],
    [at('200 N Main St Apt 4'), at('200 north main', { unit: '#4' })],
  ])('finds %j by %j and the other way round', (one, other) => {
    expect(finds(one, other)).toBe(true)
    expect(finds(other, one)).toBe(true)
  })

  it.each<[Address, Address]>([
    [at('200 Main St'), at('202 Main St')],
    [at('200 Main St'), at('200 Main Ave')],
    [at('200 Main St'), at('200 N Main St')],
    [at('200 Main St'), at('200 Main St', { unit: '2' })],
    [at('200 Main St'), at('200 Main St', { city: 'Smyrna' })],
  ])('does not find %j by %j', (one, other) => {
    expect(finds(one, other)).toBe(false)
    expect(finds(other, one)).toBe(false)
  })

  it.each([{}, { street: '200 Main St' }, at('Main St'), { city: 'Marietta' }])(
    'has none for too little: %j',
    (address) => {
      expect(addressKeys(address)).toEqual({ kept: [], asked: [] })
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
