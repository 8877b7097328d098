import { setTimeout as pause } from 'node:timers/promises'
import type { Queue } from '../delivery/ports.ts'
import { TOPICS, type Topic } from '../lead/wake-up.ts'
import type { Log } from '../ops/log.ts'
import type { StoreQueue } from './engine.ts'
import { Running } from './running.ts'
import type { Claim, WakeUpSource } from './wake-up-source.ts'

type Handlers = Parameters<Queue['start']>[0]
type Slots = Parameters<Queue['start']>[1]
type Work = { readonly handlers: Handlers; readonly slots: Slots; readonly abort: AbortController }

/**
 * Runs the wake-ups of a source. It looks when something that is due was committed, when its timer fires, and when a handler has ended
 * for which something due had to wait.
 */
export class WakeUpQueue implements StoreQueue {
  readonly #source: WakeUpSource
  readonly #now: () => number
  readonly #log: Log
  readonly #running = new Running()
  #work: Work | undefined
  #timer: NodeJS.Timeout | undefined
  /** When the timer fires, by our clock. */
  #timerAt = Number.POSITIVE_INFINITY
  /** Something due waits for a handler to end. */
  #isCrowded = false
  #ended = 0
  /** How many looks are under way or to come. */
  #looks = 0
  #lastLook: Promise<void> = Promise.resolve()
  /** A look that has not begun yet: it will see whatever is committed by now. */
  #nextLook: Promise<void> | undefined

  constructor(source: WakeUpSource, { now, log }: { readonly now: () => number; readonly log: Log }) {
    this.#source = source
    this.#now = now
    this.#log = log
  }

  async start(handlers: Handlers, slots: Slots): Promise<void> {
    this.#work = { handlers, slots, abort: new AbortController() }
    await this.#look()
  }

  poke(runAt?: number): void {
    if (!this.#work) return
    // A look that is under way sets the timer by what it has seen, and may have begun before this was committed.
    if (runAt !== undefined && runAt > this.#now() && this.#looks === 0) {
      if (runAt < this.#timerAt) this.#lookIn(runAt - this.#now())
      return
    }
    this.#look().catch((error: unknown) => {
      this.#log.error({ err: error }, 'looking for wake-ups failed')
      this.#lookIn(AFTER_DATABASE_ERROR_MS)
    })
  }

  async stop(signal?: AbortSignal): Promise<void> {
    const abort = this.#work?.abort
    this.#work = undefined
    clearTimeout(this.#timer)
    // Errors of a look that is under way are told to whoever asked for it.
    await Promise.allSettled([this.#lastLook])
    await this.#running.idle(signal)
    abort?.abort()
    // A handler that was broken off still writes down how far it got: an attempt without an outcome would wait for the end of its lease.
    await this.#running.idle(AbortSignal.timeout(AFTER_ABORT_MS))
    await this.#source.letGo()
  }

  async drain(): Promise<void> {
    for (;;) {
      const look = this.#look()
      await look
      if (this.#running.size > 0) await this.#running.ended()
      // A handler that ended while this look was under way has asked for another one.
      else if (this.#lastLook === look) return this.#source.writeDown()
    }
  }

  depth(now: number): ReturnType<Queue['depth']> {
    return this.#source.depth(now, this.#running.keys())
  }

  #look(): Promise<void> {
    if (this.#nextLook) return this.#nextLook
    this.#looks += 1
    const look = Promise.allSettled([this.#lastLook])
      .then(() => {
        this.#nextLook = undefined
        return this.#beginDue()
      })
      .finally(() => {
        this.#looks -= 1
      })
    this.#nextLook = look
    this.#lastLook = look
    return look
  }

  async #beginDue(): Promise<void> {
    const work = this.#work
    if (!work) return
    const at = this.#now()
    const free = this.#freeSlots(work.slots)
    const endedBefore = this.#ended
    const { claims, isMore } =
      free.size > 0
        ? await this.#source.claimDue(at, free, this.#running.keys())
        : { claims: [], isMore: true }
    for (const claim of claims) this.#begin(claim, work)
    this.#isCrowded = isMore
    // Whoever ended meanwhile could not know that something waited for it.
    if (isMore && this.#ended !== endedBefore) this.poke()
    const delayMs = await this.#source.msUntilNextLook(at)
    if (this.#work === work) this.#lookIn(delayMs ?? LOOK_AT_LEAST_EVERY_MS)
  }

  #freeSlots(slots: Slots): ReadonlyMap<Topic, number> {
    return new Map(
      TOPICS.map((topic) => [topic, slots[topic] - this.#running.count(topic)] as const).filter(
        ([, free]) => free > 0,
      ),
    )
  }

  #lookIn(delayMs: number): void {
    clearTimeout(this.#timer)
    const waitMs = Math.min(Math.max(delayMs, 1), LOOK_AT_LEAST_EVERY_MS)
    this.#timerAt = this.#now() + waitMs
    this.#timer = setTimeout(() => this.poke(), waitMs)
    this.#timer.unref()
  }

  #begin(claim: Claim, work: Work): void {
    const { key, topic } = claim.wakeUp
    this.#running.add(key, topic)
    this.#run(claim, work)
      .catch(async (error: unknown) => {
        this.#log.error({ err: error, topic, key }, 'settling a wake-up failed')
        // It is still due; taken up again at once it would spin while the database is in trouble.
        await pause(AFTER_DATABASE_ERROR_MS, undefined, { ref: false })
        this.#isCrowded = true
      })
      .finally(() => {
        this.#running.remove(key)
        this.#ended += 1
        if (this.#isCrowded) this.poke()
      })
  }

  async #run(claim: Claim, { handlers, abort }: Work): Promise<void> {
    const { key, topic, subject } = claim.wakeUp
    try {
      await handlers[topic](claim.wakeUp, abort.signal)
    } catch (error) {
      // Given up by `stop`: it is left as it was and comes again.
      if (abort.signal.aborted) return
      this.#log.warn({ err: error, topic, key, subject, tries: claim.tries + 1 }, 'a wake-up failed')
      this.poke(await this.#source.postpone(claim))
      return
    }
    if (!abort.signal.aborted) await this.#source.finish(claim)
  }
}

const AFTER_ABORT_MS = 1_500
const AFTER_DATABASE_ERROR_MS = 1_000
// A timer runs by another clock than the one that says what is due: that one jumps when a machine wakes up or its time is set.
const LOOK_AT_LEAST_EVERY_MS = 30_000
