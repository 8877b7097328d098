import { afterEach, beforeEach, expect, it } from 'vitest'
import { type SingleOpsServer, startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { aBody, anAccount, get, post } from './singleops-caller.ts'

let server: SingleOpsServer
beforeEach(async () => {
  const clients = Array.from({ length: 60 }, (_, n) => ({
    name: `Client ${n}`,
    phone: `770-555-01${n + 10}`,
  }))
  server = await startSingleOpsServer({ accounts: [anAccount({ clients })] })
})
afterEach(() => server.close())

async function control(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${server.url}/_sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const value: unknown = await answer.json()
  return { status: answer.status, value }
}

it('says what it offers', async () => {
  expect((await control('GET', '/')).value).toMatchObject({
    jobs: 0,
    clients: 60,
    routes: expect.arrayContaining([expect.stringMatching(/^POST \/_sandbox\/clients\/ID\/merge/)]),
  })
})

it('shows jobs, tasks, requests and portal clients', async () => {
  await post(server, aBody({ job_task_create: true, task: { name: 'Call back' } }))

  expect((await control('GET', '/jobs?account=main')).value).toMatchObject({
    jobs: [{ clientName: 'Ada Byron' }],
  })
  expect((await control('GET', '/tasks')).value).toMatchObject({ tasks: [{ name: 'Call back' }] })
  expect((await control('GET', '/clients?portal=true')).value).toMatchObject({ total: 1 })
  expect((await control('GET', '/requests?path=jobs')).value).toMatchObject({ requests: [{ status: 200 }] })
  expect((await control('GET', '/requests?after=1')).value).toEqual({ requests: [] })
})

it('shows what was answered to a request, without the clients’ tokens', async () => {
  await get(server, 'clients/search_by_field', { search_field: 'phone', search_term: '770-555-0112' })
  const [request] = server.requests()

  const { value } = await control('GET', `/requests/${request?.id}/answer`)
  const none = await control('GET', '/requests/99/answer')

  expect(value).toMatchObject({ answer: expect.stringContaining('"name":"Client 2"') })
  expect(value).toMatchObject({ answer: expect.stringContaining('"token":"[hidden]"') })
  for (const { token } of server.clients()) expect(JSON.stringify(value)).not.toContain(token)
  expect(none.value).toEqual({ answer: null })
})

it('pages and searches the clients, and keeps their tokens to itself', async () => {
  const second = await control('GET', '/clients?page=2')
  const found = await control('GET', '/clients?search=0133')

  expect(second.value).toMatchObject({ total: 60, page: 2, clients: { length: 10 } })
  expect(found.value).toMatchObject({ total: 1, clients: [{ name: 'Client 23' }] })
  expect(JSON.stringify([second, found])).not.toContain('"token"')
})

it('sets, lists and clears faults', async () => {
  const set = await control('POST', '/faults', { kind: 'status', status: 500, path: 'operations' })
  const struck = await get(server, 'operations')
  const listed = await control('GET', '/faults')
  await control('DELETE', '/faults/1')

  expect([set.value, struck.status]).toEqual([{ id: 1 }, 500])
  expect(listed.value).toMatchObject({ faults: [{ id: 1, used: 1, fault: { kind: 'status' } }] })
  expect((await get(server, 'operations')).status).toBe(200)
})

it.each([
  {},
  { kind: 'unknown' },
  { kind: 'status' },
  { kind: 'status', status: 'high' },
  { kind: 'status', status: 302, location: 'http://elsewhere.example/\n' },
  { kind: 'status', status: 429, retryAfter: -1 },
  { kind: 'reset', when: 'never' },
  { kind: 'drip' },
  { kind: 'slow', delayMs: -1 },
  { kind: 'slow', times: 'two' },
  { kind: 'slow', query: { page: 2 } },
])('refuses %j as a fault', async (fault) => {
  expect((await control('POST', '/faults', fault)).status).toBe(400)
  expect((await get(server, 'operations')).status).toBe(200)
})

it('takes the API down and up again, and stays reachable itself', async () => {
  await control('POST', '/down', {})
  const cut = await get(server, 'operations').catch(() => 'cut')
  await control('POST', '/down', { retryAfterSeconds: 3 })
  const unavailable = await get(server, 'operations')
  await control('POST', '/up')

  expect(cut).toBe('cut')
  expect([unavailable.status, unavailable.headers.get('retry-after')]).toEqual([503, '3'])
  expect((await get(server, 'operations')).status).toBe(200)
})

it('does what the office does', async () => {
  const added = await control('POST', '/clients', {
    account: 'main',
    client: { name: 'Zed', phone: '404-555-0199' },
  })
  await post(server)
  const [portal] = server.portalClients()
  const zed = server.clients().find((client) => client.name === 'Zed')

  await control('POST', `/clients/${portal?.id}/confirm`, { account: 'main' })
  await control('POST', `/clients/${portal?.id}/merge`, { account: 'main', into: zed?.id })

  expect(added.value).toMatchObject({ client: { name: 'Zed' } })
  expect(server.jobs()).toMatchObject([{ clientName: 'Zed', stage: 'Estimate Unscheduled' }])
})

it.each([
  ['POST', '/clients', { account: 'south', client: { name: 'Zed' } }, 400],
  ['POST', '/clients', { account: 'main', client: { name: 'Client 1' } }, 400],
  ['POST', '/clients', { account: 'main', client: { phone: 5 } }, 400],
  ['POST', '/clients/7/merge', { account: 'main', into: 8 }, 400],
  ['GET', '/jobs?account=south', undefined, 400],
  ['DELETE', '/faults/9', undefined, 400],
  ['POST', '/latency', { ms: 'long' }, 400],
  ['DELETE', '/jobs', undefined, 405],
  ['GET', '/secrets', undefined, 404],
])('answers %s %s %j with %i', async (method, path, body, status) => {
  expect(await control(method, path, body)).toMatchObject({ status, value: { error: expect.any(String) } })
})

it('is not in the log of requests', async () => {
  await control('GET', '/jobs')

  expect(server.requests()).toEqual([])
})
