import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftId, leadId } from '../../src/lead/ids.ts'
import { MIGRATIONS, SPELLINGS } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open-store.ts'
import { aNewLead } from '../store/a-lead.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { makeOldDatabase, OLD_DRAFT, OLD_LEADS, THEN } from '../upgrade/old-database.ts'
import { countFrozen, readFrozen, toText } from '../upgrade/schemas.ts'
import { ENGINES, type TestEngine } from './engines.ts'

describe('a step that has been released', () => {
  it.each(MIGRATIONS.map(({ number }) => number))('never changes: %i', (number) => {
    const statements = MIGRATIONS[number - 1]?.statements(SPELLINGS.sqlite) ?? []

    expect(countFrozen(), 'write the newest down by: node test/upgrade/freeze.ts').toBe(MIGRATIONS.length)
    expect(toText(statements)).toBe(readFrozen(number))
  })
})

describe.each(ENGINES)('an upgrade on $name', ({ start }) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine[Symbol.asyncDispose]())

  it.each(MIGRATIONS.map(({ number }) => number))(
    'from schema %i keeps what was there and takes what comes',
    async (schema) => {
      const place = await engine.newPlace()
      await makeOldDatabase(place, { schema })
      await using store = await openStore({ ...place, now: () => THEN, log: createMemoryLog() })

      const draft = await store.drafts.findDraft(draftId(OLD_DRAFT))
      const leads = await Promise.all(
        Object.values(OLD_LEADS).map(({ id }) => store.leads.findLead(leadId(id))),
      )
      const added = await store.drafts.transaction((tx) => tx.insertLead(aNewLead()))

      expect(draft).toMatchObject({ taker: 'U1', entry: { name: 'Dora Unfinished', phone: '404 555 0165' } })
      expect(leads).toMatchObject(
        Object.entries(OLD_LEADS).map(([state, { reference, name, phone }]) => ({
          state,
          reference,
          content: { contact: { firstName: name, phone } },
        })),
      )
      expect(leads[2]?.problem?.text).toBe('Name is not allowed')
      expect(leads[3]?.jobId).toBe('148830')
      expect(await store.leads.attemptsOf(leadId(OLD_LEADS.delivered.id))).toMatchObject([
        { outcome: 'delivered' },
      ])
      expect(added).toMatchObject({ state: 'queued' })
      expect(await store.openLeadsByAccount()).toMatchObject([{ account: 'main' }])
    },
  )

  it('is done once: the next start finds nothing to do', async () => {
    const place = await engine.newPlace()
    await makeOldDatabase(place, { schema: 1 })
    await (await openStore({ ...place, now: () => THEN, log: createMemoryLog() }))[Symbol.asyncDispose]()

    await using store = await openStore({ ...place, now: () => THEN, log: createMemoryLog() })

    expect(await store.leads.findLead(leadId(OLD_LEADS.queued.id))).toMatchObject({ state: 'queued' })
  })
})
