import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { StoreBusyError, UnfitBindError } from '../../src/store/errors.ts'
import { createSqliteDialect, createSqliteDialects } from '../../src/store/sqlite-dialect.ts'
import { tempDir } from './temp-dir.ts'

type Tables = { notes: { id: number; text: string | null } }

function openNotes(busyForMs = 1_000): { db: Kysely<Tables>; file: string } {
  const file = join(tempDir(), 'notes.db')
  const database = new DatabaseSync(file, { timeout: 0 })
  database.exec('pragma journal_mode = wal; create table notes (id integer primary key, text text) strict')
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database, busyForMs) })
  onTestFinished(() => db.destroy())
  return { db, file }
}

/** What a backup or a curious person's tool does to us. */
function lockFromOutside(file: string): { release(): void } {
  const other = new DatabaseSync(file)
  other.exec('begin immediate')
  return { release: () => other.close() }
}

describe('the dialect for node:sqlite', () => {
  it.each([
    ['a Date', new Date(0)],
    ['undefined', undefined],
    ['a boolean', true],
    ['an object', { id: 1 }],
    ['an array', [1]],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
  ])('refuses to bind %s', async (_, value) => {
    const { db } = openNotes()

    const insert = sql`insert into notes (id, text) values (${value}, ${'kept apart'})`.execute(db)

    await expect(insert).rejects.toThrow(UnfitBindError)
    expect(await db.selectFrom('notes').selectAll().execute()).toEqual([])
  })

  it.each([
    ['a string', "it's"],
    ['null', null],
    ['a number', 12],
    ['a bigint', 12n],
    ['bytes', new Uint8Array([1, 2])],
  ])('binds %s', async (_, value) => {
    const { db } = openNotes()

    const { rows } = await sql<{ value: unknown }>`select ${value} as value`.execute(db)

    expect(rows[0]?.value).toEqual(typeof value === 'bigint' ? Number(value) : value)
  })

  it('gives back the rows of a statement that writes and returns', async () => {
    const { db } = openNotes()

    const row = await db.insertInto('notes').values({ id: 1, text: 'a' }).returningAll().executeTakeFirst()

    expect(row).toEqual({ id: 1, text: 'a' })
  })

  it("waits for another program's lock without holding up the event loop", async () => {
    const { db, file } = openNotes()
    const lock = lockFromOutside(file)

    const write = db
      .transaction()
      .execute((tx) => tx.insertInto('notes').values({ id: 1, text: 'late' }).execute())
    // By the next turn of the loop the write has found the lock; that there is one is the point.
    await nextTurn()
    lock.release()
    await write

    expect(await db.selectFrom('notes').selectAll().execute()).toHaveLength(1)
  })

  it("gives up when another program's lock stays", async () => {
    const { db, file } = openNotes(30)
    const lock = lockFromOutside(file)

    const write = db.insertInto('notes').values({ id: 1, text: 'never' }).execute()

    await expect(write).rejects.toThrow(StoreBusyError)
    lock.release()
  })

  it('goes on after a transaction that failed', async () => {
    const { db } = openNotes()
    const failed = db.transaction().execute(async (tx) => {
      await tx.insertInto('notes').values({ id: 1, text: 'a' }).execute()
      await tx.insertInto('notes').values({ id: 1, text: 'twice' }).execute()
    })
    await expect(failed).rejects.toThrow()

    await db.insertInto('notes').values({ id: 2, text: 'b' }).execute()

    expect(await db.selectFrom('notes').select('id').execute()).toEqual([{ id: 2 }])
  })
})

describe('two dialects on one file', () => {
  it('sync each commit of the one and none of the other, however they take turns', async () => {
    const database = new DatabaseSync(join(tempDir(), 'notes.db'))
    database.exec('pragma journal_mode = wal; pragma synchronous = full')
    const dialects = createSqliteDialects(database, 0)
    const db = new Kysely<Tables>({ dialect: dialects.db })
    const soon = new Kysely<Tables>({ dialect: dialects.soon })
    onTestFinished(async () => {
      await db.destroy()
      await soon.destroy()
    })
    const FULL = 2
    const NORMAL = 1
    const levelOf = async (kysely: Kysely<Tables>) => {
      const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(kysely)
      return rows[0]?.synchronous
    }

    const levels = await Promise.all([db, soon, soon, db, soon, db].map(levelOf))

    expect(levels).toEqual([FULL, NORMAL, NORMAL, FULL, NORMAL, FULL])
  })

  it('let the one wait for the transaction of the other', async () => {
    const database = new DatabaseSync(join(tempDir(), 'notes.db'))
    database.exec('create table notes (id integer primary key, text text) strict')
    const dialects = createSqliteDialects(database, 0)
    const db = new Kysely<Tables>({ dialect: dialects.db })
    const soon = new Kysely<Tables>({ dialect: dialects.soon })
    onTestFinished(async () => {
      await db.destroy()
      await soon.destroy()
    })
    const seen: (string | null)[] = []

    await Promise.all([
      db.transaction().execute(async (tx) => {
        await tx.insertInto('notes').values({ id: 1, text: 'begun' }).execute()
        await nextTurn()
        await tx.updateTable('notes').set({ text: 'ended' }).execute()
      }),
      soon
        .selectFrom('notes')
        .selectAll()
        .execute()
        .then((rows) => seen.push(...rows.map(({ text }) => text))),
    ])

    expect(seen).toEqual(['ended'])
  })
})
