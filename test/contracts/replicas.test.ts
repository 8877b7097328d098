import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountKey, operationId, userId } from '../../src/lead/ids.ts'
import { TOPICS, type Topic, type WakeUp } from '../../src/lead/wake-up.ts'
import { DatabaseUnreachableError } from '../../src/store/errors.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'
import { startSilentProxy } from './silent-proxy.ts'

const forAll = <Value>(value: Value): Record<Topic, Value> =>
  Object.fromEntries(TOPICS.map((topic) => [topic, value])) as Record<Topic, Value>

const open = (databaseUrl: string): Promise<Store> =>
  openStore({ databaseUrl, now: Date.now, log: createMemoryLog(), pollMs: 25 })

const wake = (store: Store, count: number) =>
  store.leads.transaction(async (tx) => {
    for (let number = 1; number <= count; number += 1) {
      const wakeUp: WakeUp = { key: `key-${number}`, topic: 'deliver', subject: 'x', runAt: Date.now() }
      await tx.wake(wakeUp)
    }
  })

describe('several processes on one Postgres', () => {
  let server: PostgresServer

  beforeAll(async () => {
    server = await startPostgres()
  })

  afterAll(() => server[Symbol.asyncDispose]())

  it('start at the same time on an empty database', async () => {
    const url = await server.newDatabase()

    const stores = await Promise.all([open(url), open(url), open(url)])

    expect(await Promise.all(stores.map((store) => store.ready()))).toEqual([true, true, true])
    await Promise.all(stores.map((store) => store[Symbol.asyncDispose]()))
  })

  it('share the wake-ups, each of which runs once', async () => {
    const url = await server.newDatabase()
    await using first = await open(url)
    await using second = await open(url)
    const ran: string[] = []
    const all = Promise.withResolvers<void>()
    const handlers = forAll(async ({ key }: WakeUp) => {
      ran.push(key)
      if (ran.length === 40) all.resolve()
    })
    await first.queue.start(handlers, forAll(2))
    await second.queue.start(handlers, forAll(2))

    await wake(first, 40)
    await all.promise
    await first.queue.drain()
    await second.queue.drain()

    expect(new Set(ran).size).toBe(40)
    expect(ran).toHaveLength(40)
  })

  it('take over what another one has written but does not run', async () => {
    const url = await server.newDatabase()
    await using idle = await open(url)
    await using busy = await open(url)
    const ran = Promise.withResolvers<string>()
    await busy.queue.start(
      forAll(async ({ key }: WakeUp) => ran.resolve(key)),
      forAll(1),
    )

    await wake(idle, 1)

    expect(await ran.promise).toBe('key-1')
  })

  it('take over what a process was running that has fallen silent', async () => {
    const url = await server.newDatabase()
    const begun = Promise.withResolvers<void>()
    const dying = await open(url)
    await dying.queue.start(
      forAll((): Promise<void> => {
        begun.resolve()
        return new Promise(() => undefined)
      }),
      forAll(1),
    )
    await wake(dying, 1)
    await begun.promise
    await dying[Symbol.asyncDispose]()
    await letTimePass(url)

    await using heir = await open(url)
    const ran = Promise.withResolvers<string>()
    await heir.queue.start(
      forAll(async ({ key }: WakeUp) => ran.resolve(key)),
      forAll(1),
    )

    expect(await ran.promise).toBe('key-1')
  })

  it('outlive the loss of a connection in the middle of a transaction', async () => {
    const url = await server.newDatabase()
    await using store = await open(url)
    const taker = userId('U1')
    const account = accountKey('main')

    const cut = store.drafts.transaction(async (tx) => {
      await tx.rememberOperation(taker, account, operationId('7'))
      await endConnections(url)
      await tx.rememberOperation(taker, account, operationId('8'))
    })

    await expect(cut).rejects.toThrow()
    expect(await store.ready()).toBe(true)
    expect(await store.drafts.lastOperation(taker, account)).toBeUndefined()
  })

  it('go on when the database has vanished without a word and comes back elsewhere', async () => {
    const url = new URL(await server.newDatabase())
    await using proxy = await startSilentProxy({ host: url.hostname, port: Number(url.port) })
    const direct = url.href
    url.port = String(proxy.port)
    const limits = { writeWithinMs: 1_000, jobsWithinMs: 5_000 }
    await using store = await openStore({
      databaseUrl: url.href,
      now: Date.now,
      log: createMemoryLog(),
      pollMs: 25,
      ...limits,
    })
    await using other = await open(direct)
    const ran = Promise.withResolvers<string>()
    await store.queue.start(
      forAll(async ({ key }: WakeUp) => ran.resolve(key)),
      forAll(1),
    )

    proxy.fallSilent()
    await wake(other, 1)

    expect(await ran.promise).toBe('key-1')
    expect(await store.ready()).toBe(true)
  })

  it.each([
    ['nobody listens', 'postgres://leadhand:secret@127.0.0.1:1/leadhand'],
    ['the address is none', 'leadhand:secret'],
  ])('say what to do when %s, without the password', async (_, url) => {
    const failed = open(url)

    await expect(failed).rejects.toThrow(DatabaseUnreachableError)
    await expect(failed).rejects.toThrow(/DATABASE_URL/u)
    await expect(failed).rejects.not.toThrow(/secret/u)
  })
})

/** What a restart of the database does to our connections. */
async function endConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name = 'leadhand'`)
  await client.end()
}

/** As if the last sign of life and the last look for silent jobs were an hour ago. */
async function letTimePass(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("update leadhand_jobs.job set heartbeat_on = heartbeat_on - interval '1 hour'")
  await client.query('update leadhand_jobs.queue set monitor_on = null, monitor_claim_on = null')
  await client.end()
}
