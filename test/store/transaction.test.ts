import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { databaseFile } from '../../src/store/data-dir.ts'
import { StoreBusyError } from '../../src/store/errors.ts'
import { openStore } from '../../src/store/open-store.ts'
import { aNewLead, NOON } from './a-lead.ts'
import { createMemoryLog } from './memory-log.ts'
import { tempDir } from './temp-dir.ts'

async function openLocked() {
  const dataDir = tempDir()
  const store = await openStore({
    dataDir,
    now: () => NOON,
    log: createMemoryLog(),
    confirmWithinMs: 60,
    writeWithinMs: 10_000,
  })
  const tool = new DatabaseSync(databaseFile(dataDir))
  tool.exec('begin immediate')
  return { store, release: () => tool.close() }
}

describe('a transaction while another program locks the file', () => {
  it('answers a confirm in time that nothing was taken, and keeps to it', async () => {
    const { store, release } = await openLocked()
    await using _ = store
    const lead = aNewLead()

    const confirm = store.drafts.transaction((tx) => tx.insertLead(lead))

    await expect(confirm).rejects.toThrow(StoreBusyError)
    release()
    await store.leads.transaction(async () => undefined)
    expect(await store.leads.findLead(lead.id)).toBeUndefined()
  })

  it('writes what nobody waits for once the lock is gone', async () => {
    const { store, release } = await openLocked()
    await using _ = store
    const draft = store.drafts.transaction((tx) => tx.insertLead(aNewLead()))

    const written = store.leads.transaction((tx) => tx.setAccountBlocked(aNewLead().account, true, NOON))
    await expect(draft).rejects.toThrow(StoreBusyError)
    release()

    expect(await written).toBe(true)
  })
})
