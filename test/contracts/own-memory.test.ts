import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewLead, RecallQuery } from '../../src/intake/ports.ts'
import type { Address } from '../../src/lead/address.ts'
import type { Contact } from '../../src/lead/contact.ts'
import { accountKey, userId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { aDraft, aNewLead, NOON, someContent } from '../store/a-lead.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { ENGINES, type Place, type TestEngine } from './engines.ts'

const DAY = 24 * 3_600_000
const PHONE = '+17705550188'

describe.each(ENGINES)('own memory on $name', ({ start }) => {
  let engine: TestEngine
  let place: Place
  let store: Store
  let accounts = 0

  const open = (where: Place) => openStore({ ...where, now: () => NOON, log: createMemoryLog() })
  const ownAccount = () => accountKey(`account-${++accounts}`)
  const aboutPhone = (account: Lead['account'], contact: Contact = { phone: PHONE }): RecallQuery => ({
    account,
    contact,
    address: {},
    leadsSince: NOON - 3 * DAY,
    formsSince: NOON - DAY / 48,
    olderSince: NOON - 365 * DAY,
  })
  const insert = async (parts: Partial<NewLead>): Promise<Lead> => {
    const lead = await store.drafts.transaction((tx) => tx.insertLead(aNewLead(parts)))
    if (!lead) throw new Error('the reference was taken')
    return lead
  }

  beforeAll(async () => {
    engine = await start()
    place = await engine.newPlace()
    store = await open(place)
  })

  afterAll(async () => {
    await store[Symbol.asyncDispose]()
    await engine[Symbol.asyncDispose]()
  })

  it('finds leads by phone, mobile, email and house of the same account, newest first', async () => {
    const account = ownAccount()
    const content = (contact: Contact, street = '1 Elsewhere Rd') =>
      someContent({ contact, address: { street, city: 'Marietta' } })
    const byPhone = await insert({ account, content: content({ phone: `${PHONE} ext 4` }) })
    const byMobile = await insert({ account, content: content({ mobile: PHONE }), confirmedAt: NOON + 1 })
    const byEmail = await insert({
      account,
      content: content({ email: 'Jane@Mail.example' }),
      confirmedAt: NOON + 2,
    })
    const byHouse = await insert({
      account,
      content: content({ firstName: 'Tom' }, '200 N. Main Street Apt 4'),
      confirmedAt: NOON + 3,
    })
    await insert({ account, content: content({ phone: '+17705550189', email: 'other@mail.example' }) })
    await insert({ account: ownAccount(), content: content({ phone: PHONE }) })

    const { leads } = await store.drafts.recall({
      ...aboutPhone(account, { mobile: PHONE, email: 'jane@mail.EXAMPLE ' }),
      address: { street: '200 Main St' },
    })

    expect(leads.map(({ id }) => id)).toEqual([byHouse.id, byEmail.id, byMobile.id, byPhone.id])
  })

  it('leaves out leads that are older or were discarded', async () => {
    const account = ownAccount()
    const content = someContent({ contact: { phone: PHONE } })
    await insert({ account, content, confirmedAt: NOON - 3 * DAY - 1 })
    const discarded = await insert({ account, content })
    await store.leads.transaction((tx) => tx.changeLead(discarded, { state: 'discarded' }, NOON))

    const { leads } = await store.drafts.recall(aboutPhone(account))

    expect(leads).toEqual([])
  })

  it('finds the open forms of others with one of the numbers', async () => {
    const account = ownAccount()
    const [ana, sam] = [userId('U-ana'), userId('U-sam')]
    const numbers = ['+17705550100', PHONE]
    await store.drafts.insertDraft(aDraft({ account, taker: ana, state: 'open', numbers }))
    await store.drafts.insertDraft(aDraft({ account, taker: sam, numbers }))
    await store.drafts.insertDraft(aDraft({ account, taker: ana, state: 'confirmed', numbers }))
    await store.drafts.insertDraft(aDraft({ account, taker: ana, numbers, updatedAt: NOON - DAY }))
    await store.drafts.insertDraft(aDraft({ account, taker: ana, numbers: ['+17705550100'] }))

    const { forms } = await store.drafts.recall({ ...aboutPhone(account), by: sam })

    expect(forms).toEqual([{ taker: ana, touchedAt: NOON }])
  })

  it('knows for a year that there was a lead, and by whom, without keeping its contact', async () => {
    const account = ownAccount()
    const address = { street: '200 Main St', city: 'Marietta', postalCode: '30060' }
    const content = someContent({ contact: { phone: PHONE, email: 'jane@mail.example' }, address })
    await insert({ account, content, confirmedAt: NOON - 100 * DAY })
    await insert({ account, content, confirmedAt: NOON - 400 * DAY })
    const discarded = await insert({ account, content, confirmedAt: NOON - 90 * DAY })
    await store.leads.transaction((tx) => tx.changeLead(discarded, { state: 'discarded' }, NOON))

    const { leads, older } = await store.drafts.recall({
      ...aboutPhone(account, { mobile: PHONE }),
      address: { street: '200 Main Street', city: 'Marietta', postalCode: '30060-1234' },
    })
    const elsewhere = await store.drafts.recall(aboutPhone(ownAccount()))

    expect(leads).toEqual([])
    expect(older).toEqual([
      { taker: userId('U1'), confirmedAt: NOON - 100 * DAY, same: ['phone', 'address'] },
    ])
    expect(elsewhere.older).toEqual([])
  })

  it('finds an address again that is said with less: without ZIP, city or street suffix', async () => {
    const account = ownAccount()
    const address = { street: '12 Elm St', city: 'Marietta', state: 'GA', postalCode: '30060' }
    await insert({ account, content: someContent({ contact: {}, address }), confirmedAt: NOON - 100 * DAY })
    const recall = async (said: Address) => {
      const { older } = await store.drafts.recall({ ...aboutPhone(account, {}), address: said })
      return older.map(({ same }) => same)
    }

    expect(await recall({ street: '12 Elm St', city: 'Marietta' })).toEqual([['address']])
    expect(await recall({ street: '12 Elm Street', city: 'Marietta', state: 'GA' })).toEqual([['address']])
    expect(await recall({ street: '12 Elm', postalCode: '30060' })).toEqual([['address']])
    expect(await recall({ street: '12 Elm Ave', city: 'Marietta', postalCode: '30060' })).toEqual([])
  })

  it('remembers the contact that a lead got when it was mended', async () => {
    const account = ownAccount()
    const lead = await insert({ account, state: 'queued', confirmedAt: NOON - 10 * DAY })
    const mended = someContent({ contact: { email: 'new@mail.example' } })

    await store.drafts.transaction((tx) => tx.amendLead(lead, { content: mended }, NOON))

    const { older } = await store.drafts.recall(aboutPhone(account, { email: 'new@mail.example' }))
    expect(older).toMatchObject([{ same: ['email'] }])
  })

  it('keeps its key over a restart, and forgets what is too old', async () => {
    const other = await engine.newPlace()
    const account = ownAccount()
    const content = someContent({ contact: { phone: PHONE } })
    {
      await using first = await open(other)
      for (const days of [10, 300]) {
        const lead = aNewLead({ account, content, confirmedAt: NOON - days * DAY })
        await first.drafts.transaction((tx) => tx.insertLead(lead))
      }
      await first.drafts.forgetOlder(NOON - 200 * DAY)
    }
    await using again = await open(other)

    const { older } = await again.drafts.recall(aboutPhone(account))

    expect(older.map(({ confirmedAt }) => confirmedAt)).toEqual([NOON - 10 * DAY])
  })

  it('forgets forms that were left, some at a time, and keeps what is in use or became a lead', async () => {
    await using own = await open(await engine.newPlace())
    const old = { updatedAt: NOON - 8 * DAY }
    const left = [aDraft({ ...old, state: 'open' }), aDraft(old), aDraft(old)]
    const kept = [aDraft({ ...old, state: 'confirmed' }), aDraft({ updatedAt: NOON - DAY })]
    for (const draft of [...left, ...kept]) await own.drafts.insertDraft(draft)

    const counts = []
    for (let time = 0; time < 3; time += 1) counts.push(await own.drafts.forgetForms(NOON - 7 * DAY, 2))
    const found = await Promise.all([...left, ...kept].map(({ id }) => own.drafts.findDraft(id)))

    expect(counts).toEqual([2, 1, 0])
    expect(found.map((draft) => draft?.id)).toEqual([
      undefined,
      undefined,
      undefined,
      ...kept.map(({ id }) => id),
    ])
  })

  it('changes a lead’s content only for the version that was read', async () => {
    const lead = await insert({ account: ownAccount() })
    const content = someContent({ need: 'oak and stump' })

    const changed = await store.drafts.transaction((tx) => tx.amendLead(lead, { content }, NOON + 1))
    const late = await store.drafts.transaction((tx) => tx.amendLead(lead, { content }, NOON + 2))

    expect(changed).toMatchObject({ version: 2, state: 'queued', content: { need: 'oak and stump' } })
    expect(late).toBeUndefined()
  })

  it('lets of two confirms of the same caller at once the second one see the first', async () => {
    const account = ownAccount()
    const content = someContent({ contact: { phone: PHONE } })
    const confirm = () =>
      store.drafts.transaction(async (tx) => {
        const leads = await tx.takeAlone(aboutPhone(account))
        if (leads.length === 0) await tx.insertLead(aNewLead({ account, content }))
        return leads.length
      })

    const seen = await Promise.all([confirm(), confirm(), confirm()])

    expect(seen.toSorted()).toEqual([0, 1, 1])
  })
})
