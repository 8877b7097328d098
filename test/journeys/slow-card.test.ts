import { expect, it } from 'vitest'
import { cards, create, findClient, openForm } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

const cardSays = (stage: Stage, words: RegExp): Promise<unknown> =>
  stage.ws.waitFor(() => cards(stage).some((card) => words.test(card)), { what: `a card with ${words}` })

it('tells the channel of a lead that SingleOps takes at once with one message that is never changed', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)

  await create(stage, ana)

  await cardSays(stage, /In SingleOps/u)
  await stage.ws.drain()
  expect(stage.ws.calls('chat.postMessage')).toHaveLength(1)
  expect(stage.ws.calls('chat.update')).toEqual([])
})

it('tells it of a slow one while it is on its way, and changes that message', async () => {
  const stage = await startStage({ intake: { tellQueuedAfterMs: 30 } })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  const posting = stage.singleops.hold('jobs')

  await ana.submit()
  await cardSays(stage, /(?:On its way|Being sent) to SingleOps/u)
  posting.release()

  await cardSays(stage, /In SingleOps/u)
  expect(cards(stage)).toHaveLength(1)
  expect(stage.ws.calls('chat.postMessage')).toHaveLength(1)
})
