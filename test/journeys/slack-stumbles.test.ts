import { expect, it } from 'vitest'
import type { ApiFault } from '../../src/sandbox/workspace/api.ts'
import { create, openForm, sees } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = { Phone: '404-555-0120', Name: 'Nadia Okafor', Operation: 'Tree Care', 'Lead Source': 'Phone' }

it.each<[string, Omit<ApiFault, 'method'>]>([
  ['with an error page', { status: 500 }],
  ['with a broken connection', { reset: true }],
  ['by asking for a slower pace', { status: 429, retryAfter: 1 }],
  ['with an answer that got lost', { reset: true, afterProcessing: true }],
])('brings the choice of the client though Slack fails %s at first', async (_how, fault) => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  const held = stage.singleops.hold('clients/search_by_field')
  await ana.fill(LEAD)
  await ana.submit()
  const failing = stage.ws.setFault({ method: 'views.update', times: 2, ...fault })

  held.release()
  await sees(stage, ana, 'No client has')
  const result = await create(stage, ana)

  expect(failing.used).toBe(2)
  expect(result.text).toContain('job #')
})

it('fills the loading view though Slack fails at first', async () => {
  const stage = await startStage({ singleops: { latencyMs: 300 } })
  const ana = stage.ws.as('ana')
  const failing = stage.ws.setFault({ method: 'views.update', times: 2, status: 500 })

  await ana.command('/lead')
  await sees(stage, ana, 'Reading the operations')
  await sees(stage, ana, 'Find client')

  expect(failing.used).toBe(2)
})

it.each<[string, Omit<ApiFault, 'method'>]>([
  ['an error page', { status: 500 }],
  ['a broken connection', { reset: true }],
  ['an answer that got lost', { reset: true, afterProcessing: true }],
])('opens one form though Slack’s first answer is %s', async (_what, fault) => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.closeAll()
  const failing = stage.ws.setFault({ method: 'views.open', times: 1, ...fault })

  const form = await openForm(stage, ana, LEAD.Name)

  expect(failing.used).toBe(1)
  expect(form.text).toContain('Nadia Okafor')
  expect(ana.ephemerals().filter(({ text }) => text.includes('could not be opened'))).toEqual([])
})

it('gives back what was typed when the form can’t be opened, with a reference that the log has', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  stage.ws.setFault({ method: 'views.open', error: 'expired_trigger_id' })

  await ana.command('/lead', 'nadia okafor 404 555 0120 <oak> on fence')
  const { text } = await stage.ws.waitFor(() => ana.ephemerals().at(-1), { what: 'the answer' })

  expect(text).toContain('You typed: nadia okafor 404 555 0120 &lt;oak&gt; on fence')
  const [, reference] = /\((ERR-\w+)\)/u.exec(text) ?? []
  expect(stage.logged.some(({ errorReference }) => errorReference === reference)).toBe(true)
  expect(JSON.stringify(stage.logged)).not.toContain('okafor')
})

it('says so when a button’s view can’t be opened', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.fill(LEAD)
  await ana.submit()
  await sees(stage, ana, 'Try another number or email')
  stage.ws.setFault({ method: 'views.push', error: 'expired_trigger_id' })

  await ana.click('Try another number or email')

  await stage.ws.waitFor(() => stage.ws.dm('ana').some(({ text }) => text.includes('That did not work')), {
    what: 'word of it',
  })
})
