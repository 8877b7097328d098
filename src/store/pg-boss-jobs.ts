import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { PgBoss } from 'pg-boss'
import { TOPICS } from '../lead/wake-up.ts'
import type { StoreSettings } from './settings.ts'

/** Schema of pg-boss in our database. */
export const JOBS_SCHEMA = 'leadhand_jobs'

/** How often a running job says that it is alive, and after how long a silence its process counts as dead. */
export const ALIVE_EVERY_MS = 10_000
const SILENT_FOR_SECONDS = 30

/**
 * Brings pg-boss's tables up to date and makes a queue for each topic. Its connections are ours: pg-boss's own wait without end for a
 * server that does not answer any more, and with them every further look for wake-ups.
 */
export async function startPgBoss(pool: Pool, settings: StoreSettings): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: JOBS_SCHEMA,
    schedule: false,
    // Jobs of a dead process are found this often.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', (error) => settings.log.error({ err: error }, 'the job queue had an error'))
  boss.on('warning', ({ message, data }) =>
    settings.log.warn({ warning: message, data }, 'the job queue warns'),
  )
  try {
    await boss.start()
    for (const topic of TOPICS) {
      const options = queueOptions(settings)
      await boss.createQueue(topic, options)
      await boss.updateQueue(topic, options)
    }
    // What a process held that died lately is found now and not at the first regular look.
    await boss.supervise()
    return boss
  } catch (error) {
    await stopPgBoss(boss)
    throw error
  }
}

/** No workers of pg-boss's own ever run: there is nothing to wait for. */
export async function stopPgBoss(boss: PgBoss): Promise<void> {
  await boss.stop({ graceful: false })
}

function queueOptions({ crashBackoffMs, handlerLimitMs, keepDoneForMs }: StoreSettings) {
  return {
    // Whether a lead is tried again is decided by its own row: a job is never given up.
    retryLimit: 1_000_000,
    retryBackoff: true,
    retryDelay: Math.ceil(crashBackoffMs.first / 1000),
    retryDelayMax: Math.ceil(crashBackoffMs.most / 1000),
    expireInSeconds: Math.ceil(handlerLimitMs / 1000),
    heartbeatSeconds: SILENT_FOR_SECONDS,
    // pg-boss deletes jobs that nobody ran for so long.
    retentionSeconds: 365 * 24 * 3600,
    deleteAfterSeconds: Math.ceil(keepDoneForMs / 1000),
  }
}

/** A job's id can never be used twice, which is what a key promises: the same key gives the same UUID. */
export function toJobId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex')
  // Version 8: a UUID of one's own making (RFC 9562).
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** pg-boss takes the highest priority first: the longest due has the highest. Seconds, to fit its 32 bits. */
export function toPriority(runAt: number): number {
  return Math.trunc((Date.UTC(2026, 0, 1) - runAt) / 1000)
}
