import { expect, it } from 'vitest'
import { extractLead } from '../../src/extract/extract-lead.ts'
import { withoutHandingOn } from '../../src/extract/handed-on.ts'
import { aMail, SETTINGS } from './a-mail.ts'

it.each([
  'Can somebody take this one?',
  'Hi all, could anyone please follow up on this?',
  'FYI',
  'Please handle, thanks!',
  'see below',
])('drops %j above a forward', (line) => {
  expect(withoutHandingOn([line])).toEqual([])
})

it.each([
  'Can somebody take this tree down?',
  'Please look at the oak by the gate',
  'She wants it done before the party.',
  'Can somebody call her today? The limb is on the roof.',
])('keeps %j', (line) => {
  expect(withoutHandingOn([line])).toEqual([line])
})

it('begins the notes with the customer’s words, though nobody knows that the colleague above them is one', () => {
  const lead = extractLead(
    aMail({
      from: [{ name: 'Olivia Park', address: 'olivia@greenfield-trees.example' }],
      to: [],
      text: 'Can somebody take this one?\n\n---------- Forwarded message ---------\nFrom: Nadia Okafor <nadia@mail.example>\nDate: Mon, Nov 23, 2026 at 9:12 AM\nSubject: Quote\nTo: <office@greenfield-trees.example>\n\nwe have two dead pines close to the driveway and would like a quote.',
    }),
    SETTINGS,
  )

  expect(lead.contact.lastName).toBe('Okafor')
  expect(lead.notes).toMatch(/^we have two dead pines/u)
})
