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

it('lets the office fix what SingleOps refused, and sends it then', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const olivia = stage.ws.as('olivia')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  stage.singleops.setFault({
    kind: 'refuse',
    text: 'Name is not allowed',
    method: 'POST',
    path: 'jobs',
    times: 1,
  })
  const refused = await create(stage, ana, 'SingleOps refused')
  const request = await stage.ws.waitFor(() => stage.ws.messages('office').at(-1))

  await olivia.click('Fix and send', { message: { channel: 'office', ts: request.ts } })
  const form = await sees(stage, olivia, 'Operation')
  await olivia.fill({ Name: 'Nadia Okafor-Lee' })
  await olivia.submit()
  await sees(stage, olivia, 'No client has')
  await olivia.submit()
  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0)

  expect(refused.text).toContain('Name is not allowed')
  expect(form.text).toContain('Oak down')
  expect(stage.singleops.jobs()).toMatchObject([{ clientName: 'Nadia Okafor-Lee' }])
  await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('In SingleOps')))
  expect(cards(stage)).toHaveLength(1)
})
