import type { Topic } from '../lead/wake-up.ts'

/** The wake-ups whose handlers run in this process right now. */
export class Running {
  readonly #topics = new Map<string, Topic>()
  #change = Promise.withResolvers<void>()

  get size(): number {
    return this.#topics.size
  }

  keys(): string[] {
    return [...this.#topics.keys()]
  }

  count(topic: Topic): number {
    return this.#topics.values().reduce((count, one) => (one === topic ? count + 1 : count), 0)
  }

  add(key: string, topic: Topic): void {
    this.#topics.set(key, topic)
  }

  remove(key: string): void {
    this.#topics.delete(key)
    this.#change.resolve()
    this.#change = Promise.withResolvers()
  }

  /** Resolves when the next handler has ended. */
  ended(): Promise<void> {
    return this.#change.promise
  }

  /** Resolves when none is running any more, or when `signal` aborts. */
  async idle(signal?: AbortSignal): Promise<void> {
    const given = Promise.withResolvers<void>()
    const giveUp = () => given.resolve()
    signal?.addEventListener('abort', giveUp, { once: true })
    while (this.size > 0 && !signal?.aborted) await Promise.race([this.ended(), given.promise])
    signal?.removeEventListener('abort', giveUp)
  }
}
