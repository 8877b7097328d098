import { statfs } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import type { Check, Trouble } from '../ops/check.ts'
import type { Schema } from './schema.ts'

/** Below this a day's leads with their write-ahead log may not fit. */
const ENOUGH_FREE_BYTES = 100 * 1024 * 1024
const MEGABYTE = 1024 * 1024

const NO_ANSWER: Trouble = {
  problem: "Leadhand's memory doesn't answer. Leads can't be taken until it does; what was taken is kept.",
  remedy: 'Ask whoever looks after Leadhand to look at it now.',
}

/** Says whether the file answers and its disk has room. */
export function checkDataDir(db: Kysely<Schema>, dataDir: string): Check {
  return {
    name: 'database',
    title: "Leadhand's memory",
    run: async () => {
      if (!(await answers(db))) {
        return {
          ok: false,
          problem: `The database in ${dataDir} can't be read`,
          remedy: 'Look at the disk that DATA_DIR lies on; if the file is damaged, restore the last backup.',
          plain: NO_ANSWER,
        }
      }
      const { bavail, bsize } = await statfs(dataDir)
      const freeMb = Math.floor((bavail * bsize) / MEGABYTE)
      if (bavail * bsize >= ENOUGH_FREE_BYTES) {
        return { ok: true, detail: `SQLite in ${dataDir}, ${freeMb} MB free` }
      }
      return {
        ok: false,
        problem: `${freeMb} MB are free where DATA_DIR lies`,
        remedy: 'Make room on that disk: when it is full, no lead can be taken.',
        plain: {
          problem: "The disk of Leadhand's computer is almost full. When it is, no lead can be taken.",
          remedy: 'Ask whoever looks after Leadhand to make room there.',
        },
      }
    },
  }
}

/** Says whether Postgres answers. */
export function checkPostgres(db: Kysely<Schema>): Check {
  return {
    name: 'database',
    title: "Leadhand's memory",
    run: async () => {
      if (await answers(db)) return { ok: true, detail: 'Postgres answers' }
      return {
        ok: false,
        problem: 'Postgres does not answer',
        remedy: 'Check that the database of DATABASE_URL runs and can be reached from here.',
        plain: NO_ANSWER,
      }
    },
  }
}

/** Whether a query gets an answer; why not is said by what needed the answer. */
export async function answers(db: Kysely<Schema>): Promise<boolean> {
  try {
    await sql`select number from schema_migrations limit 1`.execute(db)
    return true
  } catch {
    return false
  }
}
