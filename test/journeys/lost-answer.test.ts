import { expect, it } from 'vitest'
import { create, findClient, openForm, sees } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

it('looks a lost answer up, finds the new client and makes no second lead', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  stage.singleops.setFault({
    kind: 'reset',
    when: 'after-processing',
    method: 'POST',
    path: 'jobs',
    times: 1,
  })

  await create(stage, ana)

  expect(stage.singleops.jobs()).toHaveLength(1)
  expect(stage.singleops.requests('jobs')).toHaveLength(1)
  expect(stage.singleops.portalClients()).toHaveLength(1)
})

it('sends again by itself when three looks have found nothing', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  stage.singleops.setFault({ kind: 'reset', when: 'mid-request', method: 'POST', path: 'jobs', times: 1 })

  await create(stage, ana)

  expect(stage.singleops.jobs()).toHaveLength(1)
  expect(stage.singleops.requests('jobs').length).toBe(2)
})

it('asks a person when the answer about an existing client was lost', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Name: 'Jane Smith', Phone: '770-555-0123' })
  stage.singleops.setFault({
    kind: 'reset',
    when: 'after-processing',
    method: 'POST',
    path: 'jobs',
    times: 1,
  })
  const unsure = await create(stage, ana, 'may or may not be there')

  await ana.click('I found it in SingleOps')
  await sees(stage, ana, 'Job number')
  await ana.fill({ 'Job number, if you see it': '#148830' })
  await ana.submit()
  const settled = await sees(stage, ana, 'is in SingleOps')

  expect(unsure.text).toMatch(/Open Jobs → Leads, look for Jane Smith around/u)
  expect(settled.text).toContain('#148830')
  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('goes on saying that somebody else was faster, whatever becomes of the lead afterwards', async () => {
  const stage = await startStage()
  const [ana, olivia] = [stage.ws.as('ana'), stage.ws.as('olivia')]
  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Name: 'Jane Smith', Phone: '770-555-0123' })
  stage.singleops.setFault({ kind: 'reset', when: 'mid-request', method: 'POST', path: 'jobs', times: 1 })
  await create(stage, ana, 'may or may not be there')
  await ana.click('I found it in SingleOps')
  await sees(stage, ana, 'Job number')
  const request = await stage.ws.waitFor(() => stage.ws.messages('office').at(-1))
  stage.singleops.setFault({ kind: 'slow', delayMs: 500, method: 'POST', path: 'jobs', times: 1 })

  await olivia.click(
    "It's not there: send again",
    { message: { channel: 'office', ts: request.ts } },
    { confirm: true },
  )
  await stage.ws.waitFor(() => stage.singleops.requests('jobs').length === 2)
  await ana.submit()
  await sees(stage, ana, 'Somebody else was faster')
  await stage.ws.waitFor(() => stage.singleops.jobs().length === 1)
  await stage.ws.waitFor(() => stage.ws.messages('leads').some(({ text }) => text.includes('Jane Smith')))
  await stage.ws.drain()

  expect(ana.modal()?.text).toContain('Somebody else was faster')
})
