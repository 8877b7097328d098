import { expect, it } from 'vitest'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
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

it('lets a fix that was begun before a colleague’s take nothing of it back', async () => {
  const stage = await startStage()
  const [ana, olivia] = [stage.ws.as('ana'), stage.ws.as('olivia')]
  const refusing = (times: number) =>
    stage.singleops.setFault({ kind: 'refuse', text: 'No', method: 'POST', path: 'jobs', times })
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  refusing(2)
  await create(stage, ana, 'SingleOps refused')
  const request = await stage.ws.waitFor(() => stage.ws.messages('office').at(-1))
  await ana.click('Fix and send')
  await sees(stage, ana, 'Operation')

  await olivia.click('Fix and send', { message: { channel: 'office', ts: request.ts } })
  await sees(stage, olivia, 'Operation')
  await findClient(stage, olivia, { Email: 'nadia@mail.example' })
  await olivia.submit()
  await expect.poll(() => stage.logged.filter(({ msg }) => msg === 'attempt ended').length).toBe(2)
  await findClient(stage, ana, { Name: 'Nadia Okafor-Lee' })
  await ana.submit()
  const tooLate = await sees(stage, ana, 'Somebody else was faster')
  await ana.click('Fix and send')
  const again = await sees(stage, ana, 'Operation')

  expect(tooLate.title).toBe('Refused')
  expect(again.text).toContain('nadia@mail.example')
  expect(stage.singleops.jobs()).toHaveLength(0)
})

it('names in notes that stay inside who took the lead, not who mended it', async () => {
  const stage = await startStage({
    file: () => `
accounts:
  main:
    user_email_env: SINGLEOPS_USER_EMAIL
    user_token_env: SINGLEOPS_USER_TOKEN
    time_zone: America/New_York
    notes_are_internal: true
`,
    env: (ws) => ({
      SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
      SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
      LEAD_CHANNEL: ws.channels.leads.id,
      OFFICE_CHANNEL: ws.channels.office.id,
    }),
  })
  const [ana, olivia] = [stage.ws.as('ana'), stage.ws.as('olivia')]
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  stage.singleops.setFault({ kind: 'refuse', text: 'No', method: 'POST', path: 'jobs', times: 1 })
  await create(stage, ana, 'SingleOps refused')
  const request = await stage.ws.waitFor(() => stage.ws.messages('office').at(-1))

  await olivia.click('Fix and send', { message: { channel: 'office', ts: request.ts } })
  await sees(stage, olivia, 'Operation')
  await findClient(stage, olivia, { Name: 'Nadia Okafor-Lee' })
  await olivia.submit()
  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0)

  expect(stage.singleops.jobs()[0]?.notes).toMatch(/^Oak down\nTaken by: Ana\nSource: Phone\nLH-/u)
})
