import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fault, type SingleOpsServer, startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { aBody, anAccount, FIRST_ID, find, get, post } from './singleops-caller.ts'

let server: SingleOpsServer
beforeEach(async () => {
  const clients = [{ name: 'Jane', phone: '770-555-0123' }]
  server = await startSingleOpsServer({ accounts: [anAccount({ clients })] })
})
afterEach(() => server.close())

const last = () => server.requests().at(-1)

describe('answers that are not what the page promises', () => {
  it.each<[Fault, Record<string, unknown>]>([
    [
      { kind: 'status', status: 401 },
      { status: 401, body: { error: 'Unauthorized' } },
    ],
    [
      { kind: 'status', status: 403 },
      { status: 403, body: { error: 'Forbidden' } },
    ],
    [
      { kind: 'status', status: 404 },
      { status: 404, body: { error: 'Not Found' } },
    ],
    [
      { kind: 'status', status: 429, retryAfter: 7 },
      { status: 429, body: { error: 'Too Many Requests' } },
    ],
    [
      { kind: 'status', status: 500 },
      { status: 500, body: expect.stringContaining('<html>') },
    ],
    [
      { kind: 'status', status: 502 },
      { status: 502, body: expect.stringContaining('502 Bad Gateway') },
    ],
    [
      { kind: 'status', status: 503 },
      { status: 503, body: expect.stringContaining('<html>') },
    ],
    [
      { kind: 'status', status: 504 },
      { status: 504, body: expect.stringContaining('Gateway Timeout') },
    ],
    [{ kind: 'refuse' }, { status: 200, body: { success: false, error: null, id: null } }],
    [
      { kind: 'refuse', text: 'Phone is odd' },
      { status: 200, body: { success: false, error: 'Phone is odd' } },
    ],
  ])('%j leaves nothing behind', async (fault, expected) => {
    server.setFault(fault)

    expect(await post(server)).toMatchObject(expected)
    expect(server.jobs()).toEqual([])
    expect(server.portalClients()).toEqual([])
  })

  it.each<[Fault, Record<string, unknown>]>([
    [{ kind: 'empty-body' }, { status: 200, body: { unreadable: '' } }],
    [
      { kind: 'truncated-json' },
      { status: 200, body: { unreadable: expect.stringMatching(/^\{"success":true/) } },
    ],
    [{ kind: 'not-json' }, { status: 200, body: expect.stringContaining('<html>') }],
    [{ kind: 'without-id' }, { status: 200, body: { success: true, error: null } }],
    [{ kind: 'status', status: 504, processed: true }, { status: 504 }],
    [{ kind: 'drip', everyMs: 1, bytes: 20 }, { body: { success: true, error: null, id: FIRST_ID } }],
    [{ kind: 'slow', delayMs: 2, delayAnswerMs: 2 }, { body: { id: FIRST_ID } }],
  ])('%j comes after the lead was entered', async (fault, expected) => {
    server.setFault(fault)

    expect(await post(server)).toMatchObject(expected)
    expect(server.jobs()).toHaveLength(1)
  })

  it('a success without an id has none', async () => {
    server.setFault({ kind: 'without-id' })

    expect((await post(server)).body).not.toHaveProperty('id')
  })

  it.each([
    [30, '30'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    [undefined, null],
  ])('Retry-After %j goes out as %j', async (retryAfter, header) => {
    server.setFault({ kind: 'status', status: 503, ...(retryAfter === undefined ? {} : { retryAfter }) })

    expect((await get(server, 'operations')).headers.get('retry-after')).toBe(header)
  })

  it('a refusal can leave the new client behind', async () => {
    server.setFault({ kind: 'refuse', leavesClient: true })

    await post(server)

    expect(server.jobs()).toEqual([])
    expect(server.portalClients()).toMatchObject([{ name: 'Ada Byron', unconfirmed: true }])
  })

  it("a refusal never covers the order's own mistakes", async () => {
    server.setFault({ kind: 'refuse', text: 'Odd', leavesClient: true })

    expect((await post(server, aBody({ visit: {} }))).body).toMatchObject({
      error: expect.stringContaining('visit'),
    })
    expect(server.portalClients()).toEqual([])
  })
})

describe('broken connections', () => {
  it.each([
    ['before-reading', 0],
    ['mid-request', 0],
    ['after-processing', 1],
    ['mid-answer', 1],
  ] as const)('a reset %s leaves %i job', async (when, jobs) => {
    server.setFault({ kind: 'reset', when })

    await expect(post(server)).rejects.toThrow()

    await server.drain()
    expect(server.jobs()).toHaveLength(jobs)
    expect(last()).toMatchObject({ ended: 'cut', fault: `reset ${when}` })
  })

  it('a reset can wait for a connection that is used again', async () => {
    const fault = server.setFault({ kind: 'reset', when: 'before-reading', reusedConnection: true, times: 1 })
    await using oneConnection = anAgent()

    const first = await getOver(oneConnection)
    const second = await getOver(oneConnection).catch((error: NodeJS.ErrnoException) => error.code)

    expect(first).toBe(401)
    expect([second, fault.used]).toEqual(['ECONNRESET', 1])
  })

  it.each([
    [false, 0],
    [true, 1],
  ])(
    'silence with processed: %s leaves %i job and ends when the other side gives up',
    async (processed, jobs) => {
      server.setFault({ kind: 'silent', ...(processed ? { processed: true } : {}) })
      const caller = new AbortController()
      const answer = post(server, aBody(), { signal: caller.signal })
      await server.waitFor(() => last()?.fault === 'silent')

      caller.abort()

      await expect(answer).rejects.toThrow('aborted')
      await server.waitFor(() => last()?.ended === 'abandoned')
      expect(server.jobs()).toHaveLength(jobs)
      expect(last()).not.toHaveProperty('status')
    },
  )

  it('enters a lead whose sender has given up waiting', async () => {
    const hold = server.hold('jobs')
    const caller = new AbortController()
    const answer = post(server, aBody(), { signal: caller.signal })
    await hold.arrived
    caller.abort()
    await expect(answer).rejects.toThrow('aborted')

    hold.release()

    await server.waitFor(() => server.jobs().length === 1)
  })
})

function anAgent(): Agent & AsyncDisposable {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return Object.assign(agent, { [Symbol.asyncDispose]: async () => agent.destroy() })
}

async function getOver(agent: Agent): Promise<number | undefined> {
  const sent = request(new URL('operations', server.baseUrl), { agent }).end()
  const [answer]: IncomingMessage[] = await once(sent, 'response')
  answer?.resume()
  if (answer) await once(answer, 'close')
  return answer?.statusCode
}

describe('which requests a fault hits', () => {
  it('only so many', async () => {
    const fault = server.setFault({ kind: 'status', status: 500, times: 2 })

    const statuses = []
    for (let n = 0; n < 3; n += 1) statuses.push((await get(server, 'operations')).status)

    expect(statuses).toEqual([500, 500, 200])
    expect(fault.used).toBe(2)
  })

  it('only after so many', async () => {
    server.setFault({ kind: 'status', status: 500, skip: 1, times: 1 })

    const statuses = []
    for (let n = 0; n < 3; n += 1) statuses.push((await get(server, 'operations')).status)

    expect(statuses).toEqual([200, 500, 200])
  })

  it.each<[string, Partial<Fault>, number]>([
    ['another path', { path: 'jobs' }, 200],
    ['its path', { path: 'clients/search_by_field' }, 503],
    ['another method', { method: 'POST' }, 200],
    ['another field', { query: { search_field: 'email' } }, 200],
    ['its field', { query: { search_field: 'phone' } }, 503],
    ['another account', { account: 'north' }, 200],
    ['its account', { account: 'main' }, 503],
  ])('with %s', async (_what, match, status) => {
    server.setFault({ ...match, kind: 'status', status: 503 })

    const query = { search_field: 'phone', search_term: '770' }
    expect(await get(server, 'clients/search_by_field', query)).toMatchObject({ status })
  })

  it('none when it was cleared', async () => {
    server.setFault({ kind: 'status', status: 500 }).clear()
    server.setFault({ kind: 'empty-body' })
    server.clearFaults()

    expect(await get(server, 'operations')).toMatchObject({ status: 200 })
    expect(last()).not.toHaveProperty('fault')
  })
})

describe('holds', () => {
  it.each([
    [false, 0],
    [true, 1],
  ])('with afterProcessing %s there is %i job while it lasts', async (afterProcessing, jobs) => {
    const hold = server.hold('jobs', { afterProcessing })
    const answer = post(server)
    await hold.arrived
    const held = server.jobs().length
    const other = await get(server, 'operations')

    hold.release()

    expect([held, other.status]).toEqual([jobs, 200])
    expect((await answer).body).toMatchObject({ success: true })
  })
})

describe('being down', () => {
  it('refuses connections and comes back on the same port with all it had', async () => {
    await post(server)
    await server.goDown()

    const down = await get(server, 'operations').catch((error: Error) => error.cause)
    await server.comeUp()

    expect(down).toMatchObject({ code: 'ECONNREFUSED' })
    expect((await get(server, 'operations')).status).toBe(200)
    expect(server.jobs()).toHaveLength(1)
  })

  it('cuts what is open, and never carries out what was waiting', async () => {
    const hold = server.hold('jobs')
    const answer = post(server)
    await hold.arrived

    await server.goDown()

    await expect(answer).rejects.toThrow()
    hold.release()
    await server.drain()
    expect(server.jobs()).toEqual([])
    expect(last()).toMatchObject({ ended: 'cut' })
  })

  it('cuts a slow request at once', async () => {
    server.setLatency(() => 600_000)
    const answer = post(server)
    await server.waitFor(() => last()?.body)

    await server.goDown()

    await expect(answer).rejects.toThrow()
    expect(server.jobs()).toEqual([])
  })
})

describe('waiting', () => {
  it('looks again at each change', async () => {
    const seen = server.waitFor(() => server.jobs().find((job) => job.clientName === 'Ada Byron'))

    await post(server)

    expect((await seen).name).toBe('Oak on fence – Main St')
  })

  it('gives up with the last requests', async () => {
    await find(server, 'phone', '770-555-0123')

    const vain = server.waitFor(() => false, { timeoutMs: 1, what: 'a wonder' })

    await expect(vain).rejects.toThrow(/a wonder.[\s\S]*GET \/api\/v1\/clients\/search_by_field → 200/)
  })

  it('ends when the server is closed', async () => {
    const vain = server.waitFor(() => false)

    await Promise.all([server.close(), expect(vain).rejects.toThrow('closed')])
  })
})
