import { expect, it } from 'vitest'
import { cards, create, findClient, openForm } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

it('posts the card once Slack is back, once', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  const down = stage.ws.setFault({ method: 'chat.postMessage', status: 500 })
  await create(stage, ana)
  await stage.ws.waitFor(() => down.used > 0)

  down.clear()

  await stage.ws.waitFor(() => cards(stage).length > 0, { timeoutMs: 15_000 })
  await stage.ws.drain()
  expect(cards(stage)).toHaveLength(1)
})

it('tells the taker when the lead channel can’t be posted to, once', async () => {
  const stage = await startStage()
  stage.ws.setChannel('leads', { is_archived: true })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await create(stage, ana)

  const told = await stage.ws.waitFor(() => stage.ws.dm('ana').at(-1))

  expect(JSON.stringify(told)).toMatch(/archived/iu)
  expect(stage.singleops.jobs()).toHaveLength(1)
})
