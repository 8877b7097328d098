import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { accountKey, draftId, leadId, userId } from '../../../src/lead/ids.ts'
import { databaseFile } from '../../../src/store/data-dir.ts'
import { openStore, type Store } from '../../../src/store/open-store.ts'
import { median } from '../percentiles.ts'
import { watchPlans } from '../plans.ts'
import type { Options, PartResult } from '../result.ts'
import { silentLog } from '../silent-log.ts'
import { storeLeads } from '../stored-leads.ts'

const TIMES = 300
const DAY_MS = 24 * 3_600_000

/** Every query that a person waits for, with 10,000 and with 1,000,000 stored leads, in turns, and how SQLite gets at the rows. */
export async function measureStoredLeads({ quick, progress }: Options): Promise<PartResult> {
  const [few, many] = quick ? [1000, 10_000] : [10_000, 1_000_000]
  const now = Date.now()
  await using opened = new AsyncDisposableStack()
  const open = async (leads: number): Promise<{ store: Store; leads: number; dataDir: string }> => {
    const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-bench-stored-'))
    opened.defer(() => rmSync(dataDir, { recursive: true, force: true }))
    progress(`storing ${leads} leads`)
    await storeLeads(dataDir, leads, now)
    return { store: opened.use(await openStore({ dataDir, now: () => now, log: silentLog })), leads, dataDir }
  }
  const [small, large] = [await open(few), await open(many)]
  using plans = watchPlans()

  const rows: string[][] = []
  const ratios: number[] = []
  for (const [name, query] of Object.entries(QUERIES)) {
    const took: [number[], number[]] = [[], []]
    for (let turn = 0; turn < (quick ? 30 : TIMES); turn += 1) {
      for (const [index, { store, leads }] of [small, large].entries()) {
        const begunAt = performance.now()
        await query(store, 1 + ((turn * 7919) % leads), now)
        took[index]?.push(performance.now() - begunAt)
      }
    }
    const [fewMs, manyMs] = took.map(median) as [number, number]
    ratios.push(manyMs / fewMs)
    rows.push([name, fewMs.toFixed(3), manyMs.toFixed(3), (manyMs / fewMs).toFixed(2)])
    progress(`${name}: ${(manyMs / fewMs).toFixed(2)} ×`)
  }
  const bad = plans.withoutIndex(new DatabaseSync(databaseFile(large.dataDir), { readOnly: true }))
  return {
    goals: [
      {
        what: `slowest growth of a query from ${few} to ${many} stored leads`,
        goal: 'at most 2 ×',
        measured: Math.max(...ratios),
        limit: 2,
        unit: '×',
      },
      {
        what: `statements of these queries that use no index with ${many} leads`,
        goal: 'none',
        measured: bad.length,
        limit: 0,
        unit: '',
      },
    ],
    tables: [
      {
        title: 'Queries that a person waits for (median ms)',
        head: ['query', `${few} leads`, `${many} leads`, 'ratio'],
        rows,
      },
    ],
    notes: bad,
  }
}

type Query = (store: Store, index: number, now: number) => Promise<unknown>

const hex = (index: number, length: number): string => index.toString(16).padStart(length, '0')
const idOf = (index: number) => leadId(`${hex(index, 8)}-0000-7000-8000-${hex(index, 12)}`)
const takerOf = (index: number) => userId(`UREP${String(index % 50).padStart(4, '0')}`)
const MAIN = accountKey('main')

function phoneOf(index: number): string {
  const parts = [201 + (index % 790), 200 + (Math.floor(index / 790) % 800)]
  return `+1${parts.join('')}${String(index % 10_000).padStart(4, '0')}`
}

const QUERIES: Readonly<Record<string, Query>> = {
  'a draft by its id': (store, index) => store.drafts.findDraft(draftId(`d${idOf(index)}`)),
  'a lead by its id': (store, index) => store.drafts.findLead(idOf(index)),
  'the last operation of a taker': (store, index) => store.drafts.lastOperation(takerOf(index), MAIN),
  'the lead of a message': (store, index) =>
    store.drafts.findLeadFrom({ channel: 'C1', ts: `17${index}.0001` }),
  'same number, email or house': (store, index, now) =>
    store.drafts.recall({
      account: MAIN,
      contact: { mobile: phoneOf(index), email: `nora${index}@example.com` },
      address: { street: `${index} Elm St`, city: 'Marietta', state: 'GA' },
      by: takerOf(index),
      leadsSince: now - 3 * DAY_MS,
      formsSince: now - DAY_MS,
      olderSince: now - 365 * DAY_MS,
    }),
  'Home: unfinished forms': (store, index, now) => store.drafts.findUnfinished(takerOf(index), now - DAY_MS),
  'Home: who needs someone': (store) =>
    store.drafts.listLeads({ states: ['unmatched', 'refused', 'unsure'], limit: 20 }),
  'Home: own leads of a day': (store, index, now) =>
    store.drafts.listLeads({
      states: ['delivered'],
      taker: takerOf(index),
      since: now - DAY_MS / 24,
      limit: 10,
    }),
  'who else may have made this client': async (store, index) => {
    const lead = await store.leads.findLead(idOf(index))
    return lead && store.leads.findRivals(lead)
  },
  'the attempts of a lead': (store, index) => store.leads.attemptsOf(idOf(index)),
  'the messages of a lead': (store, index) => store.posts.postsOf(idOf(index)),
  'leads that wait for SingleOps': (store, index) => store.posts.countWaiting(MAIN, takerOf(index)),
}
