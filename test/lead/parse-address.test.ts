import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/lead/address.ts'
import { findAddresses } from '../../src/lead/find-addresses.ts'
import { parseAddressLine, readAddressLine } from '../../src/lead/parse-address.ts'

const aMarietta = (address: Address = {}): Address => ({
  street: '200 Main St',
  city: 'Marietta',
  ...address,
})

describe('parseAddressLine', () => {
  it.each<[string, Address]>([
    ['200 main st marietta', aMarietta()],
    ['200 main st, marietta ga', aMarietta({ state: 'GA' })],
    ['200 Main St Marietta 30060', aMarietta({ state: 'GA', postalCode: '30060' })],
    [
      '200 Main St, Apt 4, Marietta, Georgia 30060-1234, USA',
      aMarietta({ unit: 'Apt 4', state: 'GA', postalCode: '30060-1234' }),
    ],
    [
      'Unit 4, 1190 Birchmount Rd, Scarborough, ON m1p2b8',
      {
        street: '1190 Birchmount Rd',
        unit: 'Unit 4',
        city: 'Scarborough',
        state: 'ON',
        postalCode: 'M1P 2B8',
      },
    ],
    [
      '1740 ne 45th ave portland or 97213',
      { street: '1740 NE 45th Ave', city: 'Portland', state: 'OR', postalCode: '97213' },
    ],
    [
      '17 Sassafras Ln\nUnit B\nAsheville, North Carolina 28803\nUnited States',
      { street: '17 Sassafras Ln', unit: 'Unit B', city: 'Asheville', state: 'NC', postalCode: '28803' },
    ],
    [
      '455, avenue Wilson, Montréal (Québec) H4A 2T3',
      { street: '455, avenue Wilson', city: 'Montréal', state: 'QC', postalCode: 'H4A 2T3' },
    ],
    [
      '4480 NC Highway 9, Mill Spring NC 28756',
      { street: '4480 NC Highway 9', city: 'Mill Spring', state: 'NC', postalCode: '28756' },
    ],
    [
      'RR 2 Box 118, Weeping Water NE 68463',
      { street: 'RR 2 Box 118', city: 'Weeping Water', state: 'NE', postalCode: '68463' },
    ],
    [
      '100 Main St St Louis MO 63101',
      { street: '100 Main St', city: 'St Louis', state: 'MO', postalCode: '63101' },
    ],
    [
      '200 broadway denver co 80202',
      { street: '200 Broadway', city: 'Denver', state: 'CO', postalCode: '80202' },
    ],
    ['15 county road 12 barrie on', { street: '15 County Road 12', city: 'Barrie', state: 'ON' }],
    ['12 Main St West Linn OR', { street: '12 Main St', city: 'West Linn', state: 'OR' }],
    ['905 CHURCH ST EXT', { street: '905 Church St Ext' }],
    ['Marietta, GA', { city: 'Marietta', state: 'GA' }],
    ['30060', { state: 'GA', postalCode: '30060' }],
    ['behind the church', { street: 'behind the church' }],
  ])('parts %j', (line, address) => {
    expect(parseAddressLine(line, { country: 'US' })).toEqual(address)
  })

  it('keeps what it cannot part', () => {
    const address = parseAddressLine('Alder Court, 200 Main St, behind the pool', { country: 'US' })

    expect(address.street).toBe('Alder Court, 200 Main St, behind the pool')
  })

  it.each<[string, Address, string | undefined]>([
    [
      '200 Main St, Marietta, GA 30060 (gate code 4711)',
      aMarietta({ state: 'GA', postalCode: '30060' }),
      'gate code 4711',
    ],
    [
      '200 Main St, Marietta, GA 30060, USA [big dog]',
      aMarietta({ state: 'GA', postalCode: '30060' }),
      'big dog',
    ],
    [
      '200 main st marietta ga 30060 gate code 4711',
      aMarietta({ state: 'GA', postalCode: '30060' }),
      'gate code 4711',
    ],
    ['200 Main St, Marietta - behind the church', aMarietta(), 'behind the church'],
    ['200 Main St (gate code 4711)', { street: '200 Main St' }, 'gate code 4711'],
    [
      'Broadway Plaza, Marietta, GA 30060 (suite at the back)',
      { street: 'Broadway Plaza', city: 'Marietta', state: 'GA', postalCode: '30060' },
      'suite at the back',
    ],
    ['200 Main St (Apt 4), Marietta, GA', aMarietta({ unit: 'Apt 4', state: 'GA' }), undefined],
    ['200 Main St, behind the pool', { street: '200 Main St, behind the pool' }, undefined],
  ])('tells the note from the address in %j', (line, address, note) => {
    expect(readAddressLine(line, { country: 'US' })).toEqual({ address, ...(note && { note }) })
  })

  it('loses no word and no digit', () => {
    const word = fc.constantFrom(
      '200',
      'Main',
      'St',
      'Apt',
      '4',
      'Oak',
      'Ln',
      'Marietta',
      'GA',
      '30060',
      'rear',
      'gate',
      'N',
    )
    const lines = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))

    fc.assert(
      fc.property(lines, (line) => {
        const parts = Object.values(parseAddressLine(line, { country: 'US' }))
          .join(' ')
          .replaceAll(',', ' ')
          .toLowerCase()
        for (const part of line.toLowerCase().split(' ')) expect(parts.split(/\s+/u)).toContain(part)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => typeof parseAddressLine(text, { country: 'CA' }) === 'object'),
    )
  })
})

describe('findAddresses', () => {
  it('finds the street inside a sentence and stops before the next one', () => {
    const [found] = findAddresses(
      "I'm at 1145 Eldon Dr in Lincoln, 68510. Two oaks, 3 stumps about 20 inches.",
      'US',
    )

    expect(found?.address).toEqual({
      street: '1145 Eldon Dr',
      city: 'Lincoln',
      state: 'NE',
      postalCode: '68510',
    })
  })

  it.each([
    '2 stumps about 20 inches each, front yard',
    '14 yds, ETA 10:30. gate 7705',
    '12 trees way too close to the drive',
  ])('sees no address in %j', (text) => {
    expect(findAddresses(text, 'US')).toEqual([])
  })
})
