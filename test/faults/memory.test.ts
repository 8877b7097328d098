import { expect, it } from 'vitest'
import { confirmWithoutMemory, startTwice } from './memory-trouble.ts'

it('says at once that a lead is not taken which the memory does not take, and takes it once it can', async () => {
  const rows = await confirmWithoutMemory()

  for (const { said } of rows) expect(said).toContain('NOT taken: nothing was saved')
  expect(rows).toMatchObject(rows.map(() => ({ confirmed: 1, jobs: 1, lost: [], doubled: [] })))
})

it('refuses a second process on the same file, and the first one goes on', async () => {
  const row = await startTwice()

  expect(row.said).toMatch(/Another Leadhand process uses .* Stop it first/u)
  expect(row).toMatchObject({ jobs: 1, lost: [], doubled: [] })
})
