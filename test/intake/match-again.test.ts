import { expect, it } from 'vitest'
import { type MatchAgainDeps, matchAgain, wakeToMatch } from '../../src/intake/match-again.ts'
import type { FoundMatch } from '../../src/intake/search-clients.ts'
import type { Lead } from '../../src/lead/lead.ts'
import type { Store } from '../../src/store/open-store.ts'
import { createSilentLog } from '../delivery/silent-log.ts'
import { aNewLead, NOON, someContent } from '../store/a-lead.ts'
import { nothingFound, ownStore } from './own-store.ts'

const unanswered: FoundMatch = { ...nothingFound, complete: false, failed: true }

async function anUndecidedLeadIn(store: Store): Promise<Lead> {
  const content = someContent({ client: { kind: 'undecided' } })
  const lead = await store.drafts.transaction((tx) =>
    tx.insertLead(aNewLead({ content, state: 'unmatched' })),
  )
  if (!lead) throw new Error('the reference was taken')
  return lead
}

function depsWith(store: Store, found: FoundMatch, now = () => NOON): MatchAgainDeps & { asked: number } {
  const deps = {
    asked: 0,
    drafts: store.drafts,
    search: () => {
      deps.asked += 1
      return { soFar: () => found, ended: Promise.resolve(found), onProgress: () => undefined }
    },
    settings: { matchAgainMs: [10, 20] },
    now,
    log: createSilentLog(),
  }
  return deps
}

const never = new AbortController().signal

it('asks again later, less and less often, while SingleOps does not answer', async () => {
  const store = await ownStore(() => NOON)
  const lead = await anUndecidedLeadIn(store)

  await matchAgain(wakeToMatch(lead, 0, NOON), never, depsWith(store, unanswered))
  const first = await store.queue.depth(NOON + 20)
  await matchAgain(wakeToMatch(lead, 1, NOON), never, depsWith(store, unanswered))
  const second = await store.queue.depth(NOON + 20)

  expect(first).toEqual({ 'match-again': { waiting: 1, oldestDueMs: 0 } })
  expect(second).toEqual({ 'match-again': { waiting: 2, oldestDueMs: 0 } })
  expect((await store.drafts.findLead(lead.id))?.version).toBe(1)
})

it('notes once on the lead that SingleOps answers again', async () => {
  const store = await ownStore(() => NOON)
  const lead = await anUndecidedLeadIn(store)
  const deps = depsWith(store, nothingFound)

  await matchAgain(wakeToMatch(lead, 0, NOON), never, deps)
  await matchAgain(wakeToMatch(lead, 0, NOON), never, deps)

  const kept = await store.drafts.findLead(lead.id)
  expect(kept).toMatchObject({ version: 2, state: 'unmatched', problem: { code: 'search_answered' } })
  expect(deps.asked).toBe(1)
  expect(await store.queue.depth(NOON)).toMatchObject({ notify: { waiting: 1 } })
})

it('asks nothing about a lead that somebody has matched or discarded', async () => {
  const store = await ownStore(() => NOON)
  const lead = await anUndecidedLeadIn(store)
  await store.leads.transaction((tx) =>
    tx.changeLead(lead, { state: 'queued', content: someContent() }, NOON),
  )
  const deps = depsWith(store, nothingFound)

  await matchAgain(wakeToMatch(lead, 0, NOON), never, deps)

  expect(deps.asked).toBe(0)
})
