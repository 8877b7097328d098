import { expect, it } from 'vitest'
import { create, findClient, openForm, sees } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

it('never shows a failed search as "nobody found"', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await stage.singleops.goDown()

  const match = await findClient(stage, ana, LEAD)
  await ana.click('Save: decide later')
  const saved = await sees(stage, ana, 'nobody has said yet whose it is')
  await stage.singleops.comeUp()
  await ana.click('Choose the client')
  await sees(stage, ana, 'No client has')
  await create(stage, ana)

  expect(match.text).toContain("SingleOps didn't answer")
  expect(match.submit).toBeUndefined()
  expect(saved.title).toBe('Saved')
  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('searches again after a failed search', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await stage.singleops.goDown()
  await findClient(stage, ana, LEAD)
  await stage.singleops.comeUp()

  await ana.click('Try again')
  await sees(stage, ana, 'No client has')
  await create(stage, ana)

  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('offers nobody to save again what is saved, while the client of a kept lead can’t be looked for', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await stage.singleops.goDown()
  await findClient(stage, ana, LEAD)
  await ana.click('Save: decide later')
  await sees(stage, ana, 'nobody has said yet whose it is')

  await ana.click('Choose the client')
  const match = await sees(stage, ana, "didn't answer")
  await ana.closeAll()
  await ana.openHome()
  const home = await stage.ws.waitFor(() =>
    ana.home()?.text.includes('Begun and not sent') ? ana.home() : undefined,
  )
  await stage.singleops.comeUp()

  expect(match.text).not.toContain('Save: decide later')
  expect(match.text).toContain('The lead is kept as it was')
  expect(home.text).toMatch(/Begun and not sent[\s\S]*Nadia Okafor/u)
})
