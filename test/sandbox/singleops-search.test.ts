import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SingleOpsServer, startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { aBody, anAccount, find, get, post } from './singleops-caller.ts'

const clients = [
  { name: 'Dash', phone: '770-555-0101', email: 'Dash@Mail.example' },
  { name: 'Bracket', phone: '(770) 555-0101 x2 / 770-555-0102', mobile: '404-555-0101' },
  { name: 'Text', phone: 'wife 770-555-0101' },
  { name: 'Blank', phone: '', email: null },
  ...Array.from({ length: 120 }, (_, n) => ({ name: `Many ${n}`, phone: `912-555-01${n % 100}` })),
]

let server: SingleOpsServer
beforeAll(async () => {
  server = await startSingleOpsServer({ accounts: [anAccount({ clients })] })
})
afterAll(() => server.close())

describe('the prefix search', () => {
  it.each([
    ['phone', '770-555-0101', ['Dash']],
    ['phone', '770-555', ['Dash']],
    ['phone', '(770) 555-0101', ['Bracket']],
    ['phone', '7705550101', []],
    ['phone', '770-555-0102', []],
    ['phone', '404-555-0101', []],
    ['phone', 'WIFE', ['Text']],
    ['email', 'dash@mail.EXAMPLE', ['Dash']],
    ['email', 'mail.example', []],
  ])('finds by %s %s what begins with it as typed: %j', async (field, term, names) => {
    expect(await find(server, field, term)).toEqual(names)
  })

  it('also looks into mobiles when started so', async () => {
    await using other = await startSingleOpsServer({
      accounts: [anAccount({ clients })],
      phoneSearchSeesMobile: true,
    })

    expect(await find(other, 'phone', '404-555-0101')).toEqual(['Bracket'])
  })

  it('gives fifty a page, each client once, and an empty page behind the last', async () => {
    const pages = await Promise.all([undefined, 2, 3, 4].map((page) => find(server, 'phone', '912', page)))

    expect(pages.map((page) => page.length)).toEqual([50, 50, 20, 0])
    expect(new Set(pages.flat()).size).toBe(120)
  })

  it("gives each client's secret token", async () => {
    const { body } = await get(server, 'clients/search_by_field', {
      search_field: 'phone',
      search_term: '770-',
    })

    expect(body).toMatchObject([{ token: expect.stringMatching(/^[0-9a-f]{32}$/) }])
  })
})

describe('what the office does', () => {
  it('shows an added client', async () => {
    server.addClient('main', { first_name: 'Una', last_name: 'New', phone: '478-555-0100' })

    expect(await find(server, 'phone', '478-555-0100')).toEqual(['Una New'])
    expect(() => server.addClient('main', { name: 'Una New' })).toThrow('unique')
  })

  it('keeps a merged client in the search, archived, and refuses leads for it', async () => {
    const from = server.addClient('main', { name: 'Old', phone: '478-555-0111' })
    const into = server.addClient('main', { name: 'Real', phone: '478-555-0122' })
    const lead = aBody({ portal_lead: undefined, job: { client_id: from.id } })
    await post(server, lead)

    server.mergeClient('main', from.id, into.id)

    const { body } = await get(server, 'clients/search_by_field', {
      search_field: 'phone',
      search_term: '478-555-0111',
    })
    expect(body).toMatchObject([{ name: 'Old', active: false, merged_into_id: into.id }])
    expect(server.jobs().at(-1)).toMatchObject({ clientId: into.id, clientName: 'Real' })
    expect((await post(server, lead)).body).toMatchObject({ success: false })
  })
})

describe('a client that the search shows late', () => {
  const enter = (phone: string) =>
    post(server, aBody({ portal_lead: { first_name: 'Late', last_name: phone, phone } }))

  it('is hidden until it is shown', async () => {
    server.setHideRule('until-shown')
    await enter('334-555-0101')

    const before = await find(server, 'phone', '334-555-0101')
    server.showClients()

    expect(before).toEqual([])
    expect(await find(server, 'phone', '334-555-0101')).toEqual(['Late 334-555-0101'])
  })

  it('is hidden from so many searches that would have found it', async () => {
    server.setHideRule({ searches: 2 })
    await enter('334-555-0102')
    await find(server, 'phone', '770-555-0101')

    const seen = []
    for (let n = 0; n < 3; n += 1) seen.push((await find(server, 'phone', '334-555-0102')).length)

    expect(seen).toEqual([0, 0, 1])
    server.setHideRule(undefined)
  })
})
