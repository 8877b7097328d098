import { describe, expect, it } from 'vitest'
import { extractLead } from '../../src/extract/extract-lead.ts'

const read = (text: string) =>
  extractLead(
    { kind: 'text', text, certain: true },
    { country: 'US', ownDomains: [], ownPhones: [], ownNames: [] },
  )

describe('names in a note', () => {
  it.each([
    ['j.t. mabry 601 555 0186 three pines on the fence', 'J.T.', 'Mabry'],
    ['got a vm from Annelise van der Meulen, 616 555 0127', 'Annelise', 'van der Meulen'],
    ['her name is Dolores, Dolores Quintanilla, oak down', 'Dolores', 'Quintanilla'],
    ["last name's Gutowski, first name Walt, big spruce", 'Walt', 'Gutowski'],
    ['habla solo español - Wilmer Chávez, 571-555-0148', 'Wilmer', 'Chávez'],
    ['Marcus Toomey with Redhawk, tenant contact is Shayla in 2C 303-555-0163', 'Marcus', 'Toomey'],
    ['for the file: Okonkwo, Chidi. 301-555-0199', 'Chidi', 'Okonkwo'],
    ['marcelo something, 786 555 0182, ficus hedge', 'Marcelo', undefined],
    ['Mrs. Van Der Zanden (Trudy) 503-555-0180 hazelnut', 'Trudy', 'Van Der Zanden'],
  ])('in %j are %j and %j', (text, first, last) => {
    const { contact } = read(text)

    expect([contact.firstName, contact.lastName]).toEqual([first, last])
  })
})

describe('places in a note', () => {
  it.each([
    [
      'crew was working at 92 Wampanoag Trl and the neighbor came over, Manny Furtado at 94, wants a price',
      '94 Wampanoag Trl',
    ],
    ['mailing addr is po box 88 but the trees r at 27500 moffat rd', '27500 Moffat Rd'],
    ['Kip Voss, 9280 N 400 W, Fremont IN 46737', '9280 N 400 W'],
    ['lead: bethany, 11 cobblestone, mechanicsburg pa, 717.555.0109', '11 Cobblestone'],
    ['wants 12 arborvitae, mechanicsburg pa, 717.555.0109', undefined],
  ])('in %j the street is %j', (text, street) => {
    expect(read(text).address.street).toBe(street)
  })

  it('takes nobody behind a street for a town', () => {
    const { address, contact } = read('410 Pinecrest Ave, Mrs. Delgadillo, 408 555 0175, roots. San Jose')

    expect([address.city, contact.lastName]).toEqual(['San Jose', 'Delgadillo'])
  })
})

describe('numbers in a note', () => {
  it("keeps a relative's number out where the customer gave one", () => {
    const { contact } = read('Leland Ashworth 617-555-0198, caretaker is Duffy 508-555-0135, elms')

    expect(contact.phone).toBe('+16175550198')
  })
})
