import type { Kysely } from 'kysely'
import type { Queue } from '../delivery/ports.ts'
import type { Topic } from '../lead/wake-up.ts'
import type { Schema } from './schema.ts'
import { crashBackoff, type StoreSettings } from './settings.ts'
import type { Claim, WakeUpSource } from './wake-up-source.ts'

/**
 * Wake-ups as rows of the one process that holds the file. A row waits until it has `done_at`; which of them run is known to memory
 * alone, so that after a crash they are simply due again.
 */
export class SqliteWakeUps implements WakeUpSource {
  readonly #db: Kysely<Schema>
  readonly #settings: StoreSettings
  #forgotAt = Number.NEGATIVE_INFINITY

  constructor(db: Kysely<Schema>, settings: StoreSettings) {
    this.#db = db
    this.#settings = settings
  }

  async claimDue(
    at: number,
    free: ReadonlyMap<Topic, number>,
    running: readonly string[],
  ): Promise<readonly Claim[]> {
    await this.#forgetDone(at)
    const claims: Claim[] = []
    for (const [topic, limit] of free) claims.push(...(await this.#due(at, topic, limit, running)))
    return claims
  }

  async #due(at: number, topic: Topic, limit: number, running: readonly string[]): Promise<readonly Claim[]> {
    const rows = await this.#db
      .selectFrom('wake_ups')
      .selectAll()
      .where('topic', '=', topic)
      .where('done_at', 'is', null)
      .where('run_at', '<=', at)
      .$if(running.length > 0, (query) => query.where('key', 'not in', running))
      .orderBy('run_at')
      .limit(limit)
      .execute()
    return rows.map(({ key, subject, run_at, tries }) => ({
      wakeUp: { key, topic, subject, runAt: run_at },
      tries,
    }))
  }

  async msUntilNextLook(at: number): Promise<number | undefined> {
    const row = await this.#db
      .selectFrom('wake_ups')
      .select('run_at')
      .where('done_at', 'is', null)
      .where('run_at', '>', at)
      .orderBy('run_at')
      .limit(1)
      .executeTakeFirst()
    return row && row.run_at - this.#settings.now()
  }

  async finish({ wakeUp }: Claim): Promise<void> {
    await this.#db
      .updateTable('wake_ups')
      .set({ done_at: this.#settings.now() })
      .where('key', '=', wakeUp.key)
      .execute()
  }

  async postpone({ wakeUp, tries }: Claim): Promise<void> {
    const { now, crashBackoffMs } = this.#settings
    await this.#db
      .updateTable('wake_ups')
      .set({ tries: tries + 1, run_at: now() + crashBackoff(crashBackoffMs, tries + 1) })
      .where('key', '=', wakeUp.key)
      .execute()
  }

  letGo(): void {
    // Nothing was written when they were taken up.
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
  async #forgetDone(now: number): Promise<void> {
    if (now - this.#forgotAt < FORGET_EVERY_MS) return
    this.#forgotAt = now
    await this.#db
      .deleteFrom('wake_ups')
      .where('done_at', '<', now - this.#settings.keepDoneForMs)
      .execute()
  }
}

const FORGET_EVERY_MS = 3_600_000
