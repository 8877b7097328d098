import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createRecords, toPersonKey } from '../../src/app-records.ts'
import { csvHead, toCsvLine } from '../../src/cli/lead-csv.ts'
import type { Contact } from '../../src/lead/contact.ts'
import type { LeadId } from '../../src/lead/ids.ts'
import type { LeadContent, LeadState } from '../../src/lead/lead.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { aDraft, aNewLead, NOON, someContent } from './a-lead.ts'
import { createMemoryLog } from './memory-log.ts'
import { tempDir } from './temp-dir.ts'

const DAY_MS = 86_400_000

/** A running app's store, and the tools beside it. */
async function aPlace(now: () => number = () => NOON) {
  const dataDir = tempDir()
  const log = createMemoryLog()
  const store = await openStore({ dataDir, now, log })
  onTestFinished(() => store[Symbol.asyncDispose]())
  return { dataDir, store, records: createRecords({ dataDir }, log, now) }
}

async function enter(
  store: Store,
  content: Partial<LeadContent> = {},
  states: readonly LeadState[] = ['sending', 'delivered'],
): Promise<LeadId> {
  const lead = aNewLead({ content: someContent(content) })
  await store.drafts.insertDraft(aDraft({ id: lead.draftId, state: 'confirmed', leadId: lead.id }))
  let current = await store.drafts.transaction((tx) => tx.insertLead(lead))
  for (const state of states) {
    const from = current
    if (!from) throw new Error('the lead was not inserted')
    current = await store.leads.transaction((tx) => tx.changeLead(from, { state }, NOON))
  }
  return lead.id
}

const contactOf = async (store: Store, id: LeadId): Promise<Contact | undefined> =>
  (await store.drafts.findLead(id))?.content.contact

it('copies the file while the app has it open, for its owner alone, and the copy can be started from', async () => {
  const { dataDir, store, records } = await aPlace()
  const id = await enter(store)
  const restored = tempDir()
  const target = join(restored, 'leadhand.db')

  const { leads } = await records.backUp(target)
  await using copy = await openStore({ dataDir: restored, now: () => NOON, log: createMemoryLog() })

  expect(leads).toBe(1)
  expect(statSync(target).mode & 0o777).toBe(0o600)
  expect(await copy.drafts.findLead(id)).toEqual(await store.drafts.findLead(id))
  expect(dataDir).not.toBe(restored)
})

it('overwrites no older copy', async () => {
  const { records } = await aPlace()
  const target = join(tempDir(), 'leadhand.db')
  await records.backUp(target)

  await expect(records.backUp(target)).rejects.toMatchObject({ code: 'EEXIST' })
})

it('names the remedy where there is nothing, and leaves Postgres to its own tool', async () => {
  const nowhere = createRecords({ dataDir: tempDir() }, createMemoryLog(), () => NOON)
  const inPostgres = createRecords(
    { dataDir: tempDir(), databaseUrl: 'postgres://x' },
    createMemoryLog(),
    () => NOON,
  )

  await expect(nowhere.backUp('/nowhere')).rejects.toThrow('Check DATA_DIR')
  await expect(nowhere.forget({ kind: 'phone', value: '7705550123' })).rejects.toThrow('Check DATA_DIR')
  await expect(inPostgres.backUp('/nowhere')).rejects.toThrow('pg_dump')
})

it('exports every lead once, oldest first, with its history', async () => {
  const { store, records } = await aPlace()
  const ids: LeadId[] = []
  for (let count = 0; count < 205; count += 1) ids.push(await enter(store, {}, []))
  const delivered = await enter(store)

  const exported = await Array.fromAsync(records.export())

  expect(exported.map(({ lead }) => lead.id)).toEqual([...ids, delivered])
  expect(exported.at(-1)?.history.map(({ state }) => state)).toEqual(['queued', 'sending', 'delivered'])
})

it('writes cells that no spreadsheet takes for formulas or breaks at', async () => {
  const { store, records } = await aPlace()
  await enter(store, {
    need: '=HYPERLINK("x")\nand more',
    contact: { firstName: '+cmd', phone: '+17705550123' },
  })

  const [record] = await Array.fromAsync(records.export())
  const line = record ? toCsvLine(record) : ''

  expect(line).toContain(`"'=HYPERLINK(""x"")\nand more"`)
  expect(line).toContain(",'+cmd,")
  expect(line).toContain(',+17705550123,')
  expect(csvHead().split(',')).toHaveLength(24)
})

it('forgets a person in leads, forms and notes, however the number is written, and nobody else', async () => {
  const { store, records } = await aPlace()
  const caller = await enter(store)
  const named = await enter(store, { contact: { firstName: 'Bo' }, need: 'call his sister on 770.555-0123' })
  const other = await enter(store, { contact: { firstName: 'Cy', phone: '+17705550199' } })
  const open = await enter(store, {}, [])
  await store.drafts.insertDraft(aDraft({ state: 'submitted' }))

  const forgotten = await records.forget({ kind: 'phone', value: '7705550123' })

  expect(forgotten).toMatchObject({ leads: 2 })
  expect(forgotten.open).toHaveLength(1)
  expect(await contactOf(store, caller)).toEqual({})
  expect(JSON.stringify(await store.drafts.findLead(named))).not.toContain('sister')
  expect(await contactOf(store, other)).toMatchObject({ firstName: 'Cy' })
  expect(await contactOf(store, open)).toMatchObject({ firstName: 'Jane' })
  expect(await records.forget({ kind: 'phone', value: '7705550123' })).toMatchObject({ leads: 0 })
})

it('forgets an email in any case, and no longer one that ends alike', async () => {
  const { store, records } = await aPlace()
  const jane = await enter(store, { contact: { email: 'Jane@Example.com' } })
  const maryjane = await enter(store, { contact: { email: 'mary.jane@example.com' } })

  const { leads } = await records.forget({ kind: 'email', value: 'jane@example.com' })

  expect(leads).toBe(1)
  expect(await contactOf(store, jane)).toEqual({})
  expect(await contactOf(store, maryjane)).toEqual({ email: 'mary.jane@example.com' })
})

it.each([
  ['(770) 555-0123', { kind: 'phone', value: '7705550123' }],
  ['+1 770 555 0123', { kind: 'phone', value: '7705550123' }],
  [' Jane@Example.com ', { kind: 'email', value: 'jane@example.com' }],
  ['jane', undefined],
])('reads %j as %j', (written, key) => {
  expect(toPersonKey(written)).toEqual(key)
})

it('takes the customer out of leads that were finished long ago, and keeps what they are counted by', async () => {
  const { store } = await aPlace()
  const done = await enter(store)
  const open = await enter(store, {}, ['sending', 'refused'])

  const early = await store.purgeFinished(NOON - DAY_MS)
  const late = await store.purgeFinished(NOON + DAY_MS)
  const again = await store.purgeFinished(NOON + DAY_MS)

  expect([early, late, again]).toEqual([0, 1, 0])
  expect(await store.drafts.findLead(done)).toMatchObject({
    state: 'delivered',
    content: { contact: {}, address: {}, operation: { name: 'Tree Care' } },
  })
  expect(await contactOf(store, open)).toMatchObject({ firstName: 'Jane' })
})
