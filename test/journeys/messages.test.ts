import { expect, it } from 'vitest'
import type { SharedEmail } from '../../src/sandbox/workspace/api.ts'
import { cards, create, sees } from './people.ts'
import { startStage } from './stage.ts'

const EMAIL: SharedEmail = {
  subject: 'Tree removal quote',
  from: { name: 'Nadia Okafor', address: 'nadia.okafor@mail.example' },
  plain_text: [
    'Hello,',
    '',
    'we need two dead pines taken down near the driveway.',
    'The house is at 12 Elm St, Marietta, GA 30060.',
    'My cell is (404) 555-0120.',
    '',
    'Nadia Okafor',
  ].join('\n'),
}

it.each(['http', 'socket'] as const)(
  'makes a lead of a shared email over %s, and says so in its thread without contact data',
  async (transport) => {
    const stage = await startStage({ transport })
    const sam = stage.ws.as('sam')
    const email = await stage.ws.shareEmail('leads-inbox', EMAIL)

    await sam.messageShortcut('create_lead', email)
    const form = await sees(stage, sam, 'Operation')
    await sam.fill({ Operation: 'Tree Care' })
    await sam.submit()
    await sees(stage, sam, 'No client has')
    await create(stage, sam)

    expect(form.text).toMatch(/404.555.0120/u)
    expect(form.text).toContain('Nadia Okafor')
    expect(form.text).toContain('12 Elm St')
    expect(form.text).toContain('Lead Source: Email')
    expect(stage.singleops.portalClients()).toMatchObject([
      {
        first_name: 'Nadia',
        last_name: 'Okafor',
        email: 'nadia.okafor@mail.example',
        bill_addr_city: 'Marietta',
      },
    ])
    expect(stage.singleops.jobs()[0]?.notes).toContain('two dead pines')
    const reply = await stage.ws.waitFor(() =>
      stage.ws
        .messages('leads-inbox', { thread_ts: email.ts })
        .find((message) => JSON.stringify(message).includes('In SingleOps')),
    )
    expect(JSON.stringify(reply.blocks)).toMatch(/LH-/u)
    expect(JSON.stringify(reply)).not.toContain('Okafor')
    // Ids may hold any three digits.
    expect(JSON.stringify(reply)).not.toMatch(/555.{0,3}01\d\d/u)
  },
)

it('reads the whole email when the message holds none of it', async () => {
  const stage = await startStage({ workspace: { quirks: { updatePrefilledValuesMissing: true } } })
  const sam = stage.ws.as('sam')
  const email = await stage.ws.shareEmail('leads-inbox', {
    ...EMAIL,
    plain_text: '',
    has_more: true,
    full_text: EMAIL.plain_text,
  })

  await sam.messageShortcut('create_lead', email)
  await sees(stage, sam, 'Nadia Okafor')
  await sam.fill({ Operation: 'Tree Care' })
  await sam.submit()
  const match = await sees(stage, sam, 'No client has')
  await create(stage, sam)

  expect(match.text).toContain('Nadia Okafor')
  expect(stage.singleops.portalClients()).toMatchObject([{ first_name: 'Nadia', bill_addr_1: '12 Elm St' }])
})

it('makes a lead of a plain message', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const ts = await ana.post(
    'leads-inbox',
    'New lead: Nadia Okafor 404-555-0120, 12 Elm St Marietta GA, prune 2 oaks',
  )

  await ana.messageShortcut('create_lead', { channel: 'leads-inbox', ts })
  await sees(stage, ana, 'Nadia Okafor')
  await ana.fill({ Operation: 'Tree Care', 'Lead Source': 'Phone' })
  await ana.submit()
  await sees(stage, ana, 'No client has')
  await create(stage, ana)

  expect(stage.singleops.portalClients()).toMatchObject([{ first_name: 'Nadia', last_name: 'Okafor' }])
})

it('says that a lead was made from the message before', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
  await ana.messageShortcut('create_lead', email)
  await sees(stage, ana, 'Operation')
  await ana.fill({ Operation: 'Tree Care' })
  await ana.submit()
  await sees(stage, ana, 'No client has')
  await create(stage, ana)
  await ana.closeAll()

  await stage.ws.as('sam').messageShortcut('create_lead', email)
  const form = await sees(stage, stage.ws.as('sam'), 'Operation')

  expect(form.text).toMatch(/before: LH-/u)
})

it('shows customers’ words as they are: no mention, link or code comes of them', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await ana.command(
    '/lead',
    'Bob <!channel> *Smith* 404-555-0120 needs `rm` & <https://evil.example|pay here>',
  )
  await sees(stage, ana, 'Operation')
  await ana.fill({ Name: '<!channel> *Bob* & Söhne', Operation: 'Tree Care', 'Lead Source': 'Phone' })
  await ana.submit()
  await sees(stage, ana, 'No client has')
  await create(stage, ana)

  await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('In SingleOps')))
  expect(cards(stage)[0]).not.toContain('<!channel>')
  expect(cards(stage)[0]).not.toContain('<https://evil.example')
})

it('opens the form filled in by what stands behind the command', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await ana.command('/lead', 'jane smith 770 555 0123 oak on fence, 200 main st marietta')
  const form = await sees(stage, ana, 'Operation')

  expect(form.text).toMatch(/Name: Jane Smith/iu)
  expect(form.text).toMatch(/200 Main St/iu)
  expect(form.text).toMatch(/oak on fence/iu)
})

it('spreads pasted text over the fields that are still empty', async () => {
  const stage = await startStage({ workspace: { quirks: { updatePrefilledValuesMissing: true } } })
  const ana = stage.ws.as('ana')
  await ana.command('/lead')
  await sees(stage, ana, 'Operation')

  await ana.fill({
    'Paste or dictate anything': 'nadia okafor 404 555 0120, 12 elm st marietta ga, stump grinding',
    Name: 'Nadia O.',
  })
  await ana.click('Fill in')
  const filled = await sees(stage, ana, /Phone \(optional\): 404.555.0120/u)
  await ana.fill({ Operation: 'Tree Care', 'Lead Source': 'Phone' })
  await ana.submit()
  const match = await sees(stage, ana, 'No client has')
  await create(stage, ana)

  expect(filled.text).toContain('Name: Nadia O.')
  expect(match.text).toMatch(/elm st/iu)
  expect(stage.singleops.portalClients()).toMatchObject([{ first_name: 'Nadia', last_name: 'O.' }])
})

it('answers help without opening anything', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  const outcome = await ana.command('/lead', 'help')

  expect(outcome.reply?.text).toContain('/lead')
  expect(ana.modal()).toBeUndefined()
})
