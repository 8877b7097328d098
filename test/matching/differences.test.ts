import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/lead/address.ts'
import type { Contact } from '../../src/lead/contact.ts'
import { newFacts } from '../../src/matching/differences.ts'
import type { DirectoryClient } from '../../src/matching/ports.ts'
import { aClient } from './a-client.ts'

const jane: Partial<DirectoryClient> = {
  firstName: 'Jane',
  lastName: 'Smith',
  phone: '(770) 555-0123 x2 / 770-555-0124',
  email: 'Jane@mail.example; office@mail.example',
  street: '200 Main Street',
  city: 'Marietta',
}

describe('newFacts', () => {
  it.each<[string, Contact, Address, string[]]>([
    [
      'nothing new',
      { firstName: 'Jane', lastName: 'Smith', phone: '+17705550124', email: 'jane@mail.example' },
      { street: '200 main st', city: 'MARIETTA' },
      [],
    ],
    ['a number without its extension', { phone: '+17705550123' }, {}, []],
    ['a new mobile', { mobile: '+14045550199' }, {}, ['New mobile: 404-555-0199']],
    ['a new extension', { phone: '+17705550123 ext 9' }, {}, ['New phone: 770-555-0123 x9']],
    ['a new email', { email: 'js@work.example' }, {}, ['New email: js@work.example']],
    ['a new address', {}, { street: '9 Oak Ln', city: 'Marietta' }, ['New address: 9 Oak Ln, Marietta']],
    [
      'another unit',
      {},
      { street: '200 Main St', unit: 'Apt 4', city: 'Marietta' },
      ['New address: 200 Main St, Apt 4, Marietta'],
    ],
    ['a city alone', {}, { city: 'Atlanta' }, []],
    ['another person', { firstName: 'Tom', lastName: 'Smith' }, {}, ['New contact: Tom Smith']],
    ['a nickname', { firstName: 'Janie', lastName: 'Smith' }, {}, []],
    ['a company where none is known', { companyName: 'Acme' }, {}, []],
  ])('tells %s', (_, contact, address, facts) => {
    expect(newFacts(contact, address, aClient(jane), 'US')).toEqual(facts)
  })

  it('tells who the person is when SingleOps knows only the company', () => {
    const acme = aClient({ name: 'Acme', companyName: 'Acme' })

    expect(newFacts({ firstName: 'Tom', lastName: 'Hale' }, {}, acme, 'US')).toEqual([
      'New contact: Tom Hale',
    ])
  })

  it('tells of a first name one letter apart: a slip, or somebody else in the family', () => {
    const robert = aClient({ firstName: 'Robert', lastName: 'Keller' })

    expect(newFacts({ firstName: 'Roberta', lastName: 'Keller' }, {}, robert, 'US')).toEqual([
      'New contact: Roberta Keller',
    ])
  })

  it('names one number once, though it is phone and mobile', () => {
    const contact = { phone: '+14045550199', mobile: '+14045550199' }

    expect(newFacts(contact, {}, aClient(jane), 'US')).toEqual(['New mobile: 404-555-0199'])
  })
})
