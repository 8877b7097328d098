import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DataDirInUseError, DataDirUnusableError } from './errors.ts'
import { isBusy } from './sqlite-errors.ts'

export const databaseFile = (dataDir: string): string => join(dataDir, 'leadhand.db')

export type DataDirLock = { release(): void }

/**
 * Makes the folder and keeps it for this process. The lock is one of the operating system: it goes with the process, however that ends.
 * Rejects with DataDirInUseError or DataDirUnusableError.
 */
export function lockDataDir(dataDir: string): DataDirLock {
  try {
    // The files hold customers' names and numbers.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const lock = openLockFile(dataDir)
    return { release: () => lock.close() }
  } catch (error) {
    if (isBusy(error)) throw new DataDirInUseError(dataDir, { cause: error })
    throw new DataDirUnusableError(dataDir, { cause: error })
  }
}

// A file of its own: closing any handle of a locked file, as a backup does, would drop the lock on POSIX.
function openLockFile(dataDir: string): DatabaseSync {
  const lock = new DatabaseSync(join(dataDir, 'leadhand.lock'), { timeout: TWO_STARTS_AT_ONCE_MS })
  try {
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    throw error
  }
}

// Two processes that start in the same moment would refuse each other; waiting lets one of them win.
const TWO_STARTS_AT_ONCE_MS = 200
