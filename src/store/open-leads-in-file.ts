import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { databaseFile } from './data-dir.ts'
import { listOpenLeads, type OpenLeads } from './open-leads.ts'
import type { Schema } from './schema.ts'
import { createSqliteDialect } from './sqlite-dialect.ts'

/**
 * Open leads that a SQLite file of this folder still holds, read only; none where there is no such file. Before the app starts on
 * Postgres: they would be forgotten there.
 */
export async function findOpenLeadsInFile(dataDir: string): Promise<readonly OpenLeads[]> {
  const file = databaseFile(dataDir)
  if (!existsSync(file)) return []
  const db = new Kysely<Schema>({
    dialect: createSqliteDialect(new DatabaseSync(file, { readOnly: true }), BUSY_FOR_MS),
  })
  try {
    const { rows } = await sql`select 1 from sqlite_master where name = 'leads'`.execute(db)
    return rows.length > 0 ? await listOpenLeads(db) : []
  } finally {
    await db.destroy()
  }
}

const BUSY_FOR_MS = 2_000
