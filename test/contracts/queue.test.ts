import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WakeUpHandler } from '../../src/delivery/ports.ts'
import { TOPICS, type Topic, type WakeUp } from '../../src/lead/wake-up.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { ENGINES, type Place, type TestEngine } from './engines.ts'

describe.each(ENGINES)('the queue on $name', ({ start }) => {
  let engine: TestEngine
  let keys = 0

  // Real time: on Postgres the database's clock decides what is due.
  const open = async (place?: Place): Promise<Store> =>
    openStore({
      ...(place ?? (await engine.newPlace())),
      now: Date.now,
      log: createMemoryLog(),
      crashBackoffMs: { first: 20, most: 20 },
      pollMs: 25,
    })
  const aWakeUp = (parts: Partial<WakeUp> = {}): WakeUp => {
    keys += 1
    return { key: `key-${keys}`, topic: 'deliver', subject: 'lead-1', runAt: Date.now(), ...parts }
  }
  const wake = (store: Store, ...wakeUps: readonly WakeUp[]) =>
    store.leads.transaction(async (tx) => {
      for (const wakeUp of wakeUps) await tx.wake(wakeUp)
    })

  beforeAll(async () => {
    engine = await start()
  })

  afterAll(() => engine[Symbol.asyncDispose]())

  it('runs a wake-up with what was written, once', async () => {
    await using store = await open()
    const ran: WakeUp[] = []
    await store.queue.start(
      handlers(async (wakeUp) => void ran.push(wakeUp)),
      slots(2),
    )
    const wakeUp = aWakeUp()

    await wake(store, wakeUp)
    await store.queue.drain()

    expect(ran).toEqual([wakeUp])
    expect(await store.queue.depth(Date.now())).toEqual({})
  })

  it('runs nothing of a transaction that was taken back', async () => {
    await using store = await open()
    const ran: WakeUp[] = []
    await store.queue.start(
      handlers(async (wakeUp) => void ran.push(wakeUp)),
      slots(2),
    )

    const failed = store.leads.transaction(async (tx) => {
      await tx.wake(aWakeUp())
      throw new RangeError('no luck')
    })

    await expect(failed).rejects.toThrow(RangeError)
    await store.queue.drain()
    expect(ran).toEqual([])
  })

  it('ignores a key that was used before, also after it was done', async () => {
    await using store = await open()
    const ran: string[] = []
    await store.queue.start(
      handlers(async ({ subject }) => void ran.push(subject)),
      slots(2),
    )
    const wakeUp = aWakeUp({ subject: 'first' })

    await wake(store, wakeUp, { ...wakeUp, subject: 'same transaction' })
    await store.queue.drain()
    await wake(store, { ...wakeUp, subject: 'later' })
    await store.queue.drain()

    expect(ran).toEqual(['first'])
  })

  it('starts the oldest due first', async () => {
    await using store = await open()
    const now = Date.now()
    const ran: string[] = []
    await wake(
      store,
      aWakeUp({ subject: 'second', runAt: now - 20_000 }),
      aWakeUp({ subject: 'third', runAt: now - 10_000 }),
      aWakeUp({ subject: 'first', runAt: now - 30_000 }),
    )

    await store.queue.start(
      handlers(async ({ subject }) => void ran.push(subject)),
      slots(1),
    )
    await store.queue.drain()

    expect(ran).toEqual(['first', 'second', 'third'])
  })

  it('runs as many of a topic side by side as there are slots, and each key once', async () => {
    await using store = await open()
    const full = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const ran: string[] = []
    let running = 0
    let most = 0
    await store.queue.start(
      handlers(async ({ key }) => {
        ran.push(key)
        running += 1
        most = Math.max(most, running)
        if (running === 3) full.resolve()
        await go.promise
        running -= 1
      }),
      slots(3),
    )

    await wake(store, ...Array.from({ length: 10 }, () => aWakeUp()))
    await full.promise
    store.queue.poke()
    go.resolve()
    await store.queue.drain()

    expect(most).toBe(3)
    expect(new Set(ran).size).toBe(10)
    expect(ran).toHaveLength(10)
  })

  it('does not let one topic stand in the way of another', async () => {
    await using store = await open()
    const noticed = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    await store.queue.start(
      handlers(async ({ topic }) => {
        if (topic === 'deliver') await go.promise
        else noticed.resolve()
      }),
      slots(1),
    )

    await wake(store, aWakeUp(), aWakeUp(), aWakeUp({ topic: 'notify' }))

    await expect(noticed.promise).resolves.toBeUndefined()
    go.resolve()
    await store.queue.drain()
  })

  it('brings a wake-up again whose handler threw', async () => {
    await using store = await open()
    const again = Promise.withResolvers<void>()
    let tries = 0
    await store.queue.start(
      handlers(async () => {
        tries += 1
        if (tries === 1) throw new Error('crashed')
        again.resolve()
      }),
      slots(1),
    )

    await wake(store, aWakeUp())
    await again.promise
    await store.queue.drain()

    expect(tries).toBe(2)
    expect(await store.queue.depth(Date.now())).toEqual({})
  })

  it('leaves a wake-up alone until its time has come', async () => {
    await using store = await open()
    const came = Promise.withResolvers<number>()
    await store.queue.start(
      handlers(async () => came.resolve(Date.now())),
      slots(1),
    )
    const runAt = Date.now() + 300

    await wake(store, aWakeUp({ runAt }))
    await store.queue.drain()
    const waiting = await store.queue.depth(runAt - 1)

    expect(waiting).toEqual({ deliver: { waiting: 1, oldestDueMs: 0 } })
    // The database's clock may be a moment off ours.
    expect(await came.promise).toBeGreaterThan(runAt - 50)
  })

  it('says what waits, and since when', async () => {
    await using store = await open()
    const now = Date.now()

    await wake(
      store,
      aWakeUp({ runAt: now - 5_000 }),
      aWakeUp({ runAt: now + 60_000 }),
      aWakeUp({ topic: 'post', runAt: now + 60_000 }),
    )

    expect(await store.queue.depth(now)).toEqual({
      deliver: { waiting: 2, oldestDueMs: 5_000 },
      post: { waiting: 1, oldestDueMs: 0 },
    })
  })

  it('waits for what runs when it stops, and takes nothing new', async () => {
    await using store = await open()
    const begun = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const ran: string[] = []
    await store.queue.start(
      handlers(async ({ subject }) => {
        begun.resolve()
        await go.promise
        ran.push(subject)
      }),
      slots(1),
    )
    await wake(store, aWakeUp({ subject: 'running' }))
    await begun.promise

    const stopped = store.queue.stop()
    await wake(store, aWakeUp({ subject: 'too late' }))
    go.resolve()
    await stopped
    await store.queue.stop()

    expect(ran).toEqual(['running'])
    expect(await store.queue.depth(Date.now())).toMatchObject({ deliver: { waiting: 1 } })
  })

  it('tells a handler to give up when the time to stop is over', async () => {
    await using store = await open()
    const begun = Promise.withResolvers<AbortSignal>()
    await store.queue.start(
      handlers((_, signal) => {
        begun.resolve(signal)
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        )
      }),
      slots(1),
    )
    await wake(store, aWakeUp())
    const signal = await begun.promise

    await store.queue.stop(AbortSignal.abort())

    expect(signal.aborted).toBe(true)
  })

  it('keeps what was not run over a restart', async () => {
    const place = await engine.newPlace()
    const wakeUp = aWakeUp()
    {
      await using store = await open(place)
      await wake(store, wakeUp)
    }
    await using store = await open(place)
    const ran: WakeUp[] = []

    await store.queue.start(
      handlers(async (one) => void ran.push(one)),
      slots(1),
    )
    await store.queue.drain()

    expect(ran).toEqual([wakeUp])
  })
})

function handlers(handler: WakeUpHandler): Record<Topic, WakeUpHandler> {
  return byTopic(handler)
}

function slots(count: number): Record<Topic, number> {
  return byTopic(count)
}

function byTopic<Value>(value: Value): Record<Topic, Value> {
  return Object.fromEntries(TOPICS.map((topic) => [topic, value])) as Record<Topic, Value>
}
