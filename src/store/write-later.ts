import type { Log } from '../ops/log.ts'

// Long enough for what one lead leaves behind at once, and far below what a person could notice.
const AFTER_MS = 25
const AGAIN_AFTER_MS = 1_000

/** Gathers values that may be written a moment later, and writes them together. They stay in `values` until they are written. */
export class WriteLater {
  readonly #write: (values: readonly string[]) => Promise<void>
  readonly #log: Log
  readonly #values = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  #isOver = false

  constructor(write: (values: readonly string[]) => Promise<void>, log: Log) {
    this.#write = write
    this.#log = log
  }

  add(value: string): void {
    this.#values.add(value)
    this.#timer ??= this.#flushIn(AFTER_MS)
  }

  values(): IterableIterator<string> {
    return this.#values.values()
  }

  /** Writes at once; rejects when that failed, and then it is tried again later. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const writing = Promise.allSettled([this.#writing]).then(() => this.#writeAll())
    this.#writing = writing
    return writing
  }

  /** The last flush: what could not be written now is left. */
  async end(): Promise<void> {
    this.#isOver = true
    try {
      await this.flush()
    } catch (err) {
      this.#log.warn({ err }, 'finished wake-ups not written: they come once more')
    }
  }

  async #writeAll(): Promise<void> {
    const values = [...this.#values]
    if (values.length === 0) return
    try {
      await this.#write(values)
    } catch (error) {
      if (!this.#isOver) this.#timer ??= this.#flushIn(AGAIN_AFTER_MS)
      throw error
    }
    for (const value of values) this.#values.delete(value)
  }

  #flushIn(delayMs: number): NodeJS.Timeout {
    const flush = () =>
      void this.flush().catch((err: unknown) => this.#log.error({ err }, 'finished wake-ups not written yet'))
    return setTimeout(flush, delayMs).unref()
  }
}
