import { expect, it } from 'vitest'
import { raceDecisions } from './decisions.ts'
import { sum } from './table.ts'

it('lets a decision work once that two people take at the same moment on two replicas', async () => {
  const rows = await raceDecisions({
    choose: (name) => name.startsWith('unsure: ana “It') && /lost|Disc/u.test(name),
  })

  const all = sum('all', rows)
  expect(all).toMatchObject({ lost: [], doubled: [], broken: [] })
  expect(all.runs).toBe(rows.length)
  expect(all.runs).toBeGreaterThan(1)
})
