import { expect, it } from 'vitest'
import type { Store } from '../../src/store/open-store.ts'
import { create, findClient, openForm, sees } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = { Phone: '404-555-0120', Name: 'Nadia Okafor', Operation: 'Tree Care', 'Lead Source': 'Phone' }

async function startWithClock() {
  let minutes = 0
  const stores: Store[] = []
  const start = Date.now()
  const stage = await startStage({
    overrides: {
      now: () => start + minutes * 60_000,
      store: (store) => {
        stores.push(store)
        return store
      },
    },
  })
  const pass = (passed: number) => {
    minutes += passed
    for (const store of stores) store.queue.poke()
  }
  return { stage, pass }
}

it('reminds once, after five minutes, of a form that was submitted and never confirmed', async () => {
  const { stage, pass } = await startWithClock()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await ana.closeAll()

  pass(6)
  const reminder = await stage.ws.waitFor(() => stage.ws.dm('ana').at(-1))
  pass(60)
  await ana.click('Continue', { message: { channel: 'dm', ts: reminder.ts } })
  await sees(stage, ana, 'Find client')
  await ana.submit()
  await sees(stage, ana, 'No client has')
  await create(stage, ana)

  expect(JSON.stringify(reminder)).toContain("didn't confirm it")
  expect(reminder.text).not.toContain('404')
  expect(stage.ws.dm('ana').filter(({ text }) => text.includes("didn't confirm"))).toHaveLength(1)
  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('says nothing about a form that was confirmed or discarded in time', async () => {
  const { stage, pass } = await startWithClock()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await create(stage, ana)
  await ana.closeAll()
  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Phone: '404-555-0121' })
  await ana.closeAll()
  await ana.openHome()
  await stage.ws.waitFor(() => ana.home()?.text.includes('Begun and not sent'))
  await ana.click('Discard', 'home', { confirm: true })
  await stage.ws.waitFor(() => !ana.home()?.text.includes('Begun and not sent'))

  pass(6)
  // The DM is there to be found before the next thing is done by the queue.
  await openForm(stage, ana)
  await stage.ws.drain()

  expect(stage.ws.dm('ana').filter(({ text }) => text.includes("didn't confirm"))).toEqual([])
})
