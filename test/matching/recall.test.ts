import { describe, expect, it } from 'vitest'
import { clientId } from '../../src/lead/ids.ts'
import { findCandidates, type MatchResult } from '../../src/matching/find-candidates.ts'
import { preselected } from '../../src/matching/score.ts'
import { seedAccount } from '../../src/sandbox/seed.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { createSingleOps } from '../../src/singleops/create-singleops.ts'
import { createMemoryLog, createSnapshots } from '../singleops/memory.ts'
import { MAIN, someSettings } from '../singleops/settings.ts'
import { type Labelled, labelDrafts } from './draft-corpus.ts'

const CLIENTS = 5000
/** In each reading of what the search sees. */
const DRAFTS = 300

type Judged = Labelled & { readonly result: MatchResult }

/** Asks for every draft over HTTP; a spread over all clients, the same each time. */
async function judgeDrafts(seesMobile: boolean, drafts: number): Promise<Judged[]> {
  await using server = await startSingleOpsServer({
    accounts: [seedAccount({ clients: CLIENTS })],
    phoneSearchSeesMobile: seesMobile,
  })
  await using singleops = createSingleOps({
    settings: someSettings(server.baseUrl),
    snapshots: createSnapshots(),
    log: createMemoryLog(),
    now: Date.now,
  })
  const all = labelDrafts(server.clients(), seesMobile)
  const merged = all.filter(({ kind }) => kind === 'merged').slice(0, 20)
  const rest = all.filter(({ kind }) => kind !== 'merged')
  const spread = rest.map((_, index) => Math.floor((index * drafts) / rest.length))
  const chosen = [...merged, ...rest.filter((_, index) => spread[index] !== spread[index - 1])]
  // Awaited here: both servers are closed on return.
  return await Promise.all(
    chosen.map(async (draft) => ({
      ...draft,
      result: await findCandidates(
        { account: MAIN, contact: draft.contact, address: draft.address },
        { directory: singleops.directory, budget: 16, timeBudgetMs: 60_000, country: 'US', now: Date.now },
      ),
    })),
  )
}

const tell = ({ kind, contact, truth, result }: Judged) => ({
  kind,
  contact,
  truth,
  found: result.candidates
    .slice(0, 3)
    .map(({ client, strength, reasons }) => [
      client.id,
      client.name,
      strength,
      reasons.map(({ text }) => text).join(', '),
    ]),
})

const isTruth = (id: string, { truth }: Labelled) => truth !== undefined && id === clientId(truth)

describe.each([
  ['does not see mobiles', false],
  ['sees mobiles', true],
] as const)('with a client base of 5,000, where the phone search %s', async (_, seesMobile) => {
  const judged = await judgeDrafts(seesMobile, DRAFTS)

  it('is asked about enough drafts of every kind', () => {
    expect(judged.length).toBeGreaterThanOrEqual(DRAFTS)
    expect(new Set(judged.map(({ kind }) => kind)).size).toBe(14)
  })

  it('answers every search in full', () => {
    expect(judged.filter(({ result }) => !result.complete).map(tell)).toEqual([])
  })

  it('shows the true client each time', () => {
    const missed = judged.filter(
      (draft) =>
        draft.truth !== undefined && !draft.result.candidates.some(({ client }) => isTruth(client.id, draft)),
    )

    expect(missed.map(tell)).toEqual([])
  })

  it('calls nobody strong who is not the one', () => {
    const wrong = judged.filter((draft) =>
      draft.result.candidates.some(
        ({ client, strength }) => strength === 'strong' && !(draft.mayBeStrong && isTruth(client.id, draft)),
      ),
    )

    expect(wrong.map(tell)).toEqual([])
  })

  it('preselects the true client or nobody', () => {
    const chosen = judged.flatMap((draft) => {
      const best = preselected(draft.result)
      return best ? [{ draft, isRight: isTruth(best.client.id, draft) }] : []
    })

    expect(chosen.filter(({ isRight }) => !isRight).map(({ draft }) => tell(draft))).toEqual([])
    expect(chosen.length).toBeGreaterThan(judged.length / 3)
  })

  it('puts the true client first in 98 of 100', () => {
    const known = judged.filter(({ truth }) => truth !== undefined)
    const later = known.filter((draft) => !isTruth(draft.result.candidates[0]?.client.id ?? '', draft))

    expect(later.length / known.length, JSON.stringify(later.map(tell), null, 1)).toBeLessThanOrEqual(0.02)
  })
})
