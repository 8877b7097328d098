import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { databaseFile } from './data-dir.ts'
import { BackupByPostgresError, NoRecordsError } from './errors.ts'
import type { RecordPlace } from './open-records.ts'

export type Backup = { readonly leads: number }

/**
 * Copies the SQLite file to `target` as it is in one moment, also while the app writes, and checks the copy. Rejects where the target
 * exists already.
 */
export async function backUp({ dataDir, databaseUrl }: RecordPlace, target: string): Promise<Backup> {
  if (databaseUrl !== undefined) throw new BackupByPostgresError()
  const file = databaseFile(dataDir)
  if (!existsSync(file)) throw new NoRecordsError(dataDir)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  // It holds customers' names and numbers: readable by its owner alone before anything is in it.
  writeFileSync(target, '', { mode: 0o600, flag: 'wx' })
  try {
    const source = new DatabaseSync(file, { readOnly: true })
    try {
      await backup(source, target)
    } finally {
      source.close()
    }
    return examine(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

function examine(target: string): Backup {
  const copy = new DatabaseSync(target)
  try {
    // The copy has the original's journal mode, which would need two more files beside it.
    copy.exec('pragma journal_mode = delete')
    const check = copy.prepare('pragma integrity_check').get()
    if (check?.integrity_check !== 'ok') throw new RangeError('the copy is damaged')
    return { leads: Number(copy.prepare('select count(*) as leads from leads').get()?.leads) }
  } finally {
    copy.close()
  }
}
