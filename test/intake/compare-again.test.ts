import { describe, expect, it } from 'vitest'
import { compareAgain, withoutOutdatedOffer } from '../../src/intake/compare-again.ts'
import type { Entry, ShownClient } from '../../src/lead/draft.ts'
import { clientId } from '../../src/lead/ids.ts'
import { aDraft } from './a-draft.ts'
import { anAccount } from './an-account.ts'

const JANE: ShownClient = {
  id: clientId(7),
  name: 'Jane Smith',
  line: '200 Main St, Marietta',
  strength: 'strong',
  reasons: ['same phone'],
  warnings: ['archived'],
  newFacts: [],
  record: {
    firstName: 'Jane',
    lastName: 'Smith',
    phone: '(770) 555-0123 x2 / 770-555-0124',
    email: 'jane@mail.example',
  },
}
const { record: _, ...UNKNOWN } = JANE

const address = { street: '9 Lake Dr' }

describe('compareAgain', () => {
  it('gives the reasons and facts of what is said now', () => {
    const contact = { firstName: 'Jane', mobile: '+14045550129', email: 'jane@mail.example' }

    expect(compareAgain(JANE, { contact, address }, 'US')).toEqual({
      ...JANE,
      reasons: ['same email', 'same first name'],
      newFacts: ['New mobile: 404-555-0129', 'New address: 9 Lake Dr'],
    })
  })

  it('says of a client for whom nothing speaks any more only that they were chosen', () => {
    const contact = { firstName: 'Harold', mobile: '+14045550129' }

    expect(compareAgain(JANE, { contact, address: {} }, 'US')).toMatchObject({
      strength: 'weak',
      reasons: ['chosen before'],
      newFacts: ['New contact: Harold', 'New mobile: 404-555-0129'],
    })
  })

  it('takes all that was typed for new where the record is not known', () => {
    const contact = { firstName: 'Jane', lastName: 'Smith', mobile: '+17705550123' }

    expect(compareAgain(UNKNOWN, { contact, address }, 'US')).toEqual({
      ...UNKNOWN,
      newFacts: ['Mobile: 770-555-0123', 'Address: 9 Lake Dr'],
      notCompared: true,
    })
  })
})

describe('an offer', () => {
  const left = (entry: Entry, offered = JANE) =>
    withoutOutdatedOffer(aDraft({ entry, offered }), anAccount()).offered

  it.each<[string, Entry]>([
    ['the number', { phone: '770-555-0123' }],
    ['the number with its extension', { phone: '770 555 0123 x2' }],
    ['another number of theirs', { phone: '770-555-0124' }],
    ['the email', { email: 'Jane@mail.example' }],
    ['the number and an email that is not complete yet', { phone: '770-555-0123', email: 'ja' }],
    ['the number of somebody with another name', { phone: '770-555-0123', name: 'Tom Hale' }],
  ])('stays with %s', (_name, entry) => {
    expect(left(entry)).toEqual(JANE)
  })

  it.each<[string, Entry]>([
    ['another number', { phone: '404-555-0120' }],
    ['a part of the number', { phone: '770-555-01' }],
    ['another extension', { phone: '770-555-0123 x9' }],
    ['nothing', {}],
    ['the name alone', { name: 'Jane Smith' }],
  ])('goes with %s', (_name, entry) => {
    expect(left(entry)).toBeUndefined()
  })

  it('goes where the record is not known', () => {
    expect(left({ phone: '770-555-0123' }, UNKNOWN)).toBeUndefined()
  })
})
