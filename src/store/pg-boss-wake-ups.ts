import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Queue } from '../delivery/ports.ts'
import { TOPICS, type Topic, type WakeUp } from '../lead/wake-up.ts'
import { ALIVE_EVERY_MS, JOBS_SCHEMA, toJobId, toPriority } from './pg-boss-jobs.ts'
import type { Schema } from './schema.ts'
import type { StoreSettings } from './settings.ts'
import type { Claim, Claims, WakeUpSource } from './wake-up-source.ts'

type JobData = { readonly key: string; readonly subject: string; readonly runAt: number }

/** Writes a wake-up as a job of pg-boss inside our own transaction. */
export async function sendJob(
  boss: PgBoss,
  tx: Transaction<Schema>,
  { key, topic, subject, runAt }: WakeUp,
  now: number,
): Promise<void> {
  const data: JobData = { key, subject, runAt }
  await boss.send(topic, data, {
    id: toJobId(key),
    priority: toPriority(runAt),
    // As a delay, so that it counts by the database's clock and not by how far ours differs from it.
    ...(runAt > now ? { startAfter: (runAt - now) / 1000 } : {}),
    db: {
      executeSql: async (text, values) => {
        const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values))
        return { rows }
      },
    },
  })
}

/** Wake-ups as jobs of pg-boss, shared with other processes. What is due is decided by the database's clock. */
export class PgBossWakeUps implements WakeUpSource {
  readonly #boss: PgBoss
  readonly #db: Kysely<Schema>
  readonly #settings: StoreSettings
  readonly #held = new Map<string, Claim>()
  #aliveTimer: NodeJS.Timeout | undefined

  constructor(boss: PgBoss, db: Kysely<Schema>, settings: StoreSettings) {
    this.#boss = boss
    this.#db = db
    this.#settings = settings
  }

  async claimDue(_at: number, free: ReadonlyMap<Topic, number>): Promise<Claims> {
    const due = await this.#dueTopics([...free.keys()])
    const fetches = await Promise.allSettled(due.map((topic) => this.#fetch(topic, free.get(topic) ?? 0)))
    const claims = fetches.flatMap((fetch) => (fetch.status === 'fulfilled' ? fetch.value : []))
    const failed = fetches.find((fetch) => fetch.status === 'rejected')
    // What was fetched is ours and must run; a trouble that lasts shows at the next look.
    if (failed && claims.length === 0) throw failed.reason
    const counts = Map.groupBy(claims, ({ wakeUp }) => wakeUp.topic)
    const isFull = (topic: Topic) => (counts.get(topic)?.length ?? 0) >= (free.get(topic) ?? 0)
    // Where a slot is left, all that was due has been taken.
    return { claims, isMore: TOPICS.some(isFull) }
  }

  /** One cheap question first: mostly nothing is due. */
  async #dueTopics(topics: readonly Topic[]): Promise<readonly Topic[]> {
    const { rows } = await sql<{ name: Topic }>`select distinct name from ${jobTable}
      where name in (${sql.join(topics)}) and state < 'active' and start_after <= now()`.execute(this.#db)
    return rows.map((row) => row.name)
  }

  async #fetch(topic: Topic, batchSize: number): Promise<readonly Claim[]> {
    const jobs = await this.#boss.fetch<JobData>(topic, { batchSize, includeMetadata: true })
    const claims = jobs.map(({ data, retryCount }) => ({ wakeUp: { ...data, topic }, tries: retryCount }))
    for (const claim of claims) this.#held.set(claim.wakeUp.key, claim)
    this.#aliveTimer ??= setInterval(() => this.#sayAlive(), ALIVE_EVERY_MS).unref()
    return claims
  }

  async msUntilNextLook(): Promise<number> {
    return this.#settings.pollMs
  }

  async finish(claim: Claim): Promise<void> {
    this.#held.delete(claim.wakeUp.key)
    await this.#boss.complete(claim.wakeUp.topic, toAttempt(claim))
  }

  async postpone(claim: Claim): Promise<number> {
    this.#held.delete(claim.wakeUp.key)
    await this.#boss.fail(claim.wakeUp.topic, toAttempt(claim))
    return this.#settings.now() + this.#settings.pollMs
  }

  async writeDown(): Promise<void> {
    // Finished is written at once, for the other processes to see.
  }

  async letGo(): Promise<void> {
    this.#held.clear()
    clearInterval(this.#aliveTimer)
    this.#aliveTimer = undefined
  }

  async depth(now: number): ReturnType<Queue['depth']> {
    const { rows } = await sql<{ name: string; waiting: number; oldest: number }>`
      select name, count(*) as waiting, min((data->>'runAt')::bigint) as oldest
      from ${jobTable} where state < 'active' group by name`.execute(this.#db)
    return Object.fromEntries(
      rows.map(({ name, waiting, oldest }) => [name, { waiting, oldestDueMs: Math.max(0, now - oldest) }]),
    )
  }

  #sayAlive(): void {
    for (const [topic, claims] of Map.groupBy(this.#held.values(), (claim) => claim.wakeUp.topic)) {
      this.#boss.touch(topic, claims.map(toAttempt)).catch((error: unknown) => {
        this.#settings.log.warn({ err: error, topic }, 'running wake-ups could not be kept')
      })
    }
  }
}

export const jobTable = sql.table(`${JOBS_SCHEMA}.job`)

/** Named with its attempt: a job that was taken from us meanwhile is left to its new owner. */
function toAttempt({ wakeUp, tries }: Claim): { id: string; retryCount: number } {
  return { id: toJobId(wakeUp.key), retryCount: tries }
}
