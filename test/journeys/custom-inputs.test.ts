import { expect, it } from 'vitest'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import type { SingleOpsServerOptions } from '../../src/sandbox/singleops/api.ts'
import { create, findClient, openForm, sees } from './people.ts'
import { type Stage, startStage } from './stage.ts'

type SeededInputs = NonNullable<SingleOpsServerOptions['accounts']>[number]['customInputs']

/** A stage whose only account has these inputs and, in the file, these rules for them. */
function startWith(customInputs: SeededInputs, rules?: string): Promise<Stage> {
  return startStage({
    singleops: {
      accounts: [
        {
          key: 'main',
          userEmail: MAIN_ACCOUNT.userEmail,
          userToken: MAIN_ACCOUNT.userToken,
          operations: [{ id: 1, name: 'Tree Care' }],
          ...(customInputs && { customInputs }),
        },
      ],
    },
    ...(rules && {
      file: () =>
        [
          'accounts:',
          '  main:',
          '    user_email_env: SINGLEOPS_USER_EMAIL',
          '    user_token_env: SINGLEOPS_USER_TOKEN',
          '    time_zone: America/New_York',
          `    custom_inputs: ${rules}`,
        ].join('\n'),
      env: (ws) => ({
        SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
        SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
        LEAD_CHANNEL: ws.channels.leads.id,
        OFFICE_CHANNEL: ws.channels.office.id,
      }),
    }),
  })
}

const CALLER = { Phone: '404-555-0120', Name: 'Nadia Okafor' }
const DIVISION = {
  id: 7,
  name: 'Division',
  input_type: 'dropdown' as const,
  required: true,
  dropdown_options: [
    { key: 'res', display: 'Residential' },
    { key: 'com', display: 'Commercial' },
  ],
}

it('always sends what the settings say for inputs that are hidden', async () => {
  const stage = await startWith(
    [DIVISION, { id: 8, name: 'Marketing', input_type: 'checkbox' }],
    '{ Division: { hide: Residential }, Marketing: { hide: yes } }',
  )
  const ana = stage.ws.as('ana')

  const form = await openForm(stage, ana)
  await findClient(stage, ana, CALLER)
  await ana.click('Show all that is sent')
  await stage.ws.waitFor(() => ana.modal()?.text.includes('Division: Residential'))
  const shown = ana.modal()?.text
  await create(stage, ana)

  expect(form.text).not.toContain('Division')
  expect(shown).toContain('Marketing: Yes')
  expect(stage.singleops.jobs()[0]?.customValues).toMatchObject([
    { name: 'Division', value: 'res' },
    { name: 'Marketing', value: true },
  ])
})

it('says beside the operation whom to ask when a hidden input always sends what is not offered', async () => {
  const stage = await startWith([DIVISION], '{ Division: { hide: Municipal } }')
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill(CALLER)
  const refused = await ana.submit()

  const [[field = '', text] = []] = Object.entries(refused.errors ?? {})
  expect(field).toMatch(/^operation\|/u)
  expect(text).toContain('always sends "Municipal"')
  expect(text).toContain('ask the office')
})

it('takes a required tick box that nobody ticked for a no', async () => {
  const stage = await startWith([{ id: 7, name: 'Emergency', input_type: 'checkbox', required: true }])
  const ana = stage.ws.as('ana')

  const form = await openForm(stage, ana)
  await findClient(stage, ana, CALLER)
  await create(stage, ana)

  expect(form.text).toContain('Not ticked means no')
  expect(stage.singleops.jobs()[0]?.customValues).toMatchObject([{ name: 'Emergency', value: false }])
})

it('says which of very many inputs have no room, and keeps those that are needed and the way back', async () => {
  const inputs = Array.from({ length: 120 }, (_, index) => ({
    id: 100 + index,
    name: `Input ${index}.`,
    ...(index > 110 && { required: true }),
  }))
  const stage = await startWith(inputs)
  const ana = stage.ws.as('ana')

  const short = await openForm(stage, ana)
  await ana.click('More fields')
  const more = await sees(stage, ana, 'First name')
  await ana.click('Fewer fields')
  await sees(stage, ana, 'Address of the work')

  expect(short.text).toContain('Input 119.: ')
  expect(short.text).not.toContain('no room')
  expect(more.text).toContain('Input 45. (optional): ')
  expect(more.text).toContain('Slack has no room for 65 more. Please fill them in in SingleOps: Input 46., ')
  expect(more.blocks.length).toBeLessThanOrEqual(100)
})
