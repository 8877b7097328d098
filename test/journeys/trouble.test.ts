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

it('never shows a failed search as "nobody found"', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await stage.singleops.goDown()

  const match = await findClient(stage, ana, LEAD)
  await ana.click('Save: decide later')
  const saved = await sees(stage, ana, 'nobody has said yet whose it is')
  await stage.singleops.comeUp()
  await ana.click('Choose the client')
  await sees(stage, ana, 'No client has')
  await create(stage, ana)

  expect(match.text).toContain("SingleOps didn't answer")
  expect(match.submit).toBeUndefined()
  expect(saved.title).toBe('Saved')
  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('searches again after a failed search', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await stage.singleops.goDown()
  await findClient(stage, ana, LEAD)
  await stage.singleops.comeUp()

  await ana.click('Try again')
  await sees(stage, ana, 'No client has')
  await create(stage, ana)

  expect(stage.singleops.jobs()).toHaveLength(1)
})

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

it('lets only the taker and the office decide', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Name: 'Jane Smith', Phone: '770-555-0123' })
  stage.singleops.setFault({
    kind: 'reset',
    when: 'after-processing',
    method: 'POST',
    path: 'jobs',
    times: 1,
  })
  await create(stage, ana, 'may or may not be there')
  const request = await stage.ws.waitFor(() => stage.ws.messages('office').at(-1))

  await sam.click(
    "It's not there: send again",
    { message: { channel: 'office', ts: request.ts } },
    { confirm: true },
  )

  await stage.ws.waitFor(() => sam.ephemerals().some(({ text }) => text.includes('Only')))
  expect(stage.singleops.jobs()).toHaveLength(1)
})

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

it('goes on to the next lead with the same operation, and to another site of the client', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Name: 'Jane Smith', Phone: '770-555-0123' })
  await create(stage, ana)

  await ana.click('Another site for this client')
  await sees(stage, ana, 'Not this client')
  await ana.fill({ 'Address of the work': '9 Lake Dr, Marietta, GA 30060' })
  await ana.submit()
  await sees(stage, ana, '(•) Jane Smith')
  await create(stage, ana)
  await ana.submit()
  const next = await sees(stage, ana, 'Paste or dictate')

  expect(next.text).toContain('Operation: Tree Care')
  expect(next.text).toContain('Name: (Jane Smith)')
  expect(stage.singleops.jobs().map(({ clientName }) => clientName)).toEqual(['Jane Smith', 'Jane Smith'])
  expect(stage.singleops.jobs()[1]?.notes).toMatch(/SITE: 9 Lake Dr/u)
})

it('keeps people of another workspace out, whatever they press in a shared channel', async () => {
  const members = ['ana', 'sam', 'olivia', 'xavier']
  const stage = await startStage({ workspace: { channels: [{ name: 'office', members }] } })
  const ana = stage.ws.as('ana')
  const xavier = stage.ws.as('xavier')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  stage.singleops.setFault({ kind: 'refuse', method: 'POST', path: 'jobs', times: 1 })
  await create(stage, ana, 'SingleOps refused')
  const request = await stage.ws.waitFor(() => stage.ws.messages('office').at(-1))

  await xavier.click('Fix and send', { message: { channel: 'office', ts: request.ts } })
  await xavier.click('Discard', { message: { channel: 'office', ts: request.ts } }, { confirm: true })
  await stage.ws.drain()

  expect(xavier.modal()).toBeUndefined()
  expect(ana.modal()?.title).toBe('Refused')
  expect(stage.logged).toContainEqual(expect.objectContaining({ msg: 'stranger kept out' }))
})

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
