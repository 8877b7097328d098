import { describe, expect, it } from 'vitest'
import { fillIn, withPastedRead } from '../../src/intake/fill-in.ts'
import type { Entry } from '../../src/lead/draft.ts'
import { aDraft } from './a-draft.ts'
import { anAccount } from './an-account.ts'

const account = anAccount()
const fill = (typed: Entry, read: Entry) =>
  fillIn(aDraft({ entry: typed }), { entry: read }, account, true).entry

describe('what was read beside what is typed', () => {
  it.each<{ typed: Entry; read: Entry; need: string | undefined }>([
    { typed: { need: 'Hedge' }, read: { need: 'Oak' }, need: 'Hedge\nOak' },
    { typed: { name: 'Ann Lee' }, read: { name: 'ann lee' }, need: undefined },
    { typed: { name: 'Ann Lee' }, read: { name: 'Tom Lee' }, need: 'Name: Tom Lee' },
    { typed: { email: 'a@b.example' }, read: { email: 'c@b.example' }, need: 'Email: c@b.example' },
    { typed: { email: 'a@b.example' }, read: { email: 'A@b.example' }, need: undefined },
    { typed: { address: '1 Elm St' }, read: { address: '2 Oak Ave' }, need: 'Address: 2 Oak Ave' },
    {
      typed: { phone: '404-555-0120', secondPhone: '404-555-0121' },
      read: { phone: '(404) 555-0120', secondPhone: '404-555-0122' },
      need: 'Phone: 404-555-0122',
    },
  ])('$typed and $read give $need', ({ typed, read, need }) => {
    expect(fill(typed, read).need).toBe(need)
  })

  it('goes into the second number where that is free', () => {
    const entry = fill({ phone: '404-555-0120' }, { phone: '678-555-0121' })

    expect(entry).toMatchObject({ phone: '404-555-0120', secondPhone: '678-555-0121' })
  })

  it('adds the company to the person it was read with', () => {
    const read = { name: 'Ann Lee', firstName: 'Ann', lastName: 'Lee', companyName: 'Oakwood HOA' }

    expect(fill({ name: 'Ann Lee' }, read).companyName).toBe('Oakwood HOA')
    expect(fill({ name: 'Tom Lee' }, read).need).toBe('Name: Ann Lee\nCompany: Oakwood HOA')
  })

  it('moves what the field has no room for behind it', () => {
    const entry = fill({ need: 'x'.repeat(2000) }, { need: 'y'.repeat(1500) })

    expect(entry.need).toHaveLength(3000)
    expect(entry.rest).toEqual({ text: 'y'.repeat(501), send: true })
  })
})

it('keeps each of several numbers and addresses where nobody can be asked', () => {
  const pasted =
    'Ann 678 555 0121 or 404 555 0120 or 770 555 0133, 12 Elm St Marietta GA or 14 Oak Ave Marietta GA'

  const { entry, choices } = withPastedRead(aDraft({ entry: { pasted } }), account)

  expect(choices).toBeUndefined()
  expect(entry).toMatchObject({ phone: '678-555-0121', secondPhone: '404-555-0120' })
  expect(entry.address).toContain('12 Elm St')
  expect(entry.need).toContain('Phone: 770-555-0133')
  expect(entry.need).toContain('Address: 14 Oak Ave')
})
