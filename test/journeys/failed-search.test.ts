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

it('keeps the notes that a colleague added while the client was being chosen', async () => {
  const stage = await startStage()
  const [ana, sam] = [stage.ws.as('ana'), stage.ws.as('sam')]
  await openForm(stage, ana)
  await stage.singleops.goDown()
  await findClient(stage, ana, LEAD)
  await ana.click('Save: decide later')
  await sees(stage, ana, 'nobody has said yet whose it is')
  await stage.singleops.comeUp()
  await ana.click('Choose the client')
  await sees(stage, ana, 'No client has')

  await openForm(stage, sam)
  await findClient(stage, sam, { ...LEAD, 'What do they need?': 'Also the hedge' })
  await sam.click('Add my notes to it')
  await sees(stage, sam, 'Your notes were added')
  await ana.submit()
  const chosen = await sees(stage, ana, 'Notes were added to this lead in the meantime')
  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0)

  expect(chosen.title).toMatch(/Creat/u)
  expect(stage.singleops.jobs()[0]?.notes).toMatch(/^Oak down\s+Also the hedge\n/u)
})

it('does not offer to save again what is being mended, while SingleOps stays silent', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await stage.singleops.goDown()
  await findClient(stage, ana, LEAD)
  await ana.click('Save: decide later')
  await sees(stage, ana, 'nobody has said yet whose it is')

  await ana.click('Choose the client')
  const silent = await sees(stage, ana, "SingleOps didn't answer")

  expect(silent.text).toContain('The lead stays kept as it is')
  expect(silent.text).not.toContain('Save: decide later')
  expect(silent.text).toContain('Try again')
})
