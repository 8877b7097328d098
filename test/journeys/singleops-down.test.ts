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

it.each(['http', 'socket'] as const)(
  'keeps the lead while SingleOps is down and sends it by itself when it is back, over %s',
  async (transport) => {
    const stage = await startStage({ transport })
    const ana = stage.ws.as('ana')
    await openForm(stage, ana)
    await findClient(stage, ana, LEAD)
    await stage.singleops.goDown()

    const kept = await create(stage, ana, "SingleOps can't take leads right now")
    await stage.singleops.comeUp()
    await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0)
    const result = await sees(stage, ana, 'is in SingleOps')

    expect(kept.title).toBe('Kept')
    expect(result.title).toBe('Created')
    expect(stage.singleops.jobs()).toHaveLength(1)
  },
)

it('resumes after a restart what was open', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await stage.singleops.goDown()
  await create(stage, ana, "SingleOps can't take leads right now")

  await stage.restart()
  await stage.singleops.comeUp()

  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0, { timeoutMs: 10_000 })
  await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('In SingleOps')), {
    timeoutMs: 10_000,
  })
  expect(stage.singleops.jobs()).toHaveLength(1)
})
