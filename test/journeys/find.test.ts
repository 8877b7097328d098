import { expect, it } from 'vitest'
import { create, findClient, openForm, sees } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

/** The answer that only this person sees. */
async function finds(stage: Stage, name: string, text: string) {
  const person = stage.ws.as(name)
  await person.command('/lead', text)
  return stage.ws.waitFor(() => person.ephemerals().at(-1), { what: 'the answer to find' })
}

it('shows the clients with a number, to that person only, and begins a lead for one of them', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.closeAll()

  const answer = await finds(stage, 'ana', 'find 770.555.0123')
  await ana.click('New lead for this client', { message: { channel: 'leads', ts: answer.ts } })
  const form = await sees(stage, ana, 'Not this client')
  const { Name: _, Phone: __, ...rest } = LEAD
  await ana.fill(rest)
  await ana.submit()
  await sees(stage, ana, '(•) Jane Smith')
  await create(stage, ana)

  expect(JSON.stringify(answer)).toContain('Jane Smith · 200 Main St, Marietta')
  expect(JSON.stringify(answer)).toContain('same')
  expect(form.text).toContain('770-555-0123')
  expect(stage.ws.as('sam').ephemerals()).toEqual([])
  expect(stage.singleops.jobs()).toMatchObject([{ clientName: 'Jane Smith' }])
})

it('shows the leads of the last days too, and begins the next one with what is known of the caller', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Email: 'nadia@mail.example' })
  await stage.singleops.goDown()
  await create(stage, ana, "SingleOps can't take leads right now")

  const answer = await finds(stage, 'sam', 'find Nadia@mail.example')
  await sam.click('New lead for this client', { message: { channel: 'leads', ts: answer.ts } })
  const form = await sees(stage, sam, 'Operation')

  expect(JSON.stringify(answer)).toContain('Nadia Okafor, same email')
  expect(JSON.stringify(answer)).toContain("can't be said")
  expect(JSON.stringify(answer)).not.toContain('No client')
  expect(form.text).toContain('Nadia Okafor')
})

it('says that nobody has it', async () => {
  const stage = await startStage()

  const answer = await finds(stage, 'ana', 'find 404-555-0177')

  expect(JSON.stringify(answer)).toContain('No client in SingleOps has it')
})

it.each([
  'find the leak 770-555-0123',
  'find 770-555-0123 oak down',
  'find jane smith',
  'findlay 770-555-0123',
])('takes "%s" for a lead', async (text) => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana, text)

  expect(ana.ephemerals()).toEqual([])
})
