import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NewerSchemaError } from '../../src/store/errors.ts'
import { MIGRATIONS, type Migration, migrate, SPELLINGS } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Schema } from '../../src/store/schema.ts'
import { createSqliteDialect } from '../../src/store/sqlite-dialect.ts'
import { NOON } from './a-lead.ts'
import { createMemoryLog } from './memory-log.ts'
import { tempDir } from './temp-dir.ts'

function openEmpty(): Kysely<Schema> {
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(new DatabaseSync(':memory:'), 0) })
  onTestFinished(() => db.destroy())
  return db
}

const bring = (db: Kysely<Schema>, migrations: readonly Migration[]) =>
  migrate(
    db,
    SPELLINGS.sqlite,
    () => NOON,
    async () => undefined,
    migrations,
  )

const NEXT = MIGRATIONS.length + 1

const addNotes: Migration = {
  number: NEXT,
  name: 'notes',
  statements: () => ['create table notes (id text)'],
}

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  it('run once each', async () => {
    const db = openEmpty()
    await bring(db, MIGRATIONS)

    await bring(db, [...MIGRATIONS, addNotes])
    const newest = await bring(db, [...MIGRATIONS, addNotes])

    expect(newest).toBe(NEXT)
    const rows = await db.selectFrom('schema_migrations').select('number').orderBy('number').execute()
    expect(rows).toEqual(Array.from({ length: NEXT }, (_, index) => ({ number: index + 1 })))
  })

  it('leave nothing behind when a step fails', async () => {
    const db = openEmpty()
    const broken: Migration = {
      number: NEXT,
      name: 'broken',
      statements: () => ['create table half (id text)', 'create nonsense'],
    }

    await expect(bring(db, [...MIGRATIONS, broken])).rejects.toThrow()

    const tables = await db.introspection.getTables()
    expect(tables).toEqual([])
  })

  it('refuse a database that a newer version wrote', async () => {
    const dataDir = tempDir()
    const options = { dataDir, now: () => NOON, log: createMemoryLog() }
    await (await openStore(options))[Symbol.asyncDispose]()
    const newer = new DatabaseSync(join(dataDir, 'leadhand.db'))
    newer.exec("insert into schema_migrations (number, name, applied_at) values (99, 'from the future', 0)")
    newer.close()

    // Twice: a refused start must not keep the folder locked.
    await expect(openStore(options)).rejects.toThrow(NewerSchemaError)
    await expect(openStore(options)).rejects.toThrow(/schema 99/u)
  })
})
