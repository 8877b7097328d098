import { existsSync, renameSync } from 'node:fs'
import type { Kysely, Transaction } from 'kysely'
import { TOPICS, type Topic } from '../lead/wake-up.ts'
import type { Log } from '../ops/log.ts'
import { databaseFile, lockDataDir } from './data-dir.ts'
import { NoRecordsError } from './errors.ts'
import { openPostgres } from './postgres-engine.ts'
import type { Schema } from './schema.ts'
import { STORE_DEFAULTS } from './settings.ts'
import { openSqlite } from './sqlite-engine.ts'

export type Moved = {
  readonly leads: number
  readonly wakeUps: number
  /** Where the SQLite file is kept from now on. */
  readonly kept: string
}

// Leads before what belongs to them.
const TABLES = [
  'drafts',
  'last_operations',
  'secrets',
  'leads',
  'lead_history',
  'attempts',
  'traces',
  'blocked_accounts',
  'posts',
  'outages',
  'outage_told',
  'catalog_snapshots',
  'inbox',
  'inbox_cursors',
] as const satisfies readonly (keyof Schema)[]

/**
 * Moves everything from the SQLite file to Postgres in one transaction, then puts the file aside. What is there already stays: it can be
 * repeated. Rejects with a DataDirInUseError while the app runs on the file.
 */
export async function moveToPostgres(parts: {
  readonly dataDir: string
  readonly databaseUrl: string
  readonly now: () => number
  readonly log: Log
}): Promise<Moved> {
  const { dataDir, databaseUrl, now, log } = parts
  const file = databaseFile(dataDir)
  if (!existsSync(file)) throw new NoRecordsError(dataDir)
  const settings = { ...STORE_DEFAULTS, now, log }
  // Opened as the app does: alone, and with its schema brought up to this version's.
  const from = await openSqlite(dataDir, settings)
  let moved: Omit<Moved, 'kept'>
  try {
    const to = await openPostgres(databaseUrl, settings)
    try {
      moved = await to.db.transaction().execute(async (tx) => {
        for (const table of TABLES) await copyTable(from.db, tx, table)
        const wakeUps = await from.db
          .selectFrom('wake_ups')
          .selectAll()
          .where('done_at', 'is', null)
          .execute()
        for (const { key, topic, subject, run_at } of wakeUps) {
          if (isTopic(topic)) await to.wake(tx, { key, topic, subject, runAt: run_at })
        }
        const { leads } = await from.db
          .selectFrom('leads')
          .select((one) => one.fn.countAll<number>().as('leads'))
          .executeTakeFirstOrThrow()
        return { leads, wakeUps: wakeUps.length }
      })
    } finally {
      await to.queue.stop(AbortSignal.abort())
      await to.close()
    }
  } finally {
    await from.queue.stop(AbortSignal.abort())
    await from.close()
  }
  return { ...moved, kept: putAside(dataDir, file, now()) }
}

const isTopic = (topic: string): topic is Topic => TOPICS.some((known) => known === topic)

const ROWS_AT_ONCE = 500

async function copyTable(
  from: Kysely<Schema>,
  to: Transaction<Schema>,
  table: (typeof TABLES)[number],
): Promise<void> {
  // The same columns on both sides: one schema, brought to one version.
  const rows = await from.selectFrom(table).selectAll().execute()
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await to
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Closed, the file is whole without its log. */
function putAside(dataDir: string, file: string, now: number): string {
  const lock = lockDataDir(dataDir)
  try {
    const kept = `${file}.moved-${new Date(now).toISOString().slice(0, 19).replaceAll(/[:T]/gu, '-')}`
    renameSync(file, kept)
    return kept
  } finally {
    lock.release()
  }
}
