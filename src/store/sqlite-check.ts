import { statfs } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import type { Check } from '../ops/check.ts'
import type { Schema } from './schema.ts'

/** Below this a day's leads with their write-ahead log may not fit. */
const ENOUGH_FREE_BYTES = 100 * 1024 * 1024

/** Says whether the file answers and its disk has room. */
export function checkDataDir(db: Kysely<Schema>, dataDir: string): Check {
  return {
    name: 'database',
    run: async () => {
      await sql`select 1`.execute(db)
      const { bavail, bsize } = await statfs(dataDir)
      const freeMb = Math.floor((bavail * bsize) / 1024 / 1024)
      if (bavail * bsize < ENOUGH_FREE_BYTES) {
        return {
          ok: false,
          problem: `${freeMb} MB are free where DATA_DIR lies`,
          remedy: 'Make room on that disk: when it is full, no lead can be taken.',
        }
      }
      return { ok: true, detail: `SQLite in ${dataDir}, ${freeMb} MB free` }
    },
  }
}
