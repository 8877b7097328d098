import { CompiledQuery, type Kysely } from 'kysely'
import type { Queue } from '../delivery/ports.ts'
import type { Topic } from '../lead/wake-up.ts'
import type { Schema, WakeUpRow } from './schema.ts'
import { crashBackoff, type StoreSettings } from './settings.ts'
import type { Claim, Claims, WakeUpSource } from './wake-up-source.ts'
import { WriteLater } from './write-later.ts'

/**
 * Wake-ups as rows of the one process that holds the file. A row waits until it has `done_at`; which of them run, or have just run, is
 * known to memory alone, so that after a crash they are simply due again.
 */
export class SqliteWakeUps implements WakeUpSource {
  readonly #db: Kysely<Schema>
  readonly #settings: StoreSettings
  readonly #finished: WriteLater
  #forgotAt = Number.NEGATIVE_INFINITY
  /** What a look has seen to come after its `at`. */
  #next: { readonly at: number; readonly runAt: number | undefined } | undefined

  constructor(db: Kysely<Schema>, settings: StoreSettings) {
    this.#db = db
    this.#settings = settings
    this.#finished = new WriteLater((keys) => this.#writeDone(keys), settings.log)
  }

  async claimDue(at: number, free: ReadonlyMap<Topic, number>, running: readonly string[]): Promise<Claims> {
    await this.#forgetDone(at)
    const taken = new Set([...running, ...this.#finished.values()])
    const rows = await this.#due(at, free, taken.size)
    const due = rows.filter(({ key }) => !taken.has(key))
    const byTopic = Map.groupBy(due, ({ topic }) => topic)
    const claims = [...free].flatMap(
      ([topic, limit]) => byTopic.get(topic)?.slice(0, limit).map(toClaim) ?? [],
    )
    // What could not be seen to the end may hold more, also of the topics that were not asked for.
    return { claims, isMore: due.length > claims.length || this.#next === undefined }
  }

  /** Nearly always a handful in all. With more, each topic is asked for: what one has plenty of must not hold up the others. */
  async #due(at: number, free: ReadonlyMap<Topic, number>, taken: number): Promise<readonly DueRow[]> {
    const most = A_HANDFUL + taken
    const { rows } = await this.#db.executeQuery<DueRow>(CompiledQuery.raw(COMING, [most]))
    const due = rows.filter(({ run_at }) => run_at <= at)
    if (due.length < most) {
      this.#next = { at, runAt: rows[due.length]?.run_at }
      return due
    }
    this.#next = undefined
    const topics = [...free.keys()]
    const each = topics.map(() => `select * from (${DUE_IN_TOPIC})`).join(' union all ')
    const binds = topics.flatMap((topic) => [topic, at, MOST_AT_ONCE + taken])
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
    this.#finished.add(wakeUp.key)
  }

  async #writeDone(keys: readonly string[]): Promise<void> {
    await this.#db.executeQuery(CompiledQuery.raw(DONE, [this.#settings.now(), JSON.stringify(keys)]))
  }

  async postpone({ wakeUp, tries }: Claim): Promise<number> {
    const { now, crashBackoffMs } = this.#settings
    const runAt = now() + crashBackoff(crashBackoffMs, tries + 1)
    await this.#db
      .updateTable('wake_ups')
      .set({ tries: tries + 1, run_at: runAt })
      .where('key', '=', wakeUp.key)
      .execute()
    return runAt
  }

  writeDown(): Promise<void> {
    return this.#finished.flush()
  }

  letGo(): Promise<void> {
    return this.#finished.end()
  }

  async depth(now: number, running: readonly string[]): ReturnType<Queue['depth']> {
    await this.#finished.flush()
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
const A_HANDFUL = 8
// More than all slots together, so that those which run leave room for those which may.
const MOST_AT_ONCE = 64

// Asked many times for each lead. They stand here as text, because building them costs more than their answers.
const COMING =
  'select key, topic, subject, run_at, tries from wake_ups where done_at is null and run_at > 0 order by run_at limit ?'
const DUE_IN_TOPIC = `select key, topic, subject, run_at, tries from wake_ups
  where topic = ? and done_at is null and run_at <= ? order by run_at limit ?`
const DONE = 'update wake_ups set done_at = ? where key in (select value from json_each(?))'
const NEXT = 'select run_at from wake_ups where done_at is null and run_at > ? order by run_at limit 1'
