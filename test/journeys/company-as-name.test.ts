import { expect, it } from 'vitest'
import { create, findClient, openForm } from './people.ts'
import { startStage } from './stage.ts'

const WORK = { 'What do they need?': 'Hedge', Operation: 'Tree Care', 'Lead Source': 'Phone' }

it('makes a company of a company that was typed as the name', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await findClient(stage, ana, { ...WORK, Phone: '404-555-0120', Name: 'Oakwood Homeowners Association' })
  await create(stage, ana)

  const [client] = stage.singleops.portalClients()
  expect(client).toMatchObject({ company_name: 'Oakwood Homeowners Association' })
  expect(client).not.toMatchObject({ first_name: expect.stringMatching(/./u) })
})

it('knows a company by its number when it was typed as the name, and tells no new contact of it', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  const match = await findClient(stage, ana, {
    ...WORK,
    Phone: '404-555-0111',
    Name: 'Peachtree Property Management',
  })
  await create(stage, ana)

  expect(match.text).toMatch(/\(•\) Peachtree Property Management/u)
  expect(stage.singleops.jobs()).toMatchObject([{ clientName: 'Peachtree Property Management' }])
  expect(stage.singleops.jobs()[0]?.notes).not.toContain('New contact')
})
