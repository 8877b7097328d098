import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftId, leadId } from '../../src/lead/ids.ts'
import type { LeadState } from '../../src/lead/lead.ts'
import type { CheckResult } from '../../src/ops/check.ts'
import { inspectStore } from '../../src/store/inspect-store.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { aDraft, aNewLead, NOON } from '../store/a-lead.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { ENGINES, type Place, type TestEngine } from './engines.ts'

const HOUR_MS = 3_600_000

type Kept = { readonly states?: readonly LeadState[]; readonly retryAt?: number }

describe.each(ENGINES)('what can be told about open leads on $name', ({ start }) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine[Symbol.asyncDispose]())

  async function placeWith(kept: readonly Kept[]): Promise<Place> {
    const place = await engine.newPlace()
    await using store = await openStore({ ...place, now: () => NOON, log: createMemoryLog() })
    for (const [at, one] of kept.entries()) await keep(store, String(at), one)
    return place
  }

  it.each<[string, Kept, RegExp]>([
    ['queued', {}, /should have been sent 3 hours ago.*1 queued/u],
    [
      'waiting past its time',
      { states: ['waiting'], retryAt: NOON + HOUR_MS },
      /should have been sent 2 hours ago/u,
    ],
  ])('finds a lead that is %s and that nobody sends', async (_what, lead, problem) => {
    const found = await inspect(await placeWith([lead]), 'queue', NOON + 3 * HOUR_MS)

    expect(found).toMatchObject({ ok: false, problem: expect.stringMatching(problem) })
  })

  it.each<[string, Kept]>([
    ['waits for its hour', { states: ['waiting'], retryAt: NOON + 4 * HOUR_MS }],
    ['waits for the settings of its account', { states: ['waiting'] }],
  ])('finds nothing wrong with a lead that %s', async (_what, lead) => {
    const found = await inspect(await placeWith([lead]), 'queue', NOON + 3 * HOUR_MS)

    expect(found).toMatchObject({ ok: true, detail: 'open leads: 1 waiting, waiting for 3 hours' })
  })

  it('counts leads that only a person can help, and judges them by their age', async () => {
    const place = await placeWith([
      { states: ['unmatched'] },
      { states: ['sending', 'refused'] },
      { states: ['sending', 'unsure'] },
      { states: ['sending', 'unsure'], retryAt: NOON + HOUR_MS },
    ])

    const early = await inspect(place, 'leads for people', NOON + HOUR_MS)
    const late = await inspect(place, 'leads for people', NOON + 26 * HOUR_MS)
    const within = await askWithin(place, NOON + 5 * 60_000)

    expect(early).toMatchObject({ ok: true, detail: expect.stringContaining('3 leads') })
    expect(late).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/3 leads .*1 refused.*the oldest for 26 hours/u),
      remedy: expect.stringContaining('Needs someone'),
    })
    expect(within).toMatchObject({
      ok: false,
      plain: { problem: "3 leads can't go on without a decision, the oldest for 5 minutes." },
    })
  })
})

async function keep(store: Store, name: string, { states = [], retryAt }: Kept): Promise<void> {
  const id = draftId(`draft-${name}`)
  await store.drafts.insertDraft(aDraft({ id }))
  let lead = await store.drafts.transaction((tx) =>
    tx.insertLead(aNewLead({ id: leadId(`lead-${name}`), draftId: id, confirmedAt: NOON })),
  )
  for (const [at, state] of states.entries()) {
    const from = lead
    if (!from) throw new Error('the lead was not kept')
    const isLast = at === states.length - 1
    lead = await store.leads.transaction((tx) =>
      tx.changeLead(from, { state, ...(isLast && retryAt !== undefined && { retryAt }) }, NOON),
    )
  }
}

async function inspect(place: Place, name: string, now: number): Promise<CheckResult | undefined> {
  const where = 'dataDir' in place ? place : { dataDir: '.', ...place }
  const check = inspectStore(where, () => now, createMemoryLog()).find((one) => one.name === name)
  return check?.run(AbortSignal.timeout(10_000))
}

/** As the running app is asked. */
async function askWithin(place: Place, now: number): Promise<CheckResult | undefined> {
  await using store = await openStore({ ...place, now: () => now, log: createMemoryLog() })
  const check = store.leadChecks.find(({ name }) => name === 'leads for people')
  return await check?.run(AbortSignal.timeout(10_000))
}
