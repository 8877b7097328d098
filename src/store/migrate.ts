import { type Kysely, sql, type Transaction } from 'kysely'
import { NewerSchemaError } from './errors.ts'
import { firstTables } from './migrations/0001-first-tables.ts'
import { ownMemory } from './migrations/0002-own-memory.ts'
import { inbox } from './migrations/0003-inbox.ts'
import { forgetting } from './migrations/0004-forgetting.ts'
import type { Schema } from './schema.ts'

/** How the engines spell what differs between them in a table's definition. */
export type Spelling = {
  readonly integer: string
  table(name: string, columns: string): string
}

/**
 * One step forward; there is none back. Within a release a step only adds, because the previous version keeps running on the new
 * schema while replicas are replaced.
 */
export type Migration = {
  readonly number: number
  readonly name: string
  readonly statements: (spelling: Spelling) => readonly string[]
}

export const MIGRATIONS: readonly Migration[] = [firstTables, ownMemory, inbox, forgetting]

export const SPELLINGS = {
  // `strict` makes SQLite refuse what Postgres would refuse, such as a fraction in an integer column.
  sqlite: { integer: 'integer', table: (name, columns) => `create table ${name} (${columns}) strict` },
  postgres: { integer: 'bigint', table: (name, columns) => `create table ${name} (${columns})` },
} as const satisfies Record<string, Spelling>

/**
 * Brings the schema to the newest known number, all steps or none. `lock` keeps other processes out for the transaction.
 * Rejects with NewerSchemaError when the database is ahead of this version.
 */
export async function migrate(
  db: Kysely<Schema>,
  spelling: Spelling,
  now: () => number,
  lock: (tx: Transaction<Schema>) => Promise<void>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<number> {
  const known = newestOf(migrations)
  return await db.transaction().execute(async (tx) => {
    await lock(tx)
    const found = await currentSchema(tx, spelling)
    if (found > known) throw new NewerSchemaError(found, known)
    for (const migration of migrations) {
      if (migration.number <= found) continue
      for (const statement of migration.statements(spelling)) await sql.raw(statement).execute(tx)
      await tx
        .insertInto('schema_migrations')
        .values({ number: migration.number, name: migration.name, applied_at: now() })
        .execute()
    }
    return known
  })
}

function newestOf(migrations: readonly Migration[]): number {
  return Math.max(0, ...migrations.map((migration) => migration.number))
}

async function currentSchema(tx: Transaction<Schema>, spelling: Spelling): Promise<number> {
  const columns = `number ${spelling.integer} primary key, name text not null, applied_at ${spelling.integer} not null`
  const create = spelling
    .table('schema_migrations', columns)
    .replace('create table', 'create table if not exists')
  await sql.raw(create).execute(tx)
  const row = await tx
    .selectFrom('schema_migrations')
    .select(({ fn }) => fn.max('number').as('newest'))
    .executeTakeFirst()
  return row?.newest ?? 0
}
