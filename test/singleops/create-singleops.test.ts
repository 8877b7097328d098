import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RetryLaterError, UnsureError } from '../../src/delivery/errors.ts'
import { clientId, customInputId, operationId } from '../../src/lead/ids.ts'
import { DirectoryError } from '../../src/matching/errors.ts'
import { KNOWN_CLIENTS, seedAccount } from '../../src/sandbox/seed.ts'
import { type SingleOpsServer, startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { createSingleOps, type SingleOps } from '../../src/singleops/create-singleops.ts'
import { aLead } from './a-lead.ts'
import { createMemoryLog, createSnapshots } from './memory.ts'
import { anAccount, MAIN, someSettings } from './settings.ts'

const account = seedAccount({ clients: 200 })
const operations = account.operations.filter(({ active }) => active !== false)
const source = account.customInputs?.find(({ name }) => name === 'Lead Source')
const customValues = [
  {
    inputId: customInputId(source?.id ?? 0),
    name: 'Lead Source',
    value: source?.dropdown_options?.[0]?.key ?? '',
  },
]
const operation = { id: operationId(operations[0]?.id ?? 0), name: operations[0]?.name ?? '' }
const lead = (parts = {}) => aLead({ operation, customValues, ...parts })

const never = () => new AbortController().signal
let server: SingleOpsServer
let singleops: SingleOps
let snapshots: ReturnType<typeof createSnapshots>
let log: ReturnType<typeof createMemoryLog>
let now = 0

beforeAll(async () => {
  server = await startSingleOpsServer({ accounts: [account] })
})
afterAll(() => server.close())

beforeEach(() => {
  now = Date.UTC(2026, 10, 23, 14)
  snapshots = createSnapshots()
  log = createMemoryLog()
  singleops = open()
})
afterEach(async () => {
  await singleops[Symbol.asyncDispose]()
  server.clearFaults()
})

function open(parts: Partial<ReturnType<typeof someSettings>> = {}): SingleOps {
  return createSingleOps({ settings: someSettings(server.baseUrl, parts), snapshots, log, now: () => now })
}

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error) => error,
  )

describe('catalog', () => {
  it('reads active operations and the inputs of jobs', async () => {
    const catalog = await singleops.catalog.load(MAIN, never())

    expect(catalog.operations.filter(({ active }) => active).map(({ name }) => name)).toEqual(
      operations.map(({ name, display_name = name }) => display_name),
    )
    expect(catalog.customInputs.map(({ name }) => name)).toContain('Lead Source')
    expect(catalog.customInputs.length).toBe(
      account.customInputs?.filter(({ resource_type = 'job' }) => resource_type === 'job').length,
    )
    expect(snapshots.kept.get(MAIN)).toEqual(catalog)
  })

  it('serves what it knows at once and refreshes it in the background when it is old', async () => {
    const first = await singleops.catalog.load(MAIN, never())
    now += 61_000

    expect(singleops.catalog.peek(MAIN)).toBe(first)
    await singleops.catalog.drain()

    expect(singleops.catalog.peek(MAIN)?.fetchedAt).toBe(now)
  })

  it('knows nothing at first, and has asked by the time it is looked at again', async () => {
    expect(singleops.catalog.peek(MAIN)).toBeUndefined()
    await singleops.catalog.drain()

    expect(singleops.catalog.peek(MAIN)).toBeDefined()
  })

  it('serves the stored catalog after a restart while SingleOps is down', async () => {
    const before = await singleops.catalog.load(MAIN, never())
    await singleops[Symbol.asyncDispose]()
    server.setFault({ kind: 'status', status: 500 })
    now += 3_600_000
    singleops = open()

    expect(await singleops.catalog.load(MAIN, never())).toBe(before)
    await singleops.catalog.drain()

    expect(singleops.catalog.peek(MAIN)).toBe(before)
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { account: MAIN } }])
  })

  it('does not ask again at each look while SingleOps is down', async () => {
    const fault = server.setFault({ kind: 'status', status: 500 })
    const before = server.requests('operations').length
    for (let look = 0; look < 3; look += 1) {
      singleops.catalog.peek(MAIN)
      await singleops.catalog.drain()
    }

    expect(server.requests('operations').length - before).toBe(1)
    fault.clear()
  })

  it('breaks nothing for the others when one who waits gives up', async () => {
    const giveUp = AbortSignal.abort(new Error('gone'))
    server.setFault({ kind: 'status', status: 500 })

    expect(await caught(singleops.catalog.load(MAIN, giveUp))).toMatchObject({ message: 'gone' })
    await singleops.catalog.drain()
  })

  it('rejects when it knows nothing and SingleOps does not answer', async () => {
    server.setFault({ kind: 'not-json' })

    expect(await caught(singleops.catalog.load(MAIN, never()))).toMatchObject({
      name: 'NotAnsweredError',
      code: 'unreadable',
    })
  })
})

