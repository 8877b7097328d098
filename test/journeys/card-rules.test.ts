import { expect, it } from 'vitest'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import { cards, create, findClient, openForm } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  'Address of the work': '12 Elm St, Marietta, GA 30060',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down at 12 elm street, the blue one, gate code 4411, call four o four 555 01 77',
}

it('puts the card into each channel whose rule fits, without contact details where outsiders read along', async () => {
  const stage = await startStage({
    workspace: { channels: [{ name: 'partners', is_ext_shared: true }, { name: 'marietta' }] },
    env: () => ({
      SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
      SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
    }),
    file: ({ channels }) =>
      [
        'accounts:',
        '  main:',
        '    time_zone: America/New_York',
        `    lead_channel: ${channels.leads.id}`,
        'card_rules:',
        '  match: all',
        '  rules:',
        `    - { channel: ${channels.partners?.id}, operations: [Tree Care] }`,
        `    - { channel: ${channels.marietta?.id}, zips: ["300"], client: new }`,
        `    - { channel: ${channels.general.id}, client: existing }`,
      ].join('\n'),
  })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)

  await create(stage, ana)
  await stage.ws.waitFor(
    () => ['partners', 'marietta'].every((name) => cards(stage, name).join().includes('job #')),
    { what: 'both cards' },
  )

  const [outside = ''] = cards(stage, 'partners')
  const [inside = ''] = cards(stage, 'marietta')
  expect(inside).toContain('555-0120')
  expect(inside).toContain('12 Elm St')
  expect(outside).toContain('Nadia Okafor')
  expect(outside).toContain('Contact details and what they need are left out')
  for (const fact of ['555', 'Elm', 'elm', '4411', 'four o four']) expect(outside).not.toContain(fact)
  expect(cards(stage)).toEqual([])
  expect(cards(stage, 'general')).toEqual([])
})
