import { writeSync } from 'node:fs'
import { openStore } from '../../../src/store/open-store.ts'
import { aNewLead, NOON } from '../a-lead.ts'
import { createMemoryLog } from '../memory-log.ts'

// Commits leads until it is killed; each id is written out only after its commit.
const [dataDir] = process.argv.slice(2)
if (!dataDir) throw new Error('name a folder')
const store = await openStore({ dataDir, now: () => NOON, log: createMemoryLog() })
writeSync(1, 'open\n')
for (;;) {
  const fresh = aNewLead()
  await store.drafts.transaction(async (tx) => {
    await tx.insertLead(fresh)
    await tx.wake({ key: `deliver:${fresh.id}:1`, topic: 'deliver', subject: fresh.id, runAt: NOON })
  })
  writeSync(1, `${fresh.id}\n`)
}
