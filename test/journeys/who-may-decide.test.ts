import { expect, it } from 'vitest'
import { create, findClient, openForm } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

it('lets only the taker and the office decide', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Name: 'Jane Smith', Phone: '770-555-0123' })
  stage.singleops.setFault({
    kind: 'reset',
    when: 'after-processing',
    method: 'POST',
    path: 'jobs',
    times: 1,
  })
  await create(stage, ana, 'may or may not be there')
  const request = await stage.ws.waitFor(() => stage.ws.messages('office').at(-1))

  await sam.click(
    "It's not there: send again",
    { message: { channel: 'office', ts: request.ts } },
    { confirm: true },
  )

  await stage.ws.waitFor(() => sam.ephemerals().some(({ text }) => text.includes('Only')))
  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('keeps people of another workspace out, whatever they press in a shared channel', async () => {
  const members = ['ana', 'sam', 'olivia', 'xavier']
  const stage = await startStage({ workspace: { channels: [{ name: 'office', members }] } })
  const ana = stage.ws.as('ana')
  const xavier = stage.ws.as('xavier')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  stage.singleops.setFault({ kind: 'refuse', method: 'POST', path: 'jobs', times: 1 })
  await create(stage, ana, 'SingleOps refused')
  const request = await stage.ws.waitFor(() => stage.ws.messages('office').at(-1))

  await xavier.click('Fix and send', { message: { channel: 'office', ts: request.ts } })
  await xavier.click('Discard', { message: { channel: 'office', ts: request.ts } }, { confirm: true })
  await stage.ws.drain()

  expect(xavier.modal()).toBeUndefined()
  expect(xavier.ephemerals().at(-1)?.text).toContain('only for people of its own workspace')
  expect(ana.modal()?.title).toBe('Refused')
  expect(stage.logged).toContainEqual(expect.objectContaining({ msg: 'act refused', because: 'stranger' }))
})
