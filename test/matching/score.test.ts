import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/lead/address.ts'
import type { Contact } from '../../src/lead/contact.ts'
import type { DirectoryClient } from '../../src/matching/ports.ts'
import { scoreClient } from '../../src/matching/score.ts'
import { aClient } from './a-client.ts'

const jane: Contact = {
  firstName: 'Jane',
  lastName: 'Smith',
  mobile: '+17705550123',
  email: 'jane@mail.example',
}
const main: Address = { street: '200 Main St', city: 'Marietta', state: 'GA' }

const score = (client: Partial<DirectoryClient>, contact: Contact = jane, address: Address = main) =>
  scoreClient({ contact, address, country: 'US' }, aClient(client))

describe('scoreClient', () => {
  it.each<[string, Partial<DirectoryClient>, Contact, string | undefined]>([
    ['number and name', { firstName: 'Jane', lastName: 'Smith', phone: '770.555.0123' }, jane, 'strong'],
    [
      'number and nickname',
      { firstName: 'Bob', lastName: 'Hale', phone: '7705550123' },
      { firstName: 'Robert', lastName: 'Hale', phone: '+17705550123' },
      'strong',
    ],
    [
      'one of a couple',
      { firstName: 'Tom & Jane', lastName: 'Smith', phone: '770-555-0123' },
      jane,
      'strong',
    ],
    ['name with a slip', { firstName: 'Jane', lastName: 'Smyth', phone: '770-555-0123' }, jane, 'strong'],
    [
      'name the other way round',
      { firstName: 'Smith', lastName: 'Jane', phone: '770-555-0123' },
      jane,
      'strong',
    ],
    ['name in one field', { name: 'Jane Smith', phone: '770-555-0123' }, jane, 'strong'],
    ['email and name', { firstName: 'Jane', lastName: 'Smith', email: 'JANE@mail.example' }, jane, 'strong'],
    [
      'number and email, no name in SingleOps',
      { companyName: 'Oak House', phone: '770-555-0123', email: 'jane@mail.example' },
      jane,
      'strong',
    ],
    [
      'number and a company that was typed as a name',
      { companyName: 'Harvest Grove LLC', firstName: 'Tom', lastName: 'Hale', phone: '770-555-0123' },
      { firstName: 'Harvest', lastName: 'Grove', phone: '+17705550123' },
      'strong',
    ],
    [
      'number and a company that SingleOps has as a name',
      { name: 'Harvest Grove LLC', phone: '770-555-0123' },
      { firstName: 'Harvest', lastName: 'Grove', phone: '+17705550123' },
      'strong',
    ],
    [
      'a number alone while no name is known',
      { firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123' },
      { phone: '+17705550123' },
      'strong',
    ],
    [
      'number and first name alone',
      { firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123' },
      { firstName: 'Jane', phone: '+17705550123' },
      'strong',
    ],
    [
      'number and last name alone',
      { firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123' },
      { firstName: 'Smith', phone: '+17705550123' },
      'strong',
    ],
    [
      'company and number',
      { companyName: 'Acme Property, LLC', phone: '770-555-0123' },
      { companyName: 'Acme Property', phone: '+17705550123' },
      'strong',
    ],
    [
      'a spouse on the same number',
      { firstName: 'Tom', lastName: 'Smith', phone: '770-555-0123' },
      jane,
      'likely',
    ],
    [
      'another name on the same number',
      { firstName: 'Ann', lastName: 'Otis', phone: '770-555-0123' },
      jane,
      'likely',
    ],
    [
      'another name at number and address',
      { firstName: 'Ann', lastName: 'Otis', phone: '770-555-0123', street: '200 Main St' },
      jane,
      'likely',
    ],
    [
      'a company with a person that is not ours',
      { companyName: 'Acme', firstName: 'Ann', lastName: 'Otis', phone: '770-555-0123' },
      jane,
      'likely',
    ],
    ['a shared email', { companyName: 'Acme', email: 'jane@mail.example' }, jane, 'likely'],
    [
      'same name, other extension',
      { firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123 x9' },
      { ...jane, mobile: '+17705550123 ext 4' },
      'likely',
    ],
    [
      'other name, other extension',
      { firstName: 'Ann', lastName: 'Otis', phone: '770-555-0123 x9' },
      { ...jane, mobile: '+17705550123 ext 4' },
      'weak',
    ],
    [
      'same name, one without extension',
      { firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123 x9' },
      jane,
      'strong',
    ],
    [
      'other name, one without extension',
      { firstName: 'Ann', lastName: 'Otis', phone: '770-555-0123 x9' },
      jane,
      'likely',
    ],
    [
      'a number that differs by one digit, same name',
      { firstName: 'Jane', lastName: 'Smith', phone: '770-555-0124' },
      jane,
      'weak',
    ],
    [
      'a number that differs by one digit',
      { firstName: 'Ann', lastName: 'Otis', phone: '770-555-0124' },
      jane,
      undefined,
    ],
    [
      'an email that goes on',
      { email: 'jane@mail.example.org', firstName: 'Ann', lastName: 'Otis' },
      jane,
      undefined,
    ],
    ['nothing', {}, jane, undefined],
  ])('judges %s', (_, client, contact, strength) => {
    expect(score(client, contact)?.strength).toBe(strength)
  })

  it('says why, in words for people', () => {
    const found = score({
      firstName: 'Jane',
      lastName: 'Smith',
      mobile: '770 555 0123',
      email: 'jane@mail.example',
      street: '200 main street',
    })

    expect(found?.reasons.map(({ text }) => text)).toEqual([
      'same mobile',
      'same email',
      'same name',
      'same address',
    ])
  })

  it.each([
    [{ firstName: 'Tom', lastName: 'Smith', phone: '770-555-0123' }, 'same last name'],
    [{ firstName: 'Tom', lastName: 'Smyth', phone: '770-555-0123' }, 'similar last name'],
    [{ firstName: 'Jane', lastName: 'Smyth', phone: '770-555-0123' }, 'similar name'],
    [{ firstName: 'J.', lastName: 'Smith', phone: '770-555-0123' }, 'similar name'],
    [{ firstName: 'Bob & Jane', lastName: 'SMITH', phone: '770-555-0123' }, 'same name'],
    [{ name: 'Smith, Jane', phone: '770-555-0123' }, 'same name'],
    [{ firstName: 'Tom', lastName: 'Smith', phone: '770-555-0123 x4' }, 'same number, one without extension'],
    [{ phone: '770-555-0123', street: '200 Main St', unit: 'Apt 9' }, 'same house, other unit'],
    [{ phone: '770-555-0123', street: '214 Main Street', city: 'Marietta' }, 'same street'],
  ])('names a partial agreement as such: %j', (client, text) => {
    expect(score(client)?.reasons.map((reason) => reason.text)).toContain(text)
  })

  it.each([
    ['Robert', 'Roberta'],
    ['Michael', 'Michaela'],
    ['Andrew', 'Andrea'],
    ['Maria', 'Mario'],
    ['Denis', 'Denise'],
    ['Patricia', 'Pat'],
    ['Christina', 'Chris'],
    ['Michael', 'Micheal'],
  ])('is not sure that %s Keller is %s Keller on the same number', (firstName, ours) => {
    const client = { firstName, lastName: 'Keller', phone: '770-555-0123', street: '200 Main St' }

    const whole = score(client, { firstName: ours, lastName: 'Keller', mobile: '+17705550123' })
    const firstAlone = score(client, { firstName: ours, mobile: '+17705550123' }, {})

    expect(whole?.strength).toBe('likely')
    expect(firstAlone?.strength).toBe('likely')
  })

  it('ranks the whole name before the last name, and either before another name', () => {
    const phone = '770-555-0123'
    const points = [
      score({ phone, firstName: 'Jane', lastName: 'Smith' }),
      score({ phone, firstName: 'Janet', lastName: 'Smith' }, { ...jane, firstName: 'Janets' }),
      score({ phone, firstName: 'Tom', lastName: 'Smith' }),
      score({ phone, firstName: 'Ann', lastName: 'Otis' }),
    ].map((found) => found?.score ?? 0)

    expect(points).toEqual(points.toSorted((a, b) => b - a))
    expect(new Set(points).size).toBe(4)
  })
})
