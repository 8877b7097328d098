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

it('lists a match that was closed on Home, and goes on from there', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await ana.closeAll()

  await ana.openHome()
  const home = await stage.ws.waitFor(() =>
    ana.home()?.text.includes('Nadia Okafor') ? ana.home() : undefined,
  )
  await ana.click('Continue', 'home')
  const form = await sees(stage, ana, 'Operation')
  await ana.submit()
  await sees(stage, ana, 'No client has')
  await create(stage, ana)
  await ana.closeAll()
  await ana.openHome()
  await stage.ws.waitFor(() => !ana.home()?.text.includes('Begun and not sent'))

  expect(home.text).toContain('Begun and not sent')
  expect(form.text).toContain('Oak down')
  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('lists on Home what needs someone, one’s open leads and today’s', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const olivia = stage.ws.as('olivia')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  stage.singleops.setFault({ kind: 'refuse', method: 'POST', path: 'jobs', times: 1 })
  await create(stage, ana, 'SingleOps refused')
  await ana.closeAll()

  await olivia.openHome()
  const officeHome = await stage.ws.waitFor(() =>
    olivia.home()?.text.includes('Needs someone') ? olivia.home() : undefined,
  )
  await ana.openHome()
  const takerHome = await stage.ws.waitFor(() =>
    ana.home()?.text.includes('Your open leads') ? ana.home() : undefined,
  )
  await olivia.click('Discard', 'home', { confirm: true })
  await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('Discarded')))

  expect(officeHome.text).toContain('Nadia Okafor')
  expect(takerHome.text).toContain('Today')
  expect(stage.singleops.jobs()).toEqual([])
})
