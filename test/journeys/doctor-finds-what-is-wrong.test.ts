import { expect, it } from 'vitest'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import { askDoctor } from './ask-doctor.ts'
import { create, findClient, openForm } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const HOUR_MS = 3_600_000

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

async function enter(stage: Stage, outcome: string | RegExp): Promise<void> {
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await create(stage, ana, outcome)
}

it('finds a lead that waits and that nobody sends, since Leadhand does not run', async () => {
  const stage = await startStage({ delivery: { backoffMs: [HOUR_MS] } })
  stage.singleops.setFault({ kind: 'status', status: 429, method: 'POST', path: 'jobs' })
  await enter(stage, 'Kept')
  await stage.app[Symbol.asyncDispose]()

  const soon = await askDoctor(stage)
  const later = await askDoctor(stage, {}, { now: () => Date.now() + 72 * HOUR_MS })

  expect(soon.text).toContain('ok      Leads under way: open leads: 1 waiting')
  expect(later.text).toMatch(/NOT OK {2}Leads under way: A lead should have been sent 2 days ago/u)
  expect(later.exitCode).toBe(1)
})

it('finds a lead that nobody has decided about for hours', async () => {
  const stage = await startStage()
  stage.singleops.setFault({ kind: 'refuse', method: 'POST', path: 'jobs', times: 1 })
  await enter(stage, 'SingleOps refused')

  const soon = await askDoctor(stage)
  const later = await askDoctor(stage, {}, { now: () => Date.now() + 5 * HOUR_MS })

  expect(soon.text).toContain('ok      Leads that need someone: One lead (1 refused)')
  expect(later.text).toContain('NOT OK  Leads that need someone: Nobody has decided about One lead')
})

it('finds a reference that would go into a list, and leaves it out until that is mended', async () => {
  const file = (ws: Stage['ws']) => withAccount(ws.channels.leads.id, 'reference_input: Lead Source')
  const stage = await startStage({ file, env: credentials })

  const { text } = await askDoctor(stage, {}, { file: file(stage.ws) })
  await enter(stage, 'is in SingleOps')

  expect(text).toContain('reference_input is "Lead Source", which')
  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('finds each name in the settings that Slack and SingleOps do not know', async () => {
  const file = ({ channels: { leads } }: Stage['ws']) =>
    [
      withAccount(leads.id, `operation_channels: { Tre Care: ${leads.id}, tree care: ${leads.id} }`),
      'permissions:',
      '  create: { groups: [S0NOBODY00] }',
      'card_rules:',
      '  rules:',
      `    - { channel: ${leads.id}, operations: [Treecare, Plant Helth Care], sources: [phone, Fone] }`,
    ].join('\n')
  const stage = await startStage({ file, env: credentials })

  const { text } = await askDoctor(stage, {}, { file: file(stage.ws) })

  expect(text).toContain('operation_channels names "Tre Care", no active operation')
  expect(text).toContain('card_rules names "Plant Helth Care", no active operation')
  expect(text).toContain('card_rules names "Fone", no lead source')
  for (const known of ['"tree care"', '"Treecare"', '"phone"']) expect(text).not.toContain(known)
  expect(text).toContain('NOT OK  Group of those who may enter leads: Slack knows no such group')
  expect(text).toContain('Check permissions.create.groups')
})

function withAccount(leadChannel: string, setting: string): string {
  return `accounts:\n  main:\n    time_zone: America/New_York\n    lead_channel: ${leadChannel}\n    ${setting}`
}

function credentials(): Record<string, string> {
  return { SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail, SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken }
}
