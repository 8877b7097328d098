import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Log } from '../ops/log.ts'
import { databaseFile } from './data-dir.ts'
import { NoRecordsError } from './errors.ts'
import { createPostgresDialect } from './postgres-dialect.ts'
import { createPool } from './postgres-pool.ts'
import type { Schema } from './schema.ts'
import { createSqliteDialect } from './sqlite-dialect.ts'

export type RecordPlace = { readonly dataDir: string; readonly databaseUrl?: string }

// The app writes for milliseconds at a time.
const BUSY_FOR_MS = 10_000

/** The memory for a tool that looks or changes a little, also while the app runs. Throws a NoRecordsError where there is none. */
export function openRecords(
  { dataDir, databaseUrl }: RecordPlace,
  log: Log,
  { readOnly }: { readonly readOnly: boolean },
): Kysely<Schema> {
  if (databaseUrl !== undefined) {
    return new Kysely<Schema>({ dialect: createPostgresDialect(createPool(databaseUrl, log, undefined)) })
  }
  const file = databaseFile(dataDir)
  if (!existsSync(file)) throw new NoRecordsError(dataDir)
  const database = new DatabaseSync(file, { readOnly, timeout: 5 })
  if (!readOnly) database.exec('pragma synchronous = full; pragma secure_delete = on')
  return new Kysely<Schema>({ dialect: createSqliteDialect(database, BUSY_FOR_MS) })
}
