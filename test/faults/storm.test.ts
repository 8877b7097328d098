import { expect, it } from 'vitest'
import { judgeStorm } from './judge-storm.ts'
import { runStorm } from './storm.ts'

// All 500: `run-all.ts`.
it('brings a storm of leads through an outage of ten minutes, in order, at the pace of both sides', async () => {
  const storm = await runStorm(40)

  const row = judgeStorm(storm)
  expect(row).toMatchObject({ lost: [], doubled: [], broken: [] })
  expect(row.confirmed).toBeGreaterThan(40)
  expect(row.jobs).toBe(row.confirmed)
})
