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
    ['this is Mrs. Teague, the white pine is close to the chimney 603-555-0115', undefined, 'Teague'],
    ["Mrs Lunt's book club friend Ida Crane (207-555-0119) has a birch down", 'Ida', 'Crane'],
    ['Hey its Rick. Mom says add her friend. Dorothea Lang, 83, 831-555-0109, cypress', 'Dorothea', 'Lang'],
    ['Coach Reynolds over at the school, Dwight Reynolds, 979-555-0114, dead oak', 'Dwight', 'Reynolds'],
    ['Lamont w/ Copperline Property Mgmt (509-555-0134), Mrs. Bose will let us in', 'Lamont', undefined],
    ['from bob: new acct, mgr Lois 352-555-0192, hanging limbs', 'Lois', undefined],
    ['wants a bid for buckthorn goats, Chris (she) Lindahl 651-555-0185', 'Chris', 'Lindahl'],
    ['dave n laurie hench 717 555 0129 privacy screen', 'Dave & Laurie', 'Hench'],
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
    ['on Ledge Road in Camden, it is birch, number is 29, 207-555-0118', '29 Ledge Road'],
    ['Sam Tran, 714-555-0163, 9931 Bolsa, avocado too tall', '9931 Bolsa'],
    ['Trish, 616 555 0103. Still at 940 Cherry SE Grand Rapids. Mulberry in fence line', '940 Cherry SE'],
    ['needs 2 euc removed 155 Vista Grande Rd Los Altos 408-555-0162', '155 Vista Grande Rd'],
    ['865 555 0150 hickory down, 3115 Thorn Grove Pike knoxville', '3115 Thorn Grove Pike'],
    ['lives on Sunset Terrace in Altoona house number is four forty 814-555-0171', '440 Sunset Terrace'],
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

describe('whether a note is a lead', () => {
  const isLead = (text: string) =>
    extractLead({ kind: 'text', text }, { country: 'US', ownDomains: [], ownPhones: [], ownNames: [] }).isLead

  it.each([
    'txt from 360 555 0171: "hi this is Mags Tolentino, our cedar is dropping limbs on the coop. can you come look? 418 Orcas Loop"',
    'someone left no name: call 734-555-0190 abt poplar on the service drop',
    'Dr. Amina Farouk, 571-555-0136, 10 Tobacco Quay Dr, Alexandria VA, only works w/ licensed + insured',
    'set up Wendell Pruitt 423 555 0129, 88 Soddy Lake Rd Soddy-Daisy TN - 2 oaks, gate is chained, he will meet us',
  ])('takes %j for one', (text) => {
    expect(isLead(text)).toBe(true)
  })

  it.each([
    'kid named Brandon Yoder stopped in looking for work, has his CDL, 717-555-0160. want me to have him fill out an app?',
    'Sheila Rudd 417-555-0190 called to cancel, sold the house, take her off the list for the pin oaks',
    'some kid selling driveway sealing called, Travis 479-555-0144, told him no',
    'Mosby pecan went fine. Log truck guy (Wes 901-555-0141) coming for the butt log',
    'Theresa cant do mon. wants wed instead for her stumps, 775-555-0106',
  ])('takes %j for none', (text) => {
    expect(isLead(text)).toBe(false)
  })
})
