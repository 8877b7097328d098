import { expect, it } from 'vitest'
import { addNotes } from '../../src/intake/add-notes.ts'
import type { Lead, LeadContent } from '../../src/lead/lead.ts'
import type { Store } from '../../src/store/open-store.ts'
import { aDraft, aNewLead, NOON, someContent } from '../store/a-lead.ts'
import { someSettings } from './an-account.ts'
import { nothingFound, ownStore } from './own-store.ts'

const now = () => NOON

async function aLeadIn(store: Store, parts: Partial<LeadContent> = {}): Promise<Lead> {
  const lead = await store.drafts.transaction((tx) =>
    tx.insertLead(aNewLead({ content: someContent(parts) })),
  )
  if (!lead) throw new Error('the reference was taken')
  return lead
}

/** A form to which these leads were shown. */
async function aFormIn(store: Store, leads: readonly Lead[], parts: Partial<LeadContent>) {
  const { client: _, ...prepared } = someContent(parts)
  const shown = leads.map(({ id, reference, taker, state, confirmedAt }) => ({
    ...{ id, reference, taker, state, confirmedAt },
    same: ['phone'] as const,
  }))
  const draft = aDraft({
    prepared,
    match: { ...nothingFound, revision: 1, memory: { leads: shown, forms: [], older: [] } },
  })
  await store.drafts.insertDraft(draft)
  return draft
}

const add = (store: Store, draftId: Parameters<typeof addNotes>[0]['draftId'], lead: Lead) =>
  addNotes({ draftId, leadId: lead.id }, { drafts: store.drafts, settings: someSettings(), now })

it('adds the need and what is new about the caller, and wakes the lead’s new version', async () => {
  const store = await ownStore(now)
  const lead = await aLeadIn(store)
  const draft = await aFormIn(store, [lead], {
    need: 'Also the maple',
    contact: { firstName: 'Tom', lastName: 'Smith', phone: '+17705550123', mobile: '+17705550177' },
  })

  const added = await add(store, draft.id, lead)
  const again = await add(store, draft.id, lead)

  expect(added).toMatchObject({ kind: 'added', lead: { version: 2, state: 'queued' } })
  const kept = await store.drafts.findLead(lead.id)
  expect(kept?.content.need).toBe(
    'oak on fence\n\nAlso the maple\nNew contact: Tom Smith\nNew mobile: 770-555-0177',
  )
  expect(again.kind).toBe('already')
  expect((await store.drafts.findDraft(draft.id))?.match).not.toHaveProperty('memory')
  expect(await store.queue.depth(NOON)).toMatchObject({ deliver: { waiting: 1 }, notify: { waiting: 1 } })
})

it('adds nothing to a lead that was not shown for the form', async () => {
  const store = await ownStore(now)
  const [shown, other] = [await aLeadIn(store), await aLeadIn(store)]
  const draft = await aFormIn(store, [shown], { need: 'Also the maple' })

  const added = await add(store, draft.id, other)

  expect(added.kind).toBe('too-late')
  expect((await store.drafts.findLead(other.id))?.version).toBe(1)
})

it.each(['sending', 'discarded'] as const)('adds nothing to a lead that is %s', async (state) => {
  const store = await ownStore(now)
  const lead = await aLeadIn(store)
  const draft = await aFormIn(store, [lead], { need: 'Also the maple' })
  await store.leads.transaction((tx) => tx.changeLead(lead, { state }, NOON))

  const added = await add(store, draft.id, lead)

  expect(added.kind).toBe('too-late')
  expect((await store.drafts.findDraft(draft.id))?.state).toBe('submitted')
})

it('adds nothing where both texts together would be cut', async () => {
  const store = await ownStore(now)
  const lead = await aLeadIn(store, { need: 'x'.repeat(2000) })
  const draft = await aFormIn(store, [lead], { need: 'y'.repeat(1700) })

  const added = await add(store, draft.id, lead)

  expect(added.kind).toBe('no-room')
  expect((await store.drafts.findLead(lead.id))?.content.need).toHaveLength(2000)
})
