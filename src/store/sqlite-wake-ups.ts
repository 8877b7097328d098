import { CompiledQuery, type Kysely } from 'kysely'
import type { Queue } from '../delivery/ports.ts'
import type { Topic } from '../lead/wake-up.ts'
import type { Schema, WakeUpRow } from './schema.ts'
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
  /** What a look has seen to come after its `at`. */
  #next: { readonly at: number; readonly runAt: number | undefined } | undefined

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
    const due = (await this.#due(at, free)).filter(({ key }) => !running.includes(key))
    const byTopic = Map.groupBy(due, ({ topic }) => topic)
    return [...free].flatMap(([topic, limit]) => byTopic.get(topic)?.slice(0, limit).map(toClaim) ?? [])
  }

  /** Nearly always a handful in all. With more, each topic is asked for: what one has plenty of must not hold up the others. */
  async #due(at: number, free: ReadonlyMap<Topic, number>): Promise<readonly DueRow[]> {
    const { rows } = await this.#db.executeQuery<DueRow>(CompiledQuery.raw(COMING, [A_HANDFUL]))
    const due = rows.filter(({ run_at }) => run_at <= at)
    if (due.length < A_HANDFUL) {
      this.#next = { at, runAt: rows[due.length]?.run_at }
      return due
    }
    this.#next = undefined
    const topics = [...free.keys()]
    const each = topics.map(() => `select * from (${DUE_IN_TOPIC})`).join(' union all ')
    const binds = topics.flatMap((topic) => [topic, at, MOST_AT_ONCE])
    return (await this.#db.executeQuery<DueRow>(CompiledQuery.raw(each, binds))).rows
  }

  async msUntilNextLook(at: number): Promise<number | undefined> {
    const seen = this.#next
    this.#next = undefined
    const runAt = seen?.at === at ? seen.runAt : await this.#firstAfter(at)
    return runAt === undefined ? undefined : runAt - this.#settings.now()
  }

  async #firstAfter(at: number): Promise<number | undefined> {
    const { rows } = await this.#db.executeQuery<{ run_at: number }>(CompiledQuery.raw(NEXT, [at]))
    return rows[0]?.run_at
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

type DueRow = Pick<WakeUpRow, 'key' | 'subject' | 'run_at' | 'tries'> & { readonly topic: Topic }

function toClaim({ key, topic, subject, run_at, tries }: DueRow): Claim {
  return { wakeUp: { key, topic, subject, runAt: run_at }, tries }
}

// What runs beside each other in a busy minute, and the one that comes after it.
const A_HANDFUL = 16
// More than all slots together, so that those which run leave room for those which may.
const MOST_AT_ONCE = 64

// Asked many times for each lead. They stand here as text, because building them costs more than their answers.
const COMING =
  'select key, topic, subject, run_at, tries from wake_ups where done_at is null and run_at > 0 order by run_at limit ?'
const DUE_IN_TOPIC = `select key, topic, subject, run_at, tries from wake_ups
  where topic = ? and done_at is null and run_at <= ? order by run_at limit ?`
const NEXT = 'select run_at from wake_ups where done_at is null and run_at > ? order by run_at limit 1'
