import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createRecords } from '../../src/app-records.ts'
import { openStore } from '../../src/store/open-store.ts'
import { aDraft, aNewLead, NOON } from '../store/a-lead.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { tempDir } from '../store/temp-dir.ts'
import { startPostgres } from './postgres-server.ts'

it('moves leads, forms and what is to do to Postgres, once, and puts the file aside', async () => {
  const server = await startPostgres()
  onTestFinished(() => server[Symbol.asyncDispose]())
  const databaseUrl = await server.newDatabase()
  const dataDir = tempDir()
  const log = createMemoryLog()
  const now = () => NOON
  const lead = aNewLead()
  const draft = aDraft()
  const records = createRecords({ dataDir, databaseUrl }, log, now)
  {
    await using store = await openStore({ dataDir, now, log })
    await store.drafts.insertDraft(draft)
    await store.drafts.transaction(async (tx) => {
      await tx.insertLead(lead)
      await tx.wake({ key: 'deliver:1', topic: 'deliver', subject: lead.id, runAt: NOON })
    })

    await expect(records.moveToPostgres(databaseUrl)).rejects.toMatchObject({ code: 'data_dir_in_use' })
  }

  const moved = await records.moveToPostgres(databaseUrl)

  await using there = await openStore({ databaseUrl, now, log })
  const woken = Promise.withResolvers<string>()
  const ignore = async () => undefined
  await there.queue.start(
    {
      deliver: async ({ subject }) => woken.resolve(subject),
      'look-up': ignore,
      'match-again': ignore,
      notify: ignore,
      post: ignore,
      'read-message': ignore,
      'remind-draft': ignore,
    },
    { deliver: 1, 'look-up': 1, 'match-again': 1, notify: 1, post: 1, 'read-message': 1, 'remind-draft': 1 },
  )
  expect(moved).toMatchObject({ leads: 1, wakeUps: 1 })
  expect(await there.drafts.findLead(lead.id)).toMatchObject({ reference: lead.reference, state: 'queued' })
  expect(await there.drafts.findDraft(draft.id)).toEqual(draft)
  expect(await woken.promise).toBe(lead.id)
  expect(existsSync(join(dataDir, 'leadhand.db'))).toBe(false)
  expect(existsSync(moved.kept)).toBe(true)
  await expect(records.moveToPostgres(databaseUrl)).rejects.toMatchObject({ code: 'no_records' })
})
