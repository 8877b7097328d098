import { expect, it } from 'vitest'
import { killAtEachPoint } from './kill-points.ts'
import { SCENARIOS } from './scenarios.ts'
import { sum } from './table.ts'

// The commits and the POST: where the ledger, SingleOps and the workspace can come to differ. All points: `run-all.ts`.
const CHOSEN = [
  'drafts.transaction commit',
  'drafts.tx.wake after',
  'leads.transaction commit',
  'gateway.post before',
  'gateway.post after',
  'notifier.show after',
]

it('neither loses nor doubles a lead when the process is killed around a commit or the POST', async () => {
  const rows = await killAtEachPoint({
    choose: (point) => CHOSEN.includes(point),
    scenarios: SCENARIOS.slice(0, 1),
    mostVisits: 1,
  })

  const all = sum('all', rows)
  expect(all).toMatchObject({ confirmed: CHOSEN.length, lost: [], doubled: [] })
  expect(all.runs).toBe(CHOSEN.length)
})
