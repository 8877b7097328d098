import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SingleOpsServer, startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { aBody, anAccount, get, post } from './singleops-caller.ts'

let server: SingleOpsServer
beforeAll(async () => {
  const north = anAccount({
    key: 'north',
    userEmail: 'api@north.example',
    userToken: 'token-north',
    operations: [{ id: 2011, name: 'Tree Care' }],
    customInputs: [],
    clients: [{ name: 'Nils North', phone: '770-555-0101' }],
  })
  const clients = [{ name: 'Mia Main', phone: '770-555-0101' }]
  server = await startSingleOpsServer({
    accounts: [anAccount({ clients }), north],
    clock: () => 1_700_000_000_000,
  })
})
afterAll(() => server.close())

const asNorth = { user_email: 'api@north.example', user_token: 'token-north' }

describe('who may ask', () => {
  it.each([
    ['nothing', { user_email: '', user_token: '' }],
    ['a wrong token', { user_token: 'token-mian' }],
    ['the token of another account', { user_token: 'token-north' }],
  ])('answers 401 to a GET with %s', async (_what, query) => {
    const answer = await get(server, 'operations', query)

    expect(answer).toMatchObject({ status: 401, body: { error: expect.any(String) } })
  })

  it('answers 401 to a POST whose credentials are in the URL', async () => {
    const before = server.jobs().length
    const answer = await fetch(`${server.baseUrl}jobs?user_email=api@main.example&user_token=token-main`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aBody({ user_email: undefined, user_token: undefined })),
    })

    expect(answer.status).toBe(401)
    expect(server.jobs()).toHaveLength(before)
  })

  it('takes the email in any case', async () => {
    expect(await get(server, 'operations', { user_email: 'API@Main.Example' })).toMatchObject({ status: 200 })
  })

  it('shows each account its own operations and clients', async () => {
    const operations = await get(server, 'operations', asNorth)
    const search = { search_field: 'phone', search_term: '770-555-0101' }
    const clients = await get(server, 'clients/search_by_field', { ...asNorth, ...search })

    expect(operations.body).toMatchObject([{ id: 2011 }])
    expect(clients.body).toMatchObject([{ name: 'Nils North' }])
  })

  it("refuses one account's operation, client and input in another", async () => {
    const [client] = server.clients('north')
    const answer = await post(
      server,
      aBody({ portal_lead: undefined, job: { client_id: client?.id, operation_id: 2011 } }),
    )

    expect(answer.body).toMatchObject({
      success: false,
      error: expect.stringMatching(/client \d+ is unknown; operation 2011 is unknown/),
    })
  })
})

describe('what may be asked', () => {
  it.each([
    ['GET', 'jobs', 405],
    ['POST', 'operations', 405],
    ['GET', 'clients', 404],
    ['GET', 'jobs/148830', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await fetch(new URL(path, server.baseUrl), { method })).status).toBe(status)
  })

  it('answers an unknown page outside the API in HTML', async () => {
    const answer = await fetch(`${server.url}/login`)

    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<html>')
  })

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json; charset=latin1', 415],
    ['application/json; charset=utf-8', 200],
    ['Application/JSON', 200],
  ])('answers a POST of %s with %i', async (type, status) => {
    expect(await post(server, aBody(), { headers: { 'content-type': type } })).toMatchObject({ status })
  })

  it.each(['', '{', '[]', 'null', '"job"'])('answers 400 to the body %j', async (body) => {
    expect(await post(server, undefined, { body })).toMatchObject({ status: 400 })
  })

  it('answers 413 to a body that no lead can need', async () => {
    expect(await post(server, { padding: 'x'.repeat(1_100_000) })).toMatchObject({ status: 413 })
  })

  it.each([
    { search_field: 'name', search_term: 'Mia' },
    { search_field: 'phone', search_term: ' ' },
    { search_field: 'phone', search_term: '770', page: '0' },
    { search_field: 'phone', search_term: '770', page: 'two' },
  ])('answers 400 to the search %j', async (query) => {
    expect(await get(server, 'clients/search_by_field', query)).toMatchObject({ status: 400 })
  })
})

describe('the catalog', () => {
  it('lists operations and inputs of all resources as bare lists', async () => {
    const operations = await get(server, 'operations')
    const inputs = await get(server, 'custom_inputs')

    expect(operations.body).toMatchObject([
      { active: true },
      { display_name: 'Landscaping' },
      { active: false },
    ])
    expect(inputs.body).toHaveLength(6)
    expect(inputs.body).toMatchObject({
      0: { required: true, operations: [], dropdown_options: [{ key: 'phone', display: 'Phone call' }] },
      4: { operations: [11] },
      5: { resource_type: 'client' },
    })
  })

  it('names the operations of an input as objects when started so', async () => {
    await using other = await startSingleOpsServer({ accounts: [anAccount()], operationsAsObjects: true })

    const inputs = await get(other, 'custom_inputs')

    expect(inputs.body).toMatchObject({ 4: { operations: [{ id: 11, name: 'Tree Care' }] } })
  })

  it('serves a changed catalog at once', async () => {
    server.setCatalog('north', { operations: [{ id: 2012, name: 'Lawns' }] })

    expect((await get(server, 'operations', asNorth)).body).toMatchObject([{ id: 2012, name: 'Lawns' }])
  })
})

describe('the log of requests', () => {
  it('holds no credentials, neither of the URL nor of the body', async () => {
    await get(server, 'operations')
    await post(server)

    const log = JSON.stringify(server.requests())
    expect(log).not.toContain('token-main')
    expect(log).not.toContain('api@main.example')
    expect(server.requests('jobs').at(-1)).toMatchObject({
      method: 'POST',
      account: 'main',
      status: 200,
      startedAt: 1_700_000_000_000,
      body: { user_token: '[hidden]', job: { operation_id: 11 } },
      ignored: [],
    })
  })

  it('names what SingleOps would drop without a word', async () => {
    await post(server, aBody({ source: 'Slack', job: { priority: 1 }, task: { name: 'Call' } }))
    await get(server, 'operations', { locale: 'en' })

    expect(server.requests('jobs').at(-1)?.ignored).toEqual(['source', 'task', 'job.priority'])
    expect(server.requests('operations').at(-1)?.ignored).toEqual(['?locale'])
  })
})
