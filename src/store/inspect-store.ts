import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open as openFileHandle, rm, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import type { Check, CheckResult } from '../ops/check.ts'
import type { Log } from '../ops/log.ts'
import { checkLeadsForPeople, checkLeadsUnderWay } from './check-open-leads.ts'
import { databaseFile } from './data-dir.ts'
import { MIGRATIONS } from './migrate.ts'
import { createPostgresDialect } from './postgres-dialect.ts'
import { createPool } from './postgres-pool.ts'
import type { Schema } from './schema.ts'
import { createSqliteDialect } from './sqlite-dialect.ts'

const MEGABYTE = 1024 * 1024
const ENOUGH_FREE_MB = 100
const BUSY_FOR_MS = 2_000
/** A confirm has two seconds for a transaction with several of them. */
const SLOWEST_SYNC_MS = 500
/** The office has a day's work besides; a customer who called in the morning expects to hear before the evening. */
const DECIDED_WITHIN_MS = 4 * 3_600_000

/** What can be said about the memory without the app and beside it: nothing is locked, and nothing stays behind. */
export function inspectStore(
  where: { readonly dataDir: string; readonly databaseUrl?: string },
  now: () => number,
  log: Log,
): Check[] {
  const { dataDir, databaseUrl } = where
  const open = () => (databaseUrl === undefined ? openFile(dataDir) : openPostgres(databaseUrl, log))
  return [
    ...(databaseUrl === undefined
      ? [{ name: 'data folder', title: 'Data folder', run: () => checkFolder(dataDir) }]
      : []),
    { name: 'database', title: "Leadhand's memory", run: () => withDatabase(open, checkSchema) },
    {
      name: 'queue',
      title: 'Leads under way',
      run: () => withDatabase(open, (db) => checkLeadsUnderWay(db, now())),
    },
    {
      name: 'leads for people',
      title: 'Leads that need someone',
      run: () => withDatabase(open, (db) => checkLeadsForPeople(db, now(), DECIDED_WITHIN_MS)),
    },
  ]
}

async function checkFolder(dataDir: string): Promise<CheckResult> {
  const folder = nearestExisting(resolve(dataDir))
  const { bavail, bsize } = await statfs(folder)
  const freeMb = Math.floor((bavail * bsize) / MEGABYTE)
  if (freeMb < ENOUGH_FREE_MB) {
    return {
      ok: false,
      problem: `${freeMb} MB are free where DATA_DIR lies`,
      remedy: 'Make room on that disk: when it is full, no lead can be taken.',
    }
  }
  const syncMs = await timeSync(folder)
  if (syncMs === undefined) {
    return {
      ok: false,
      problem: `${folder} can't be written`,
      remedy: 'Give the user that Leadhand runs as the right to write there, or name another DATA_DIR.',
    }
  }
  return syncMs <= SLOWEST_SYNC_MS
    ? { ok: true, detail: `${dataDir} can be written (${Math.ceil(syncMs)} ms), ${freeMb} MB free` }
    : {
        ok: false,
        problem: `The disk takes ${Math.round(syncMs)} ms until what was written is safe`,
        remedy:
          'Move DATA_DIR to a local disk (no network share, no SD card): people wait for it, and after two seconds a lead is not taken.',
      }
}

/** How long a few written bytes take until they survive a power cut, in ms; undefined when they can't be written. Leaves nothing behind. */
async function timeSync(folder: string): Promise<number | undefined> {
  const path = join(folder, `.doctor-${randomUUID()}`)
  try {
    await using file = await openFileHandle(path, 'wx', 0o600)
    const begunAt = performance.now()
    await file.writeFile('x'.repeat(4096))
    await file.sync()
    return performance.now() - begunAt
  } catch {
    // Read-only, foreign or gone: the remedy is the same.
    return undefined
  } finally {
    await rm(path, { force: true })
  }
}

const nearestExisting = (folder: string): string =>
  existsSync(folder) ? folder : nearestExisting(dirname(folder))

async function checkSchema(db: Kysely<Schema>): Promise<CheckResult> {
  const newest = Math.max(...MIGRATIONS.map(({ number }) => number))
  const { rows } = await sql<{ number: number | string }>`
    select max(number) as number from schema_migrations`.execute(db)
  const found = Number(rows[0]?.number ?? 0)
  if (found > newest) {
    return {
      ok: false,
      problem: `The database is of a newer version (schema ${found}, this one knows ${newest})`,
      remedy: 'Start the newer version again.',
    }
  }
  const waiting = found < newest ? `; it becomes ${newest} at the next start` : ''
  return { ok: true, detail: `schema ${found}${waiting}` }
}

async function withDatabase(
  open: () => Kysely<Schema> | undefined,
  check: (db: Kysely<Schema>) => Promise<CheckResult>,
): Promise<CheckResult> {
  const db = open()
  if (!db) return { ok: true, detail: 'not made yet; it is made at the first start' }
  try {
    return await check(db)
  } catch {
    // The reason may quote the address with its password; where to look is the same for all.
    return {
      ok: false,
      problem: "The database can't be read",
      remedy: 'Look at the disk that DATA_DIR lies on, or check that the database of DATABASE_URL runs.',
    }
  } finally {
    await db.destroy()
  }
}

function openFile(dataDir: string): Kysely<Schema> | undefined {
  const file = databaseFile(dataDir)
  if (!existsSync(file)) return undefined
  const database = new DatabaseSync(file, { readOnly: true })
  return new Kysely<Schema>({ dialect: createSqliteDialect(database, BUSY_FOR_MS) })
}

function openPostgres(databaseUrl: string, log: Log): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: createPostgresDialect(createPool(databaseUrl, log, BUSY_FOR_MS)) })
}
