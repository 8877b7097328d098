import { Kysely, sql } from 'kysely'
import { checkPostgres } from './database-checks.ts'
import type { Engine } from './engine.ts'
import { DatabaseUnreachableError } from './errors.ts'
import { migrate, SPELLINGS } from './migrate.ts'
import { startPgBoss, stopPgBoss } from './pg-boss-jobs.ts'
import { jobTable, PgBossWakeUps, sendJob } from './pg-boss-wake-ups.ts'
import { createPostgresDialect } from './postgres-dialect.ts'
import { createPool } from './postgres-pool.ts'
import type { Schema } from './schema.ts'
import type { StoreSettings } from './settings.ts'
import { WakeUpQueue } from './wake-up-queue.ts'

/** One database, several processes. */
export async function openPostgres(databaseUrl: string, settings: StoreSettings): Promise<Engine> {
  // Refused without its cause, which would carry the address and with it the password.
  if (!URL.canParse(databaseUrl)) throw new DatabaseUnreachableError()
  await migratePostgres(databaseUrl, settings)
  const { log } = settings
  const jobs = createPool(databaseUrl, log, settings.jobsWithinMs, { name: 'leadhand jobs', most: 4 })
  const boss = await startPgBoss(jobs, settings).catch(async (error: unknown) => {
    await jobs.end()
    throw error
  })
  const pool = createPool(databaseUrl, log, settings.writeWithinMs)
  const db = new Kysely<Schema>({ dialect: createPostgresDialect(pool) })
  return {
    db,
    soon: db,
    queue: new WakeUpQueue(new PgBossWakeUps(boss, db, settings), settings),
    checks: [checkPostgres(db)],
    limits: settings,
    wake: (tx, wakeUp) => sendJob(boss, tx, wakeUp, settings.now()),
    isWokenUntil: (at) => sql`exists (select 1 from ${jobTable} job where job.name in ('deliver', 'look-up')
      and job.state <= 'active' and job.data->>'subject' = leads.id and (job.data->>'runAt')::bigint <= ${at})`,
    locksRows: true,
    close: async () => {
      await stopPgBoss(boss)
      await Promise.all([jobs.end(), db.destroy()])
    },
  }
}

// With connections of its own: a step, or the wait for another replica's, may take longer than a confirm may.
async function migratePostgres(databaseUrl: string, { log, now }: StoreSettings): Promise<void> {
  const db = new Kysely<Schema>({ dialect: createPostgresDialect(createPool(databaseUrl, log, undefined)) })
  try {
    await sql`select 1`.execute(db).catch((error: unknown) => {
      throw new DatabaseUnreachableError({ cause: error })
    })
    await migrate(db, SPELLINGS.postgres, now, async (tx) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx)
    })
  } finally {
    await db.destroy()
  }
}

// Any number, the same for all versions.
const MIGRATION_LOCK = 5_323_244
