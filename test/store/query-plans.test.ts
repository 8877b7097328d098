import { DatabaseSync } from 'node:sqlite'
import { type CompiledQuery, Kysely } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { accountKey, inboxId, leadId, reference, userId } from '../../src/lead/ids.ts'
import { databaseFile } from '../../src/store/data-dir.ts'
import { createDraftStore } from '../../src/store/drafts.ts'
import { purgeFinished } from '../../src/store/erase-lead.ts'
import { createInboxStore } from '../../src/store/inbox.ts'
import { createLeadStore } from '../../src/store/leads.ts'
import { listOpenLeads } from '../../src/store/open-leads.ts'
import { createPostStore } from '../../src/store/posts.ts'
import type { Schema } from '../../src/store/schema.ts'
import { createSqliteDialect } from '../../src/store/sqlite-dialect.ts'
import { openSqlite } from '../../src/store/sqlite-engine.ts'
import { SqliteWakeUps } from '../../src/store/sqlite-wake-ups.ts'
import { aNewLead, NOON } from './a-lead.ts'
import { someSettings } from './settings.ts'
import { tempDir } from './temp-dir.ts'

async function openRecording() {
  const dataDir = tempDir()
  const engine = await openSqlite(dataDir, someSettings())
  const queries: CompiledQuery[] = []
  const database = new DatabaseSync(databaseFile(dataDir))
  const db = new Kysely<Schema>({
    dialect: createSqliteDialect(database, 0),
    log: ({ query }) => void queries.push(query),
  })
  onTestFinished(async () => {
    await db.destroy()
    await engine.close()
  })
  const recording = { ...engine, db }
  return {
    drafts: createDraftStore(recording),
    leads: createLeadStore(recording),
    posts: createPostStore(recording),
    inbox: createInboxStore(recording),
    wakeUps: new SqliteWakeUps(db, someSettings()),
    db,
    /** Steps that read a whole table, or all that an account or a taker ever had. */
    scans: () =>
      queries.flatMap(({ sql, parameters }) =>
        database
          .prepare(`explain query plan ${sql}`)
          .all(...(parameters as string[]))
          .map((step) => String(step.detail))
          .filter((step) => /^SCAN (?!CONSTANT)|\((?:account|taker)=\?\)$/u.test(step)),
      ),
    count: () => queries.length,
  }
}

describe('queries', () => {
  it('reach their rows by an index, however many leads there are', async () => {
    const { drafts, leads, posts, inbox, wakeUps, db, scans, count } = await openRecording()
    const taker = userId('U1')
    const account = accountKey('main')
    const id = leadId('lead-1')
    const lead = { ...aNewLead(), version: 1, stateSince: NOON, attempts: 0, looks: 0 }

    await drafts.findUnfinished(taker, NOON)
    await drafts.findLeadFrom({ channel: 'C1', ts: '1.2' })
    await drafts.findLeadByReference(reference('LH-1'))
    await drafts.listLeads({ states: ['unsure', 'refused'], limit: 10 })
    await drafts.listLeads({ states: ['delivered'], taker, since: NOON, limit: 10 })
    await drafts.lastOperation(taker, account)
    await drafts.recall({
      account,
      contact: { phone: '+17705550123', mobile: '+17705550124', email: 'a@b.c' },
      address: { street: '200 Main St', city: 'Marietta' },
      by: taker,
      leadsSince: NOON,
      formsSince: NOON,
      olderSince: NOON,
    })
    await drafts.forgetOlder(NOON)
    await drafts.forgetForms(NOON)
    await purgeFinished(db, NOON)
    await leads.findStranded(NOON, 10)
    await leads.findBlocked(account)
    await leads.findHeld(account, 10)
    await leads.findRivals(lead)
    await leads.findRivals({ ...lead, content: { ...lead.content, contact: { email: 'a@b.c' } } })
    await leads.attemptsOf(id)
    await posts.postsOf(id)
    await posts.countWaiting(account, taker)
    await posts.findStuck(NOON)
    await wakeUps.claimDue(NOON, new Map([['deliver', 4]]), ['deliver:1'])
    await wakeUps.msUntilNextLook(NOON)
    await listOpenLeads(db)
    await inbox.find(inboxId('C1:1.2'))
    await inbox.list({ state: 'no-lead', since: NOON, limit: 10 })
    await inbox.cursor('C1')
    await inbox.purge(NOON)

    expect(count()).toBeGreaterThanOrEqual(17)
    expect(scans()).toEqual([])
  })
})
