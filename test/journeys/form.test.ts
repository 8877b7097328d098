import { expect, it } from 'vitest'
import { MAIN_ACCOUNT, seedAccount } from '../../src/sandbox/seed.ts'
import { create, findClient, openForm, sees } from './people.ts'
import { startStage } from './stage.ts'

it('names all wrong fields at once, each beside its field', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({
    Phone: '12',
    Name: 'Nadia Okafor',
    'Address of the work': '12 Elm St, Marietta, Narnia 30060',
    Operation: 'Tree Care',
    'Lead Source': 'Phone',
  })
  await ana.fill({ 'Follow-up': 'Call back' })
  await sees(stage, ana, 'When')
  await ana.fill({ When: 'Pick…' })
  await sees(stage, ana, 'All day')
  const outcome = await ana.submit()

  expect(outcome.kind).toBe('errors')
  const fields = Object.keys(outcome.errors ?? {}).map((id) => id.split('|')[0])
  expect(fields).toContain('phone')
  expect(fields).toContain('date')
  expect(JSON.stringify(outcome.errors)).toContain('555')
})

it('asks for a number, an email or a street', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({ Name: 'Nadia', Operation: 'Tree Care', 'Lead Source': 'Phone' })
  const outcome = await ana.submit()

  expect(JSON.stringify(outcome.errors)).toContain('a phone, an email or a street address')
})

it('shows the inputs of the chosen operation, needs the required ones, and sends keys instead of words', async () => {
  const stage = await startStage({ env: () => ({ LOG_LEVEL: 'info' }) })
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({ Operation: 'Plant Health Care (PHC)' })
  await ana.click('More fields')
  await sees(stage, ana, 'Pests seen')
  await ana.fill({
    Phone: '404-555-0120',
    'First name': 'Nadia',
    'Last name': 'Okafor',
    'Gate code': '#4711',
    'Preferred date': '2026-12-01',
    'Dogs on site': true,
    'Estimated trees': '3',
    'Pests seen': ['Aphids', 'Scale'],
    'Lead Source': 'Web form',
  })
  await ana.submit()
  await sees(stage, ana, 'No client has')
  await create(stage, ana)

  const [job] = stage.singleops.jobs()
  const values = Object.fromEntries((job?.customValues ?? []).map(({ name, value }) => [name, value]))
  expect(values).toMatchObject({
    'Lead Source': 'web_form',
    'Gate code': '#4711',
    'Preferred date': '2026-12-01',
    'Dogs on site': true,
    'Pests seen': ['aphids', 'scale'],
  })
  expect(String(values['Estimated trees'])).toBe('3')
})

it('does not let a form without a required custom input through', async () => {
  const stage = await startStage({
    env: () => ({}),
    singleops: {
      accounts: [
        {
          key: 'main',
          userEmail: MAIN_ACCOUNT.userEmail,
          userToken: MAIN_ACCOUNT.userToken,
          operations: [{ id: 1, name: 'Tree Care' }],
          customInputs: [{ id: 7, name: 'Crew size', required: true }],
        },
      ],
    },
  })
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({ Phone: '404-555-0120', Name: 'Nadia Okafor' })
  const refused = await ana.submit()
  await findClient(stage, ana, { 'Crew size': 'two' })
  await create(stage, ana)

  expect(refused.kind).toBe('invalid')
  expect(stage.singleops.jobs()[0]?.customValues).toMatchObject([{ name: 'Crew size', value: 'two' }])
})

it('keeps everything that was typed while more fields come and go', async () => {
  const stage = await startStage({ workspace: { quirks: { updatePrefilledValuesMissing: true } } })
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({
    Phone: '404-555-0120',
    Name: 'Nadia van der Berg',
    'Address of the work': '12 Elm St Apt 4, Marietta, GA 30060',
    'What do they need?': 'Prune the maple',
    Operation: 'Landscaping',
    'Lead Source': 'Referral',
  })
  await ana.click('More fields')
  const parts = await sees(stage, ana, 'Last name')
  await ana.fill({ 'Job name': 'Maple' })
  await ana.click('Fewer fields')
  await sees(stage, ana, 'Address of the work')
  await ana.submit()
  await sees(stage, ana, 'No client has')
  await create(stage, ana)

  expect(parts.text).toMatch(/Last name \(optional\): van der Berg/u)
  expect(stage.singleops.jobs()).toMatchObject([{ name: 'Maple', operationName: 'Landscaping' }])
  expect(stage.singleops.jobs()[0]?.notes).toContain('Prune the maple')
  expect(stage.singleops.portalClients()).toMatchObject([
    { first_name: 'Nadia', last_name: 'van der Berg', bill_addr_1: '12 Elm St', bill_addr_2: 'Apt 4' },
  ])
})