describe('directory', () => {
  it('gives clients without their secret token', async () => {
    const { clients } = await singleops.directory.search(
      MAIN,
      { field: 'phone', term: '(770) 555-0123' },
      1,
      never(),
    )

    expect(clients).toMatchObject([{ name: 'Jane Smith', street: '200 Main St', archived: false }])
    expect(JSON.stringify(clients)).not.toContain('token')
  })

  it.each([
    [{ kind: 'status', status: 500 }, 'unreachable'],
    [{ kind: 'status', status: 429, retryAfter: 5 }, 'rate_limited'],
    [{ kind: 'status', status: 302, location: 'https://elsewhere.example/' }, 'not_allowed'],
    [{ kind: 'truncated-json' }, 'unreadable'],
    [{ kind: 'empty-body' }, 'unreadable'],
    [{ kind: 'reset', when: 'mid-answer' }, 'unreachable'],
  ] as const)('tells an unanswered search from an empty one: %j', async (fault, code) => {
    server.setFault(fault)

    const error = await caught(
      singleops.directory.search(MAIN, { field: 'phone', term: '770-555-0123' }, 1, never()),
    )

    expect(error).toBeInstanceOf(DirectoryError)
    expect(error).toMatchObject({ code })
    expect(inspect(error, { depth: 9 })).not.toMatch(/sandbox-token|sandbox\.example|555-0123/u)
  })

  it('says too slow when no answer comes in time', async () => {
    server.setFault({ kind: 'silent' })
    const hasty = open({ reading: { connectMs: 20, headersMs: 20, bodyMs: 20, concurrency: 1 } })

    const error = await caught(hasty.directory.search(MAIN, { field: 'phone', term: '7' }, 1, never()))

    expect(error).toMatchObject({ code: 'too_slow' })
    await hasty[Symbol.asyncDispose]()
  })

  it('asks once more when the connection breaks before the answer', async () => {
    server.setFault({ kind: 'reset', when: 'before-reading', times: 1 })

    const { clients } = await singleops.directory.search(
      MAIN,
      { field: 'phone', term: '(770) 555-0123' },
      1,
      never(),
    )

    expect(clients).toHaveLength(1)
  })

  it('says not allowed when the credentials are wrong, and repeats neither them nor the number', async () => {
    const wrong = open({ accounts: [anAccount({ userToken: 'stolen-token' })] })

    const error = await caught(
      wrong.directory.search(MAIN, { field: 'phone', term: '770-555-0123' }, 1, never()),
    )

    expect(error).toMatchObject({ code: 'not_allowed' })
    expect(inspect(error, { depth: 9 })).not.toMatch(/stolen-token|sandbox\.example|555-0123/u)
    await wrong[Symbol.asyncDispose]()
  })
})

