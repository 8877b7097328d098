import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { TOPICS, type Topic, type WakeUp } from '../../src/lead/wake-up.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { crashBackoff } from '../../src/store/settings.ts'
import { NOON } from './a-lead.ts'
import { createMemoryLog } from './memory-log.ts'
import { tempDir } from './temp-dir.ts'

const forAll = <Value>(value: Value): Record<Topic, Value> =>
  Object.fromEntries(TOPICS.map((topic) => [topic, value])) as Record<Topic, Value>

async function openAt(clock: { now: number; eachReadingTakesMs?: number }, dataDir = tempDir()) {
  const log = createMemoryLog()
  const store = await openStore({
    dataDir,
    now: () => {
      clock.now += clock.eachReadingTakesMs ?? 0
      return clock.now
    },
    log,
    crashBackoffMs: { first: 1_000, most: 60_000 },
  })
  return { store, log, dataDir }
}

const aWakeUp = (parts: Partial<WakeUp> = {}): WakeUp => ({
  key: 'deliver:lead-1:1',
  topic: 'deliver',
  subject: 'lead-1',
  runAt: NOON,
  ...parts,
})

const wake = (store: Store, wakeUp: WakeUp) => store.leads.transaction((tx) => tx.wake(wakeUp))

describe('the queue with much to do', () => {
  it('lets no topic wait for what another one has plenty of', async () => {
    const { store } = await openAt({ now: NOON })
    await using _ = store
    const release = Promise.withResolvers<void>()
    const notified = Promise.withResolvers<void>()
    for (let index = 0; index < 200; index += 1)
      await wake(store, aWakeUp({ key: `deliver:${index}:1`, runAt: NOON - 1000 + index }))
    await wake(store, aWakeUp({ key: 'notify:1:1', topic: 'notify' }))

    await store.queue.start(
      { ...forAll(() => release.promise), notify: async () => notified.resolve() },
      { ...forAll(1), deliver: 8 },
    )

    await notified.promise
    release.resolve()
    await store.queue.drain()
    expect((await store.queue.depth(NOON)).deliver).toBeUndefined()
  })
})

describe('the queue by the clock of the app', () => {
  it('runs what the clock has reached, at the next poke', async () => {
    const clock = { now: NOON }
    const { store } = await openAt(clock)
    await using _ = store
    const ran: number[] = []
    await store.queue.start(
      forAll(async () => void ran.push(clock.now)),
      forAll(1),
    )
    await wake(store, aWakeUp({ runAt: NOON + 3_600_000 }))
    await store.queue.drain()

    clock.now += 3_600_000
    store.queue.poke()
    await store.queue.drain()

    expect(ran).toEqual([NOON + 3_600_000])
  })

  it('runs what falls due while it looks, though nothing pokes it again', async () => {
    const clock = { now: NOON, eachReadingTakesMs: 0 }
    const { store } = await openAt(clock)
    await using _ = store
    const ran = Promise.withResolvers<void>()
    await store.queue.start(
      forAll(async () => ran.resolve()),
      forAll(1),
    )
    clock.eachReadingTakesMs = 10

    // The look that the commit brings about reads the clock a few times: the moment lies between its readings.
    await wake(store, aWakeUp({ runAt: clock.now + 25 }))

    await ran.promise
  })

  it('runs what is due after the clock has jumped, though no timer tells of it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const clock = { now: NOON }
    const { store } = await openAt(clock)
    await using _ = store
    const ran = Promise.withResolvers<void>()
    await store.queue.start(
      forAll(async () => ran.resolve()),
      forAll(1),
    )
    await wake(store, aWakeUp({ runAt: NOON + 3_600_000 }))
    await store.queue.drain()

    // The machine slept for an hour: its timers did, too.
    clock.now += 3_600_000
    vi.advanceTimersByTime(30_000)

    await ran.promise
  })

  it('brings back what failed after a growing time, and says so in the log', async () => {
    const clock = { now: NOON }
    const { store, log } = await openAt(clock)
    await using _ = store
    const ran: number[] = []
    await store.queue.start(
      forAll(async () => {
        ran.push(clock.now - NOON)
        if (ran.length < 3) throw new Error('crashed')
      }),
      forAll(1),
    )
    await wake(store, aWakeUp())

    for (const atMs of [999, 1_000, 2_999, 3_000]) {
      await store.queue.drain()
      clock.now = NOON + atMs
    }
    await store.queue.drain()

    expect(ran).toEqual([0, 1_000, 3_000])
    expect(log.lines.filter((line) => line.message === 'a wake-up failed')).toMatchObject([
      { level: 'warn', fields: { key: 'deliver:lead-1:1', tries: 1 } },
      { level: 'warn', fields: { key: 'deliver:lead-1:1', tries: 2 } },
    ])
  })

  it('brings back what was running when the process ended', async () => {
    const clock = { now: NOON }
    const { store, dataDir } = await openAt(clock)
    const begun = Promise.withResolvers<void>()
    await store.queue.start(
      forAll((): Promise<void> => {
        begun.resolve()
        return new Promise(() => undefined)
      }),
      forAll(1),
    )
    await wake(store, aWakeUp())
    await begun.promise
    await store[Symbol.asyncDispose]()

    const { store: next } = await openAt(clock, dataDir)
    await using _ = next
    const ran: WakeUp[] = []
    await next.queue.start(
      forAll(async (wakeUp: WakeUp) => void ran.push(wakeUp)),
      forAll(1),
    )
    await next.queue.drain()

    expect(ran).toEqual([aWakeUp()])
  })

  it('forgets used keys after their time only', async () => {
    const clock = { now: NOON }
    const { store } = await openAt(clock)
    await using _ = store
    let ran = 0
    await store.queue.start(
      forAll(async () => {
        ran += 1
      }),
      forAll(1),
    )
    const wakeAgainAfter = async (days: number) => {
      clock.now = NOON + days * 24 * 3_600_000
      await store.queue.drain()
      await wake(store, aWakeUp())
      await store.queue.drain()
      return ran
    }

    expect([await wakeAgainAfter(0), await wakeAgainAfter(29), await wakeAgainAfter(31)]).toEqual([1, 1, 2])
  })
})

describe('crashBackoff', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
    [7, 60_000],
    [2_000, 60_000],
  ])('after %i tries is %i ms', (tries, ms) => {
    expect(crashBackoff({ first: 1_000, most: 60_000 }, tries)).toBe(ms)
  })
})
