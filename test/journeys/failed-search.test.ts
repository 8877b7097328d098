import { expect, it } from 'vitest'
import { create, findClient, openForm, sees } from './people.ts'
import { withSearch } from './searches.ts'
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

it('never says that nobody has the number when a search was stopped', async () => {
  const stage = await startStage({ env: () => ({ STOP_WITHIN: '1' }) })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  const searching = stage.singleops.hold('clients/search_by_field')
  await ana.fill({ ...LEAD, Phone: '770-555-0123', Name: 'Jane Smith' })
  await ana.submit()

  const stopping = stage.app[Symbol.asyncDispose]()
  const match = await sees(stage, ana, 'was stopped')
  searching.release()
  await stopping

  expect(match.text).not.toContain('No client has')
  expect(match.text).toContain('Try again')
  expect(match.submit).toBeUndefined()
})

it('asks anew at the submit when the search that began with the form failed', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.closeAll()
  stage.singleops.setFault({ kind: 'status', status: 500, path: 'clients/search_by_field' })
  await withSearch(stage, () => openForm(stage, ana, 'jane smith 770 555 0123 oak on fence'))
  stage.singleops.clearFaults()

  const match = await findClient(stage, ana, { Operation: 'Tree Care', 'Lead Source': 'Phone' })

  expect(match.text).not.toContain("didn't answer")
  expect(match.text).toContain('(•) Jane Smith')
})

it.each([
  ['is down for it again', true],
  ['answers again', false],
])(
  'does not forget that the own number went unanswered when another email is tried and SingleOps %s',
  async (_, stillDown) => {
    const stage = await startStage()
    const ana = stage.ws.as('ana')
    await openForm(stage, ana)
    stage.singleops.setFault({
      kind: 'status',
      status: 500,
      path: 'clients/search_by_field',
      query: { search_field: 'phone' },
    })
    await findClient(stage, ana, { ...LEAD, Phone: '770-555-0123', Email: 'harold@inbox.example' })
    if (!stillDown) stage.singleops.clearFaults()

    await ana.click('Try another number or email')
    await sees(stage, ana, 'Another number')
    await ana.fill({ 'Another email': 'mlopez@mail.example' })
    await ana.submit()
    const match = await sees(stage, ana, /\(.\) Maria Lopez/u)

    expect(match.text).toContain('Harold Smith')
    expect(match.text.includes('did not answer every question')).toBe(stillDown)
    expect(match.text.includes('Jane Smith')).toBe(!stillDown)
  },
)
