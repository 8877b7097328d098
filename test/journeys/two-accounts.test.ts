import { expect, it } from 'vitest'
import { seedAccount } from '../../src/sandbox/seed.ts'
import type { Workspace } from '../../src/sandbox/workspace/api.ts'
import { cards, create, findClient, openForm, sees } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = { Phone: '404-555-0120', Name: 'Nadia Okafor', Operation: 'Tree Care' }

const north = seedAccount({ key: 'north', clients: 60 })
const south = seedAccount({ key: 'south', number: 2, clients: 60, timeZone: 'America/Chicago' })

function startTwo() {
  return startStage({
    singleops: { accounts: [north, south] },
    workspace: { channels: [{ name: 'leads-north' }, { name: 'leads-south' }] },
    env: () => ({
      NORTH_EMAIL: north.userEmail,
      NORTH_TOKEN: north.userToken,
      SOUTH_EMAIL: south.userEmail,
      SOUTH_TOKEN: south.userToken,
    }),
    file: (ws: Workspace) => `
accounts:
  north:
    name: Tree Care North
    user_email_env: NORTH_EMAIL
    user_token_env: NORTH_TOKEN
    time_zone: America/New_York
    lead_channel: ${ws.channels['leads-north']?.id}
  south:
    name: Tree Care South
    user_email_env: SOUTH_EMAIL
    user_token_env: SOUTH_TOKEN
    time_zone: America/Chicago
    lead_channel: ${ws.channels['leads-south']?.id}
    lead_source: { input: Lead Source, by_way_in: { command: Referral } }
`,
  })
}

it('begins with an account picker and writes each lead into its own account', async () => {
  const stage = await startTwo()
  const ana = stage.ws.as('ana')

  const form = await openForm(stage, ana)
  await ana.fill({ Account: 'Tree Care South' })
  await sees(stage, ana, 'Lead Source: Referral')
  await findClient(stage, ana, LEAD)
  await create(stage, ana)

  expect(form.text).toContain('Account: Tree Care North')
  expect(stage.singleops.jobs('north')).toEqual([])
  expect(stage.singleops.jobs('south')).toMatchObject([
    { clientName: 'Nadia Okafor', operationName: 'Tree Care' },
  ])
  await stage.ws.waitFor(() => cards(stage, 'leads-south').length > 0)
  expect(cards(stage, 'leads-north')).toEqual([])
})

it('preselects the account of the channel', async () => {
  const stage = await startTwo()
  const ana = stage.ws.as('ana')

  await ana.command('/lead', '', { channel: 'leads-south' })
  const form = await sees(stage, ana, 'Operation')
  await findClient(stage, ana, { ...LEAD, 'Lead Source': 'Phone' })
  await create(stage, ana)

  expect(form.text).toContain('Account: Tree Care South')
  expect(stage.singleops.jobs('south')).toHaveLength(1)
})

it('drops a choice of the other account when the account is changed, and keeps what was typed', async () => {
  const stage = await startTwo()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({ ...LEAD, 'Lead Source': 'Angi' })
  await ana.fill({ Account: 'Tree Care South' })
  const moved = await sees(stage, ana, 'Lead Source: Referral')
  const refused = await ana.submit()

  expect(moved.text).toContain('Name: Nadia Okafor')
  expect(moved.text).not.toContain('Operation: Tree Care')
  expect(refused.kind).toBe('invalid')
})

it('says that a colleague took the same caller in another account, and offers nothing of that account', async () => {
  const stage = await startTwo()
  const [ana, sam] = [stage.ws.as('ana'), stage.ws.as('sam')]
  await ana.command('/lead', '', { channel: 'leads-south' })
  await sees(stage, ana, 'Operation')
  await findClient(stage, ana, { ...LEAD, 'Lead Source': 'Phone' })
  await create(stage, ana)

  await sam.command('/lead', '', { channel: 'leads-north' })
  await sees(stage, sam, 'Operation')
  const match = await findClient(stage, sam, { ...LEAD, 'Lead Source': 'Phone' })
  await create(stage, sam)

  expect(match.text).toMatch(/Ana Ruiz took this just now in Tree Care South: same number/u)
  expect(match.text).not.toContain('Add my notes')
  expect(stage.singleops.jobs('north')).toMatchObject([{ clientName: 'Nadia Okafor' }])
})
