import { describe, expect, it } from 'vitest'
import type { Choice } from '../../src/intake/client-choice.ts'
import { confirmLead } from '../../src/intake/confirm-lead.ts'
import type { Draft, ShownClient } from '../../src/lead/draft.ts'
import { clientId, draftId, leadId } from '../../src/lead/ids.ts'
import { LEAD_STATES } from '../../src/lead/lead.ts'
import type { Store } from '../../src/store/open-store.ts'
import { aDraft, NOON, someContent } from '../store/a-lead.ts'
import { someSettings } from './an-account.ts'
import { nothingFound, ownStore } from './own-store.ts'

const now = () => NOON

const JANE: ShownClient = {
  id: clientId(7),
  name: 'Jane Smith',
  line: '200 Main St, Marietta',
  strength: 'strong',
  reasons: ['same mobile'],
  warnings: [],
  newFacts: ['New address: 9 Lake Dr'],
}

/** A form that was submitted twice; the second time, Jane was found. */
async function aFormIn(store: Store, change: Partial<Draft> = {}): Promise<Draft> {
  const { client: _, ...prepared } = someContent()
  const draft = aDraft({
    state: 'submitted',
    revision: 2,
    prepared,
    match: { ...nothingFound, revision: 2, shown: [JANE] },
    ...change,
  })
  await store.drafts.insertDraft(draft)
  return draft
}

let ids = 0
function confirm(store: Store, draft: Pick<Draft, 'id'>, choice: Choice, revision = 2) {
  ids += 1
  const id = `01a20000-0000-7000-8000-${String(ids).padStart(12, '0')}`
  return confirmLead(
    { draftId: draft.id, revision, choice },
    { drafts: store.drafts, settings: someSettings(), now, random: Math.random, newId: () => id },
  )
}

const leadsIn = (store: Store) => store.drafts.listLeads({ states: LEAD_STATES, limit: 10 })

describe('a choice', () => {
  it('takes the lead for the client that was shown, with what its record lacks', async () => {
    const store = await ownStore(now)
    const draft = await aFormIn(store)

    const confirmation = await confirm(store, draft, { kind: 'existing', id: JANE.id })

    expect(confirmation).toMatchObject({
      kind: 'confirmed',
      lead: {
        state: 'queued',
        content: { client: { kind: 'existing', id: JANE.id, newFacts: ['New address: 9 Lake Dr'] } },
      },
    })
    expect(await store.queue.depth(NOON)).toMatchObject({ deliver: { waiting: 1 }, notify: { waiting: 1 } })
  })

  it.each<[string, Choice, number]>([
    ['an answer to what an older revision showed', { kind: 'existing', id: JANE.id }, 1],
    ['"new client" to what an older revision showed', { kind: 'new' }, 1],
    ['a client that was not shown', { kind: 'existing', id: clientId(8) }, 2],
  ])('writes nothing for %s', async (_, choice, revision) => {
    const store = await ownStore(now)
    const draft = await aFormIn(store)

    const confirmation = await confirm(store, draft, choice, revision)

    expect(confirmation.kind).toBe('outdated')
    expect(await leadsIn(store)).toEqual([])
  })

  it('notes a strong client that was passed over', async () => {
    const store = await ownStore(now)
    const draft = await aFormIn(store)

    const confirmation = await confirm(store, draft, { kind: 'new' })

    expect(confirmation).toMatchObject({
      lead: { content: { client: { kind: 'new', despite: { id: JANE.id, reason: 'same mobile' } } } },
    })
  })

  it('that is put off keeps the lead as unmatched and sends nothing', async () => {
    const store = await ownStore(now)
    const draft = await aFormIn(store)

    const confirmation = await confirm(store, draft, { kind: 'undecided' })

    expect(confirmation).toMatchObject({ lead: { state: 'unmatched' } })
    expect((await store.queue.depth(NOON)).deliver?.waiting ?? 0).toBe(0)
  })
})

it('answers a second confirm with the first one’s lead', async () => {
  const store = await ownStore(now)
  const draft = await aFormIn(store)

  const first = await confirm(store, draft, { kind: 'new' })
  const second = await confirm(store, draft, { kind: 'existing', id: JANE.id })

  expect(second.kind).toBe('already')
  expect('lead' in second && 'lead' in first && second.lead.id === first.lead.id).toBe(true)
  expect(await leadsIn(store)).toHaveLength(1)
})

it('writes nothing for a form that is open, discarded or unknown', async () => {
  const store = await ownStore(now)
  const open = await aFormIn(store, { id: draftId('01a20000-0000-7000-8000-0000000000e1'), state: 'open' })
  const thrown = await aFormIn(store, {
    id: draftId('01a20000-0000-7000-8000-0000000000e2'),
    state: 'discarded',
  })
  const unknown = { id: draftId('01a20000-0000-7000-8000-0000000000e3') }

  const kinds = await Promise.all(
    [open, thrown, unknown].map(async (draft) => (await confirm(store, draft, { kind: 'new' })).kind),
  )

  expect(kinds).toEqual(['outdated', 'outdated', 'unknown-draft'])
  expect(await leadsIn(store)).toEqual([])
})

it('hands the content over for a lead that is mended, and writes no second one', async () => {
  const store = await ownStore(now)
  const draft = await aFormIn(store, { fixes: leadId('01a20000-0000-7000-8000-0000000000f1') })

  const confirmation = await confirm(store, draft, { kind: 'new' })

  expect(confirmation).toMatchObject({ kind: 'mends', content: { client: { kind: 'new' } } })
  expect(await leadsIn(store)).toEqual([])
})
