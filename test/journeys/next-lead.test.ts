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

it('goes on to the next lead with the same operation, and to another site of the client', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Name: 'Jane Smith', Phone: '770-555-0123' })
  await create(stage, ana)

  await ana.click('Another site for this client')
  await sees(stage, ana, 'Not this client')
  await ana.fill({ 'Address of the work': '9 Lake Dr, Marietta, GA 30060' })
  await ana.submit()
  await sees(stage, ana, '(•) Jane Smith')
  await create(stage, ana)
  await ana.submit()
  const next = await sees(stage, ana, 'Paste or dictate')

  expect(next.text).toContain('Operation: Tree Care')
  expect(next.text).toContain('Name: (Jane Smith)')
  expect(stage.singleops.jobs().map(({ clientName }) => clientName)).toEqual(['Jane Smith', 'Jane Smith'])
  expect(stage.singleops.jobs()[1]?.notes).toMatch(/SITE: 9 Lake Dr/u)
})
