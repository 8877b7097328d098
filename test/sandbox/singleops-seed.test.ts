import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isReserved, KNOWN_CLIENTS, MAIN_ACCOUNT, seedAccount } from '../../src/sandbox/seed.ts'
import { type SingleOpsServer, startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { get } from './singleops-caller.ts'

const account = seedAccount()
const clients = account.clients ?? []
const known = new Set<string>(Object.values(KNOWN_CLIENTS).map((client) => client.name))
const digitsOf = (text: string) => text.replace(/\D/gu, '')

describe('the data set', () => {
  it('is the same each time, and another one for another account', () => {
    expect(seedAccount()).toEqual(account)
    expect(seedAccount({ number: 2 }).clients?.at(-1)).not.toEqual(clients.at(-1))
  })

  it('has as many clients as asked for, the known ones first', () => {
    expect(clients).toHaveLength(3000)
    expect(seedAccount({ clients: 20 }).clients?.slice(0, known.size)).toEqual(clients.slice(0, known.size))
  })

  it('holds only numbers kept for fiction and mail domains kept for examples', () => {
    const phones = clients.flatMap(({ phone, mobile }) => [phone, mobile]).filter((text) => text)
    const real = phones.filter((text) => {
      const digits = digitsOf(text ?? '')
      return digits.length >= 10 && !/^1?\d{3}55501\d\d/u.test(digits)
    })
    const mails = clients.flatMap(({ email }) => email ?? [])

    expect(phones.length).toBeGreaterThan(2500)
    expect(real).toEqual([])
    expect(mails.filter((mail) => !/\.example$/iu.test(mail))).toEqual([])
  })

  it('holds numbers that count as valid', () => {
    const wrong = clients
      .flatMap(({ phone }) => phone?.match(/^[^a-z/,;]*$/iu)?.[0].trim() || [])
      .filter((phone) => !parsePhoneNumberFromString(phone, 'US')?.isValid())

    expect(wrong).toEqual([])
  })

  it.each([
    ['dashes', /^\d{3}-\d{3}-\d{4}$/u],
    ['brackets', /^\(\d{3}\) \d{3}-\d{4}$/u],
    ['brackets without a space', /^\(\d{3}\)\d{3}-\d{4}$/u],
    ['dots', /^\d{3}\.\d{3}\.\d{4}$/u],
    ['spaces', /^\d{3} \d{3} \d{4}$/u],
    ['bare digits', /^\d{10}$/u],
    ['a 1-', /^1-\d{3}-/u],
    ['a +1', /^\+1/u],
    ['an extension', /\d ?(x|ext)/u],
    ['two numbers', /\d{4} (\/|or) [(+\d]/u],
    ['text behind', /\d [ (]?[a-z]{3}/iu],
    ['text before', /^[a-z]/iu],
  ])('has numbers with %s', (_what, spelling) => {
    const some = clients.filter(({ phone }) => phone && spelling.test(phone))

    expect(some.length).toBeGreaterThan(2)
  })

  it('has clients of every standing, families and shared numbers', () => {
    const count = (fits: (client: (typeof clients)[number]) => unknown) => clients.filter(fits).length
    const numbers = clients.map(({ phone }) => digitsOf(phone ?? '').slice(0, 10)).filter(Boolean)

    expect({
      archived: count(({ active }) => active === false) > 50,
      onHold: count(({ on_hold, hold_reason }) => on_hold && hold_reason) > 20,
      notices: count(({ notice }) => notice) > 50,
      unconfirmed: count(({ unconfirmed }) => unconfirmed) > 20,
      companies: count(({ company_name }) => company_name) > 300,
      smiths: count(({ last_name }) => last_name === 'Smith') > 15,
      shoutedMail: count(({ email }) => email && email === email.toUpperCase()) > 20,
      merged: (account.merges?.length ?? 0) > 10,
      shared: numbers.length - new Set(numbers).size > 30,
    }).toEqual(
      Object.fromEntries(
        'archived onHold notices unconfirmed companies smiths shoutedMail merged shared'
          .split(' ')
          .map((key) => [key, true]),
      ),
    )
  })

  it('keeps the numbers of known clients and of unknown callers off everybody else', () => {
    const intruders = clients.filter(
      ({ name, phone, mobile }) =>
        !known.has(name ?? '') &&
        [...digitsOf(`${phone ?? ''}${mobile ?? ''}`).matchAll(/(?=(\d{10}))/gu)].some(([, ten]) =>
          isReserved(ten ?? ''),
        ),
    )

    expect(intruders).toEqual([])
  })
})

describe('a server that is told of no account', () => {
  let server: SingleOpsServer
  beforeAll(async () => {
    server = await startSingleOpsServer()
  })
  afterAll(() => server.close())

  const search = (field: string, term: string) =>
    get(server, 'clients/search_by_field', {
      user_email: MAIN_ACCOUNT.userEmail,
      user_token: MAIN_ACCOUNT.userToken,
      search_field: field,
      search_term: term,
    })

  it('has the data set, with the merged clients merged', async () => {
    const { body } = await search('phone', KNOWN_CLIENTS.merged.phone)
    const survivor = server.clients('main').find((client) => client.name === KNOWN_CLIENTS.survivor.name)

    expect(server.clients()).toHaveLength(3000)
    expect(body).toMatchObject([{ active: false, merged_into_id: survivor?.id }])
  })

  it('finds Jane Smith alone by her number as typed, and by her email', async () => {
    const jane = [{ name: 'Jane Smith', bill_addr_1: '200 Main St' }]

    expect((await search('phone', '(770) 555-0123')).body).toMatchObject(jane)
    expect((await search('phone', '(770) 555-0123')).body).toHaveLength(1)
    expect((await search('email', 'jane.smith@mail.example')).body).toMatchObject(jane)
  })

  it('gives two servers of one seed the same ids and tokens', async () => {
    await using other = await startSingleOpsServer()

    expect(other.clients().slice(0, 50)).toEqual(server.clients().slice(0, 50))
  })
})

it('keeps all ids of two seeded accounts apart', async () => {
  await using server = await startSingleOpsServer({
    accounts: [seedAccount({ clients: 30 }), seedAccount({ key: 'north', number: 2, clients: 30 })],
  })

  const ids = ['main', 'north'].map((key) => server.clients(key).map((client) => client.id))

  expect(new Set(ids.flat()).size).toBe(60)
  expect(server.clients('north')[0]).toMatchObject({ account: 'north', name: 'Jane Smith' })
})
