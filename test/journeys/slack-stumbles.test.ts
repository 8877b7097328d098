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