it('offers two hundred operations with long names and keeps Slack’s limits', async () => {
  const operations = Array.from({ length: 200 }, (_, index) => ({
    id: index + 1,
    name: `${'Very long operation name '.repeat(4)}${index + 1} 🌳`,
  }))
  const stage = await startStage({
    singleops: {
      accounts: [
        { key: 'main', userEmail: MAIN_ACCOUNT.userEmail, userToken: MAIN_ACCOUNT.userToken, operations },
      ],
    },
  })
  const ana = stage.ws.as('ana')

  const form = await openForm(stage, ana)

  expect(JSON.stringify(form.blocks)).toContain('"value":"200"')
})

it('opens at once while SingleOps takes ten seconds, and once its memory is warm shows the choices at once', async () => {
  const stage = await startStage({ singleops: { accounts: [seedAccount({ clients: 60 })] } })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.closeAll()
  stage.singleops.setLatency(10_000)

  const outcome = await ana.command('/lead')
  const form = ana.modal()

  expect(outcome.ackMs).toBeLessThan(1000)
  expect(form?.text ?? (await sees(stage, ana, 'Operation')).text).toContain('Operation')
})

it('opens a loading view while its memory is cold, and fills it', async () => {
  const stage = await startStage({ singleops: { latencyMs: 300 } })
  const ana = stage.ws.as('ana')

  await ana.command('/lead', '')
  const first = await sees(stage, ana, /Reading the operations|Operation/u)
  const filled = await sees(stage, ana, 'Find client')

  expect(first.id).toBe(filled.id)
})

it('shows the match view at once while the search takes its time, and lists what is found', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  const held = stage.singleops.hold('clients/search_by_field')
  await ana.fill({
    Phone: '770-555-0123',
    Name: 'Jane Smith',
    Operation: 'Tree Care',
    'Lead Source': 'Phone',
  })

  const outcome = await ana.submit()
  const searching = ana.modal()
  held.release()
  await sees(stage, ana, '(•) Jane Smith')
  await create(stage, ana)

  expect(outcome.kind).toBe('pushed')
  expect(outcome.ackMs).toBeLessThan(2000)
  expect(searching?.text).toContain('Looking for this client')
  expect(searching?.submit).toBeUndefined()
  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('takes two numbers out of one field, as they are called', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  const match = await findClient(stage, ana, {
    Phone: '404-555-0120 home, 678-555-O121 cell',
    Name: 'Nadia Okafor',
    Operation: 'Tree Care',
    'Lead Source': 'Phone',
  })
  await create(stage, ana)

  expect(match.text).toContain('Phone: The letter O was read as a zero.')
  expect(stage.singleops.portalClients()).toMatchObject([{ phone: '404-555-0120', mobile: '678-555-0121' }])
})

it('says no more that an area code was assumed once the whole number is there', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  const assumed = await findClient(stage, ana, {
    Phone: '555-0120',
    Name: 'Nadia Okafor',
    Operation: 'Tree Care',
    'Lead Source': 'Phone',
  })
  await ana.cancel()
  const match = await findClient(stage, ana, { Phone: '404-555-0120' })

  expect(assumed.text).toContain('Area code 770 was assumed')
  expect(match.text).toContain('404-555-0120')
  expect(match.text).not.toContain('assumed')
})

it.each([
  { how: 'at once', press: [] },
  { how: 'after More fields and Fewer fields', press: ['More fields', 'Fewer fields'] },
])('bills nobody to what stands behind the address, and keeps it in the notes, $how', async ({ press }) => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.fill({
    Phone: '404-555-0120',
    Name: 'Nadia Okafor',
    'Address of the work': '12 Elm St, Marietta, GA 30060 (gate code 4711)',
    'What do they need?': 'Hedge',
    Operation: 'Tree Care',
    'Lead Source': 'Phone',
  })
  for (const button of press) {
    await ana.click(button)
    await sees(stage, ana, button === 'More fields' ? 'Last name' : 'Address of the work')
  }

  await findClient(stage, ana, {})
  await create(stage, ana)

  expect(stage.singleops.portalClients()).toMatchObject([
    { bill_addr_1: '12 Elm St', bill_addr_city: 'Marietta', bill_addr_postal_code: '30060' },
  ])
  expect(stage.singleops.jobs()[0]?.notes).toMatch(/^Hedge\ngate code 4711\nLH-/u)
})
