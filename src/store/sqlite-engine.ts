import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { Checkpoints } from './checkpoints.ts'
import { databaseFile, lockDataDir } from './data-dir.ts'
import { checkDataDir } from './database-checks.ts'
import type { Engine } from './engine.ts'
import { DataDirUnusableError } from './errors.ts'
import { migrate, SPELLINGS } from './migrate.ts'
import type { Schema } from './schema.ts'
import type { StoreSettings } from './settings.ts'
import { createSqliteDialects } from './sqlite-dialect.ts'
import { SqliteWakeUps } from './sqlite-wake-ups.ts'
import { WakeUpQueue } from './wake-up-queue.ts'

/** One file, one process. */
export async function openSqlite(dataDir: string, settings: StoreSettings): Promise<Engine> {
  using opened = new DisposableStack()
  const lock = lockDataDir(dataDir)
  opened.defer(() => lock.release())
  const checkpoints = new Checkpoints(databaseFile(dataDir), settings.log)
  const dialects = createSqliteDialects(openFile(dataDir), settings.writeWithinMs, () => checkpoints.wrote())
  const db = new Kysely<Schema>({ dialect: dialects.db })
  const soon = new Kysely<Schema>({ dialect: dialects.soon })
  const queue = new WakeUpQueue(new SqliteWakeUps(soon, settings), settings)
  try {
    // No lock beyond the folder's: this process is alone.
    await migrate(db, SPELLINGS.sqlite, settings.now, async () => undefined)
    await endPostLeases(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  const held = opened.move()
  return {
    db,
    soon,
    queue,
    checks: [checkDataDir(db, dataDir)],
    limits: settings,
    wake: async (tx, { key, topic, subject, runAt }) => {
      await tx
        .insertInto('wake_ups')
        .values({ key, topic, subject, run_at: runAt, tries: 0, done_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    isWokenUntil: (at) => sql`exists (select 1 from wake_ups where wake_ups.subject = leads.id
      and wake_ups.done_at is null and wake_ups.run_at <= ${at} and wake_ups.topic in ('deliver', 'look-up'))`,
    locksRows: false,
    close: async () => {
      await checkpoints.end()
      await db.destroy()
      held.dispose()
    },
  }
}

/**
 * Whoever held a post has died: its message is looked for and brought up to date at once. Leads keep their lease, because SingleOps may
 * still be at work on what the dead process has sent.
 */
async function endPostLeases(db: Kysely<Schema>): Promise<void> {
  await db
    .updateTable('posts')
    .set(({ eb }) => ({ owner: null, lease_until: null, version: eb('version', '+', 1) }))
    .where('owner', 'is not', null)
    .execute()
}

function openFile(dataDir: string): DatabaseSync {
  try {
    const database = new DatabaseSync(databaseFile(dataDir), { timeout: OPEN_BUSY_TIMEOUT_MS })
    database.exec('pragma journal_mode = wal; pragma synchronous = full')
    database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_AFTER_PAGES}`)
    database.exec(`pragma busy_timeout = ${SHORT_BUSY_TIMEOUT_MS}`)
    return database
  } catch (error) {
    throw new DataDirUnusableError(dataDir, { cause: error })
  }
}

// 128 MB: only if the other thread could not copy it for long.
const CHECKPOINT_AFTER_PAGES = 32_000
// A backup or an export may be reading at the moment in which a killed process is started again. Nobody waits for the event loop yet.
const OPEN_BUSY_TIMEOUT_MS = 10_000
// SQLite waits by blocking the thread; longer locks are waited out by the dialect.
const SHORT_BUSY_TIMEOUT_MS = 5
