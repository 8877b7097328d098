import { expect, it } from 'vitest'
import { pelt } from './pelt.ts'

// The same ones each time; `run-all.ts` sends others, and many more.
const SEED = 20_261_124
const REQUESTS = 600

it('takes no harm and does none, whatever comes in, signed or not', async () => {
  const { damage, answers } = await pelt(REQUESTS, SEED)

  expect(damage).toEqual([])
  expect(Object.keys(answers)).toEqual(expect.arrayContaining(['200', '400', '401', '404']))
})
