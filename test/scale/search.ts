import { parseArgs } from 'node:util'
import { createCrowdedTerms } from '../../src/matching/crowded-terms.ts'
import { findCandidates } from '../../src/matching/find-candidates.ts'
import { seedAccount } from '../../src/sandbox/seed.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { createSingleOps } from '../../src/singleops/create-singleops.ts'
import { labelDrafts } from '../matching/draft-corpus.ts'
import { inRounds } from '../matching/in-rounds.ts'
import { createMemoryLog, createSnapshots } from '../singleops/memory.ts'
import { MAIN, someSettings } from '../singleops/settings.ts'

// Measures a match against a big account: node --expose-gc test/scale/search.ts [--clients 100000] [--latency 150] [--searches 40]
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '100000' },
    latency: { type: 'string', default: '150' },
    searches: { type: 'string', default: '40' },
    budget: { type: 'string', default: '16' },
  },
})
const [clients, latencyMs, searches, budget] = [
  values.clients,
  values.latency,
  values.searches,
  values.budget,
].map(Number) as [number, number, number, number]

await using server = await startSingleOpsServer({ accounts: [seedAccount({ clients })] })
await using singleops = createSingleOps({
  settings: someSettings(server.baseUrl),
  snapshots: createSnapshots(),
  log: createMemoryLog(),
  now: Date.now,
})
const all = labelDrafts(server.clients(), false).filter(
  ({ contact: { phone, mobile } }) => (phone || mobile) && !(phone && mobile),
)
const step = Math.max(1, Math.floor(all.length / searches) | 1)
const drafts = all.filter((_, index) => index % step === 0).slice(0, searches)

type Measured = {
  readonly first: number
  readonly extra: number
  /** What the promise allows, in request times. */
  readonly allowed: number
  /** How often it was waited for a batch of answers. */
  readonly rounds: number
  readonly took: number
}
const measured: Measured[] = []
const heap: number[] = []
const crowded = createCrowdedTerms()
server.setLatency(latencyMs)
for (const { contact, address } of drafts) {
  const asked = { first: 0, extra: 0, rounds: 0 }
  const begun = performance.now()
  const { complete } = await findCandidates(
    { account: MAIN, contact, address },
    {
      directory: inRounds(singleops.directory, asked),
      crowded,
      budget,
      timeBudgetMs: 60_000,
      country: 'US',
      now: Date.now,
    },
  )
  const took = (performance.now() - begun) / latencyMs
  if (!complete) throw new Error('a search was not answered in full')
  measured.push({ ...asked, allowed: Math.ceil(asked.first / budget) + asked.extra, took })
  globalThis.gc?.()
  heap.push(process.memoryUsage().heapUsed / 2 ** 20)
}

const range = (pick: (one: Measured) => number, digits = 0) => {
  const sorted = measured.map(pick).toSorted((a, b) => a - b)
  const [least, middle, most] = [sorted.at(0), sorted[sorted.length >> 1], sorted.at(-1)].map((n) =>
    n?.toFixed(digits),
  )
  return `${least} to ${most}, middle ${middle}`
}
// The first search learns which beginnings are too short.
const late = measured.slice(1).filter(({ rounds, allowed }) => rounds > allowed)
process.stdout.write(`${clients} clients, ${latencyMs} ms a request, ${budget} side by side, ${measured.length} searches by number
first-page requests    ${range(({ first }) => first)}
extra pages            ${range(({ extra }) => extra)}
allowed request times  ${range(({ allowed }) => allowed)}
request times          ${range(({ rounds }) => rounds)}
by the clock           ${range(({ took }) => took, 1)} request times
first search           ${JSON.stringify(measured[0])}
over, after the first  ${late.length}${late.map((one) => `\n  ${JSON.stringify(one)}`).join('')}
heap in MiB            ${heap.at(0)?.toFixed(0)} at first, ${heap.at(-1)?.toFixed(0)} at last
`)
