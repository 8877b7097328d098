import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Queue } from '../delivery/ports.ts'
import { TOPICS, type Topic } from '../lead/wake-up.ts'
import type { StoreQueue } from './engine.ts'
import { Running } from './running.ts'
import type { Schema } from './schema.ts'
import type { StoreSettings } from './settings.ts'
import { WakeUpTable } from './wake-up-table.ts'

type Handlers = Parameters<Queue['start']>[0]
type Slots = Parameters<Queue['start']>[1]
type Work = { readonly handlers: Handlers; readonly slots: Slots; readonly abort: AbortController }
type DueWakeUp = Awaited<ReturnType<WakeUpTable['due']>>[number]

/**
 * The queue of the one process that holds the file. A wake-up waits until it is marked as done; which of them run is known to memory
 * alone, so that after a crash they are simply due again.
 */
export class SqliteQueue implements StoreQueue {
  readonly #table: WakeUpTable
  readonly #settings: StoreSettings
  readonly #running = new Running()
  #work: Work | undefined
  #timer: NodeJS.Timeout | undefined
  #lastLook: Promise<void> = Promise.resolve()
  /** A look that has not begun yet: it will see whatever was committed by now. */
  #nextLook: Promise<void> | undefined

  constructor(db: Kysely<Schema>, settings: StoreSettings) {
    this.#table = new WakeUpTable(db, settings)
    this.#settings = settings
  }

  async start(handlers: Handlers, slots: Slots): Promise<void> {
    this.#work = { handlers, slots, abort: new AbortController() }
    await this.#look()
  }

  poke(): void {
    if (!this.#work) return
    this.#look().catch((error: unknown) => {
      this.#settings.log.error({ err: error }, 'looking for wake-ups failed')
      this.#lookIn(AFTER_DATABASE_ERROR_MS)
    })
  }

  async stop(signal?: AbortSignal): Promise<void> {
    const abort = this.#work?.abort
    this.#work = undefined
    clearTimeout(this.#timer)
    // A look under way may still find that there is nobody to work for; its errors were logged.
    await Promise.allSettled([this.#lastLook])
    await this.#running.idle(signal)
    abort?.abort()
  }

  async drain(): Promise<void> {
    for (;;) {
      await this.#look()
      if (this.#running.size === 0) return
      await this.#running.ended()
    }
  }

  depth(now: number): ReturnType<Queue['depth']> {
    return this.#table.depth(now, this.#running.keys())
  }

  #look(): Promise<void> {
    if (this.#nextLook) return this.#nextLook
    const look = Promise.allSettled([this.#lastLook]).then(() => {
      this.#nextLook = undefined
      return this.#beginDue()
    })
    this.#nextLook = look
    this.#lastLook = look
    return look
  }

  async #beginDue(): Promise<void> {
    const work = this.#work
    if (!work) return
    await this.#table.forgetDone()
    for (const topic of TOPICS) {
      const free = work.slots[topic] - this.#running.count(topic)
      const due = free > 0 ? await this.#table.due(topic, free, this.#running.keys()) : []
      if (this.#work !== work) return
      for (const wakeUp of due) this.#begin(wakeUp, work)
    }
    const next = await this.#table.nextLater()
    if (this.#work === work && next !== undefined) this.#lookIn(next - this.#settings.now())
  }

  #lookIn(delayMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.poke(), Math.min(Math.max(delayMs, 1), LONGEST_TIMER_MS))
    this.#timer.unref()
  }

  #begin(due: DueWakeUp, work: Work): void {
    const topic: Topic = due.wakeUp.topic
    this.#running.add(due.wakeUp.key, topic)
    this.#run(due, work)
      .catch(async (error: unknown) => {
        this.#settings.log.error({ err: error, topic, key: due.wakeUp.key }, 'settling a wake-up failed')
        // It is still due; taken up again at once it would spin while the database is in trouble.
        await pause(AFTER_DATABASE_ERROR_MS, undefined, { ref: false })
      })
      .finally(() => {
        this.#running.remove(due.wakeUp.key)
        this.poke()
      })
  }

  async #run({ wakeUp, tries }: DueWakeUp, { handlers, abort }: Work): Promise<void> {
    try {
      await handlers[wakeUp.topic](wakeUp, abort.signal)
    } catch (error) {
      // Given up by `stop`: it is left as it was and comes again at the next start.
      if (abort.signal.aborted) return
      const { topic, key, subject } = wakeUp
      this.#settings.log.warn({ err: error, topic, key, subject, tries: tries + 1 }, 'a wake-up failed')
      await this.#table.postpone(key, tries + 1)
      return
    }
    if (!abort.signal.aborted) await this.#table.finish(wakeUp.key)
  }
}

const AFTER_DATABASE_ERROR_MS = 1_000
// setTimeout fires at once beyond 31 bits.
const LONGEST_TIMER_MS = 2 ** 31 - 1
