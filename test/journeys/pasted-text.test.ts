import { expect, it } from 'vitest'
import type { UserActions } from '../../src/sandbox/workspace/api.ts'
import { create, findClient, openForm, sees } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const TEXT =
  'Nadia Okafor 678 555 0121, 12 Elm St Marietta GA, two dead pines leaning on the garage, gate code 4711'
const BOX = 'Paste or dictate anything'
const LEAD = { Operation: 'Tree Care', 'Lead Source': 'Phone' }

/** Leaves the match view for the form below it. */
async function goBack(stage: Stage, person: UserActions): Promise<void> {
  await person.cancel()
  await sees(stage, person, 'New lead')
}

it('puts behind the need what was typed already leaves no field for', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.fill({
    ...LEAD,
    Phone: '404-555-0120',
    Name: 'Tom Okafor',
    'What do they need?': 'Hedge',
    [BOX]: TEXT,
  })

  await ana.click('Fill in')
  await sees(stage, ana, '12 Elm St')
  await findClient(stage, ana, {})
  await create(stage, ana)

  expect(stage.singleops.jobs()[0]?.notes).toMatch(
    /^Hedge\ntwo dead pines leaning on the garage, gate code 4711\nName: Nadia Okafor\nLH-/u,
  )
  expect(stage.singleops.portalClients()).toMatchObject([
    { first_name: 'Tom', bill_addr_1: '12 Elm St', mobile: '404-555-0120', phone: '678-555-0121' },
  ])
})

it('reads a pasted text that nobody filled in when the form is submitted, once, however often that is', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)

  const first = await findClient(stage, ana, {
    ...LEAD,
    Name: 'Nadia Okafor',
    Phone: '404-555-0120',
    [BOX]: TEXT,
  })
  await goBack(stage, ana)
  const form = await sees(stage, ana, 'gate code 4711')
  await findClient(stage, ana, { 'What do they need?': 'Two dead pines' })
  await create(stage, ana)

  expect(first.text).toContain('gate code 4711')
  expect(form.text).not.toContain(BOX)
  expect(stage.singleops.jobs()[0]?.notes).toMatch(/^Two dead pines\nLH-/u)
  expect(stage.singleops.portalClients()).toMatchObject([
    { last_name: 'Okafor', bill_addr_1: '12 Elm St', mobile: '404-555-0120', phone: '678-555-0121' },
  ])
})

it('leaves the pasted text in its box while the form is refused', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)

  await ana.fill({ ...LEAD, Name: 'Nadia Okafor', Phone: '12', [BOX]: TEXT })
  const refused = await ana.submit()

  expect(refused.kind).toBe('errors')
  expect(ana.modal()?.text).toContain('gate code 4711')
})
