import type { Kysely } from 'kysely'
import type { Queue } from '../delivery/ports.ts'
import type { Topic, WakeUp } from '../lead/wake-up.ts'
import type { Schema } from './schema.ts'
import { crashBackoff, type StoreSettings } from './settings.ts'

/** The rows of the SQLite queue. */
export class WakeUpTable {
  readonly #db: Kysely<Schema>
  readonly #settings: StoreSettings
  #forgotAt = Number.NEGATIVE_INFINITY

  constructor(db: Kysely<Schema>, settings: StoreSettings) {
    this.#db = db
    this.#settings = settings
  }

  /** Oldest due first, without those that run already. */
  async due(
    topic: Topic,
    limit: number,
    running: readonly string[],
  ): Promise<readonly { readonly wakeUp: WakeUp; readonly tries: number }[]> {
    const rows = await this.#db
      .selectFrom('wake_ups')
      .selectAll()
      .where('topic', '=', topic)
      .where('done_at', 'is', null)
      .where('run_at', '<=', this.#settings.now())
      .$if(running.length > 0, (query) => query.where('key', 'not in', running))
      .orderBy('run_at')
      .limit(limit)
      .execute()
    return rows.map(({ key, subject, run_at, tries }) => ({
      wakeUp: { key, topic, subject, runAt: run_at },
      tries,
    }))
  }

  /** When the first of those is due that are not due yet. */
  async nextLater(): Promise<number | undefined> {
    const row = await this.#db
      .selectFrom('wake_ups')
      .select('run_at')
      .where('done_at', 'is', null)
      .where('run_at', '>', this.#settings.now())
      .orderBy('run_at')
      .limit(1)
      .executeTakeFirst()
    return row?.run_at
  }

  async finish(key: string): Promise<void> {
    await this.#db
      .updateTable('wake_ups')
      .set({ done_at: this.#settings.now() })
      .where('key', '=', key)
      .execute()
  }

  async postpone(key: string, tries: number): Promise<void> {
    const { now, crashBackoffMs } = this.#settings
    await this.#db
      .updateTable('wake_ups')
      .set({ tries, run_at: now() + crashBackoff(crashBackoffMs, tries) })
      .where('key', '=', key)
      .execute()
  }

  async depth(now: number, running: readonly string[]): ReturnType<Queue['depth']> {
    const rows = await this.#db
      .selectFrom('wake_ups')
      .select(({ fn }) => ['topic', fn.countAll<number>().as('waiting'), fn.min('run_at').as('oldest')])
      .where('done_at', 'is', null)
      .$if(running.length > 0, (query) => query.where('key', 'not in', running))
      .groupBy('topic')
      .execute()
    return Object.fromEntries(
      rows.map(({ topic, waiting, oldest }) => [topic, { waiting, oldestDueMs: Math.max(0, now - oldest) }]),
    )
  }

  /** Forgets used keys once they are so old that nothing can make them again; looks once an hour. */
  async forgetDone(): Promise<void> {
    const now = this.#settings.now()
    if (now - this.#forgotAt < FORGET_EVERY_MS) return
    this.#forgotAt = now
    await this.#db
      .deleteFrom('wake_ups')
      .where('done_at', '<', now - this.#settings.keepDoneForMs)
      .execute()
  }
}

const FORGET_EVERY_MS = 3_600_000