describe('gateway', () => {
  it('makes a job and its new client', async () => {
    const { jobId } = await singleops.gateway.post(lead(), never())

    const job = server.jobs().find(({ id }) => String(id) === jobId)
    expect(job).toMatchObject({
      name: 'Oak on fence – 200 Main St',
      visitStageId: 8,
      clientName: 'Jane Smith (2)',
    })
    expect(server.requests('jobs').at(-1)?.ignored).toEqual([])
  })

  it('makes a job for an existing client', async () => {
    const jane = server.clients().find(({ name }) => name === KNOWN_CLIENTS.jane.name)
    const client = { kind: 'existing', id: clientId(jane?.id ?? 0), name: 'Jane', newFacts: [] } as const

    const { jobId } = await singleops.gateway.post(lead({ client }), never())

    expect(server.jobs().find(({ id }) => String(id) === jobId)).toMatchObject({ clientId: jane?.id })
    expect(server.requests('jobs').at(-1)?.ignored).toEqual([])
  })

  it("hands on SingleOps' words when it refuses", async () => {
    const wrong = lead({ operation: { id: operationId(999_999), name: 'Gone' } })

    expect(await caught(singleops.gateway.post(wrong, never()))).toMatchObject({
      code: 'refused',
      reason: expect.stringContaining('operation 999999 is unknown'),
    })
  })

  it.each([
    ['nothing arrived', { kind: 'reset', when: 'before-reading' }, UnsureError],
    ['the answer was lost', { kind: 'reset', when: 'after-processing' }, UnsureError],
    ['SingleOps is busy', { kind: 'status', status: 503, retryAfter: 3 }, RetryLaterError],
    ['SingleOps broke', { kind: 'status', status: 500, processed: true }, UnsureError],
  ] as const)('says what a POST has come to when %s', async (_, fault, kind) => {
    await singleops.catalog.load(MAIN, never())
    server.setFault({ ...fault, path: 'jobs' })

    expect(await caught(singleops.gateway.post(lead(), never()))).toBeInstanceOf(kind)
  })

  it('waits rather than guess how a value is sent while the custom inputs are unknown', async () => {
    server.setFault({ kind: 'status', status: 500, path: 'custom_inputs' })
    const before = server.jobs().length

    expect(await caught(singleops.gateway.post(lead(), never()))).toMatchObject({
      name: 'RetryLaterError',
      code: 'catalog_unknown',
    })
    expect(server.jobs()).toHaveLength(before)
  })

  it('puts credentials into no error', async () => {
    const wrong = open({ accounts: [anAccount({ userToken: 'stolen-token' })] })
    const error = await caught(wrong.gateway.post(aLead(), never()))

    expect(error).toMatchObject({ name: 'AccountBlockedError', code: 'http_401' })
    expect(inspect(error, { depth: 9 })).not.toMatch(/stolen-token|sandbox\.example/u)
    await wrong[Symbol.asyncDispose]()
  })

  it('shows the exact body without credentials', async () => {
    const body = await singleops.gateway.preview(lead(), never())

    expect(JSON.stringify(body)).not.toMatch(/user_token|user_email/u)
    expect(body).toMatchObject({ job: { client_id: '' }, visit: { visit_stage_id: 8 } })
  })
})

describe('sentClients', () => {
  it('finds the client that a lost answer made, though only a mobile was known', async () => {
    const contact = { firstName: 'Zoe', lastName: 'Quist', mobile: '+14045550107' }
    await singleops.catalog.load(MAIN, never())
    server.setFault({ kind: 'reset', when: 'after-processing', path: 'jobs' })
    await caught(singleops.gateway.post(lead({ contact }), never()))
    server.addClient('main', { name: 'Near', phone: '404-555-0107 x9' })

    const found = await singleops.sentClients.find(MAIN, contact, never())

    expect(found.map((client) => client.contact)).toEqual([contact])
  })

  it('keeps a number that was sent as phone and as mobile', async () => {
    const contact = { lastName: 'Quist', phone: '+14045550109', mobile: '+14045550109' }
    await singleops.gateway.post(lead({ contact }), never())

    const found = await singleops.sentClients.find(MAIN, contact, never())

    expect(found.map((client) => client.contact)).toEqual([contact])
  })

  it('reads all pages', async () => {
    for (let n = 0; n < 120; n += 1) server.addClient('main', { name: `Unit ${n}`, phone: '404-555-0108' })

    const found = await singleops.sentClients.find(MAIN, { phone: '+14045550108' }, never())

    expect(found).toHaveLength(120)
  })

  it('rejects when any part was not answered', async () => {
    server.setFault({ kind: 'status', status: 500, query: { search_field: 'email' } })

    const contact = { phone: '+17705550123', email: 'jane.smith@mail.example' }
    const error = await caught(singleops.sentClients.find(MAIN, contact, never()))

    expect(error).toBeInstanceOf(DirectoryError)
  })
})

describe('checks', () => {
  it('is content with an account that can take leads', async () => {
    const results = await Promise.all(singleops.checks.map((check) => check.run(never())))

    expect(results).toMatchObject([{ ok: true }])
  })

  it.each([
    [{ kind: 'status', status: 401 }, /email and token/u],
    [{ kind: 'status', status: 404 }, /SINGLEOPS_BASE_URL/u],
    [{ kind: 'not-json' }, /SINGLEOPS_BASE_URL/u],
  ] as const)('names a remedy: %j', async (fault, remedy) => {
    server.setFault(fault)

    expect(await singleops.checks[0]?.run(never())).toMatchObject({
      ok: false,
      remedy: expect.stringMatching(remedy),
    })
  })

  it('misses an input for the reference that is not there', async () => {
    const other = open({ accounts: [anAccount({ referenceInput: 'Nowhere' })] })

    expect(await other.checks[0]?.run(never())).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('reference_input'),
    })
    await other[Symbol.asyncDispose]()
  })
})
