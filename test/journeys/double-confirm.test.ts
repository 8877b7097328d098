import { expect, it } from 'vitest'
import { cards, create, findClient, openForm, sees } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

it.each(['http', 'socket'] as const)('makes one lead of two confirms over %s', async (transport) => {
  const stage = await startStage({ transport })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  stage.ws.setFault({ deliver: 'view_submission', duplicate: true, times: 1 })

  await create(stage, ana)

  await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('In SingleOps')), {
    what: 'the card',
  })
  await stage.ws.drain()
  expect(stage.singleops.jobs()).toHaveLength(1)
  expect(cards(stage)).toHaveLength(1)
})

it('answers a form that was sent before with the lead it made', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Name: 'Jane Smith', Phone: '770-555-0123' })
  await create(stage, ana)
  // The form below the result is still there until the stack is closed.
  await ana.click('Another site for this client')
  await sees(stage, ana, 'Not this client')
  await ana.cancel()
  await sees(stage, ana, 'Find client')

  const outcome = await ana.submit()
  const view = await sees(stage, ana, 'sent before')

  expect(outcome.kind).toBe('updated')
  expect(view.text).toMatch(/it was taken as LH-/u)
  expect(stage.singleops.jobs()).toHaveLength(1)
})
