import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/lead/address.ts'
import type { Contact } from '../../src/lead/contact.ts'
import { newFacts, typedFacts } from '../../src/matching/differences.ts'
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
    ['a company where none is known', { companyName: 'Acme' }, {}, ['New company: Acme']],
    ['another company', { companyName: 'Oakwood HOA' }, {}, ['New company: Oakwood HOA']],
  ])('tells %s', (_, contact, address, facts) => {
    expect(newFacts(contact, address, aClient(jane), 'US')).toEqual(facts)
  })

  it('tells who the person is when SingleOps knows only the company', () => {
    const acme = aClient({ name: 'Acme', companyName: 'Acme' })

    expect(newFacts({ firstName: 'Tom', lastName: 'Hale' }, {}, acme, 'US')).toEqual([
      'New contact: Tom Hale',
    ])
  })

  it.each<[string, Contact, Partial<DirectoryClient>, string[]]>([
    [
      'a last name',
      { firstName: 'Jane', lastName: 'Smith' },
      { firstName: 'Jane' },
      ['Full name: Jane Smith'],
    ],
    [
      'a first name',
      { firstName: 'Jane', lastName: 'Smith' },
      { lastName: 'Smith' },
      ['Full name: Jane Smith'],
    ],
    [
      'a first name where one word is all of the name',
      { firstName: 'Jane', lastName: 'Smith' },
      { name: 'Smith' },
      ['Full name: Jane Smith'],
    ],
    ['nothing but the last name that it has', { firstName: 'Smith' }, { lastName: 'Smith' }, []],
    ['nothing but a part of the name', { firstName: 'Jane' }, { firstName: 'Jane', lastName: 'Smith' }, []],
    [
      'nothing where the company was typed as a name',
      { firstName: 'Harvest', lastName: 'Grove' },
      { companyName: 'Harvest Grove LLC' },
      [],
    ],
    ['nothing but the company that is its name', { companyName: 'Acme Inc.' }, { name: 'Acme' }, []],
  ])('tells, beside the record, %s', (_, contact, record, facts) => {
    expect(newFacts(contact, {}, aClient(record), 'US')).toEqual(facts)
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

describe('typedFacts', () => {
  it('tells all that was typed but the name that is known', () => {
    const contact: Contact = {
      firstName: 'Jane',
      lastName: 'Smith',
      companyName: 'Oakwood HOA',
      mobile: '+17705550123',
      email: 'jane@mail.example',
    }

    expect(
      typedFacts(contact, { street: '200 Main St' }, aClient({ firstName: 'Jane', lastName: 'Smith' }), 'US'),
    ).toEqual([
      'Company: Oakwood HOA',
      'Mobile: 770-555-0123',
      'Email: jane@mail.example',
      'Address: 200 Main St',
    ])
  })
})
