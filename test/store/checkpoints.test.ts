import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished, vi } from 'vitest'
import { Checkpoints } from '../../src/store/checkpoints.ts'
import { createMemoryLog } from './memory-log.ts'
import { tempDir } from './temp-dir.ts'

const ROUNDS = 8

it('copies the log into the file, so that the log is written over and does not grow for ever', async () => {
  const { file, write, copied } = openNotes()
  const checkpoints = new Checkpoints(file, createMemoryLog())
  onTestFinished(() => checkpoints.end())

  for (let round = 0; round < ROUNDS; round += 1) {
    for (let n = 0; n < 4_000; n += 1) {
      write()
      checkpoints.wrote()
    }
    await vi.waitFor(() => expect(copied()).toBe(true))
  }

  // Each commit is at least one page; once all of the log was copied, it begins anew.
  expect(statSync(`${file}-wal`).size).toBeLessThan((ROUNDS * 4_000 * 4_096) / 2)
})

it('says when the log could not be copied, and tries again', async () => {
  const file = join(tempDir(), 'notes.db')
  writeFileSync(file, 'This is no database, and it is long enough to be taken for a damaged one. '.repeat(20))
  const log = createMemoryLog()
  const checkpoints = new Checkpoints(file, log)

  for (let failures = 1; failures <= 2; failures += 1) {
    for (let n = 0; n < 2_000; n += 1) checkpoints.wrote()
    await vi.waitFor(() => expect(log.lines).toHaveLength(failures))
    await checkpoints.end()
  }

  expect(JSON.stringify(log.lines)).toContain('the log of the database was not copied into its file')
})

it('ends at once when nothing was ever copied', async () => {
  const { file } = openNotes()

  await expect(new Checkpoints(file, createMemoryLog()).end()).resolves.toBeUndefined()
})

/** Each write is a commit of some 130 bytes; nothing but a checkpoint of somebody else brings it into the file. */
function openNotes(): { file: string; write(): void; copied(): boolean } {
  const file = join(tempDir(), 'notes.db')
  const database = new DatabaseSync(file)
  onTestFinished(() => database.close())
  database.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 0; pragma synchronous = normal')
  database.exec('create table notes (text text) strict; pragma wal_checkpoint(truncate)')
  const insert = database.prepare('insert into notes (text) values (?)')
  // Only tells how far the log was copied.
  const look = database.prepare('pragma wal_checkpoint(noop)')
  return {
    file,
    write: () => void insert.run('x'.repeat(130)),
    copied: () => {
      const { log, checkpointed } = look.get() ?? {}
      return log === checkpointed
    },
  }
}
