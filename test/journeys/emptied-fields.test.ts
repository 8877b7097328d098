import { expect, it } from 'vitest'
import { create, findClient, openForm, sees } from './people.ts'
import { startStage } from './stage.ts'

// Slack may leave out of a form what an update of it had put in, as if it were empty.
const QUIRKS = { quirks: { updatePrefilledValuesMissing: true } }
const LEAD = { Operation: 'Tree Care', 'Lead Source': 'Phone', Phone: '404-555-0120' }

it.each([{ workspace: {} }, { workspace: QUIRKS }])(
  'leaves empty what a person empties behind More fields, with $workspace',
  async ({ workspace }) => {
    const stage = await startStage({ workspace })
    const ana = stage.ws.as('ana')
    await openForm(stage, ana)
    await ana.fill({
      ...LEAD,
      Name: 'Nadia Okafor',
      'Address of the work': '12 Elm St Apt 4, Marietta, GA 30060',
    })
    await ana.click('More fields')
    await sees(stage, ana, 'Unit')

    const match = await findClient(stage, ana, { Unit: '', 'ZIP or postal code': '', 'First name': '' })
    await create(stage, ana)

    expect(match.text).toContain('12 Elm St, Marietta, GA')
    expect(stage.singleops.portalClients()).toMatchObject([
      { last_name: 'Okafor', bill_addr_1: '12 Elm St', bill_addr_city: 'Marietta' },
    ])
    const [client] = stage.singleops.portalClients()
    expect([client?.first_name, client?.bill_addr_2, client?.bill_addr_postal_code].filter(Boolean)).toEqual(
      [],
    )
  },
)

it('says which fields nobody touched after they had been filled in', async () => {
  const stage = await startStage({ workspace: QUIRKS })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.fill({ ...LEAD, Name: 'Nadia Okafor', 'Address of the work': '12 Elm St, Marietta, GA 30060' })
  await ana.click('More fields')
  await sees(stage, ana, 'Unit')

  const match = await findClient(stage, ana, { City: 'Smyrna' })

  expect(match.text).toContain('12 Elm St, Smyrna, GA 30060')
  expect(match.text).toContain('Filled in for you: First name, Last name, Street, State, ZIP')
})

it('leaves empty what a person empties in a form that is continued from Home', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.fill({
    'Paste or dictate anything': 'Nadia Okafor 404 555 0120, 12 Elm St Marietta GA, two dead pines',
  })
  await ana.click('Fill in')
  await sees(stage, ana, '12 Elm St')
  await findClient(stage, ana, LEAD)
  await ana.closeAll()
  await ana.openHome()
  await stage.ws.waitFor(() => ana.home()?.text.includes('Continue'))
  await ana.click('Continue', 'home')
  await sees(stage, ana, '12 Elm St')

  const match = await findClient(stage, ana, { 'Address of the work': '' })
  await create(stage, ana)

  expect(match.text).not.toContain('Elm')
  expect(match.text).not.toContain('From the message')
  expect(stage.singleops.portalClients()[0]?.bill_addr_1).toBeFalsy()
})
