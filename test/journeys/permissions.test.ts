import { expect, it, vi } from 'vitest'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import type { UserActions } from '../../src/sandbox/workspace/api.ts'
import { buttonLabels } from '../slack/blocks/shown-text.ts'
import { create, findClient, openForm, sees } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

const refused = (because: string, what?: string) =>
  expect.objectContaining({ msg: 'act refused', because, ...(what && { what }) })

/** After the first visit to Home it is known who somebody is. */
async function known(stage: Stage, name: string) {
  const person = stage.ws.as(name)
  await person.openHome()
  await stage.ws.waitFor(() => person.home(), { what: `${name} to see Home` })
  return person
}

it('refuses guests with a sentence, wherever they try', async () => {
  const stage = await startStage()
  const gus = await known(stage, 'gus')
  const ts = await gus.post('general', 'Jane Smith, 770-555-0123, oak on the fence')

  const command = await gus.command('/lead', 'jane smith')
  await gus.globalShortcut('new_lead')
  const byShortcut = await sees(stage, gus, 'guests')
  await gus.closeAll()
  await gus.messageShortcut('create_lead', { channel: 'general', ts })
  const byMessage = await sees(stage, gus, 'guests')

  expect(command.reply?.text).toContain('not open to guests')
  expect(byShortcut.title).toBe('Not possible')
  expect(byMessage.title).toBe('Not possible')
  expect(gus.home()?.text).toContain('not open to guests')
  expect(gus.home()?.text).not.toContain('New lead')
  expect(stage.logged).toContainEqual(refused('guest', '/lead'))
  expect(stage.logged).toContainEqual(refused('guest', 'new_lead'))
  expect(stage.logged).toContainEqual(refused('guest', 'app_home_opened'))
})

it('refuses a guest who writes to the app, and reads nothing of it', async () => {
  const stage = await startStage()
  const gus = stage.ws.as('gus')
  const sam = stage.ws.as('sam')

  await gus.post('dm', LEAD_IN_WORDS)
  await stage.ws.waitFor(() => directMessages(stage, 'gus').includes('not open to guests'))
  await sam.post('dm', LEAD_IN_WORDS)
  await stage.ws.waitFor(() => directMessages(stage, 'sam').includes('Nadia Okafor'))
  await stage.ws.drain()

  expect(directMessages(stage, 'gus')).not.toContain('Create lead')
  expect(stage.logged).toContainEqual(refused('guest', 'direct message'))
  expect(stage.logged.filter(({ msg }) => msg === 'message read')).toHaveLength(1)
})

it('hears what somebody writes to the app while Slack does not say who they are', async () => {
  const stage = await startStage()
  stage.ws.setFault({ method: 'users.info', status: 500 })

  await stage.ws.as('sam').post('dm', LEAD_IN_WORDS)
  await stage.ws.waitFor(() => directMessages(stage, 'sam').includes('Create lead'))
})

it('opens the form without asking who somebody is, and refuses a guest what comes next', async () => {
  const stage = await startStage()
  const gus = stage.ws.as('gus')
  const held = stage.ws.hold('users.info')

  await openForm(stage, gus)
  held.release()
  await gus.fill({ Operation: 'Tree Care' })
  const chosen = await sees(stage, gus, 'not open to guests')
  await gus.cancel()
  await gus.fill({ Name: 'Nadia Okafor' })
  const submitted = await gus.submit()

  expect(chosen.title).toBe('Not possible')
  expect(submitted).toMatchObject({ kind: 'updated' })
  expect(gus.modal()?.text).toContain('not open to guests')
  expect(stage.logged).toContainEqual(refused('guest', 'lead_form'))
  expect(stage.singleops.requests('clients/search_by_field')).toEqual([])
})

it('shows a guest no client before it is known that they are one', async () => {
  const stage = await startStage()
  const gus = stage.ws.as('gus')
  const held = stage.ws.hold('users.info')

  await openForm(stage, gus, '770-555-0123 oak on the fence')
  await vi.waitFor(() => expect(stage.logged.map((line) => line.msg)).toContain('clients searched'))
  held.release()
  await stage.ws.drain()

  expect(gus.modal()?.text).not.toContain('Use this client')
})

it('does not find clients for a guest before it is known that they are one', async () => {
  const stage = await startStage()
  const gus = stage.ws.as('gus')
  const held = stage.ws.hold('users.info')

  const asked = gus.command('/lead', 'find 770-555-0123')
  await held.arrived
  held.release()
  await asked
  const answer = await stage.ws.waitFor(() => gus.ephemerals().at(-1), { what: 'the answer to find' })

  expect(JSON.stringify(answer)).toContain('not open to guests')
  expect(stage.singleops.requests('clients/search_by_field')).toEqual([])
  expect(stage.logged).toContainEqual(refused('guest', 'find'))
})

it('lets guests in where the settings say so', async () => {
  const stage = await startStage({
    file: (ws) => withPermissions(ws.channels.leads.id, '  guests: true\n'),
    env: ownAccount,
  })
  const gus = await known(stage, 'gus')

  await openForm(stage, gus)
  await findClient(stage, gus, LEAD)
  await create(stage, gus)

  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('keeps what was entered while Slack does not say who somebody is', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const fault = stage.ws.setFault({ method: 'users.info', status: 500 })
  await openForm(stage, ana)
  await ana.fill(LEAD)

  const early = await ana.submit()
  fault.clear()
  const later = await stage.ws.waitFor(() => ana.modal(), { what: 'the form to stay' })

  expect(early).toMatchObject({ kind: 'errors' })
  expect(Object.values(early.errors ?? {}).join()).toContain('did not say in time who you are')
  expect(later.title).toBe('New lead')
  expect(stage.singleops.jobs()).toEqual([])
})

it('lets only the members of the named groups and channels and the office enter leads', async () => {
  const stage = await startStage({
    workspace: { channels: [{ name: 'sales', is_private: true, members: ['ana'] }] },
    file: (ws) =>
      withPermissions(ws.channels.leads.id, `  create:\n    channels: [${ws.channels.sales?.id ?? ''}]\n`),
    env: (ws) => ({ ...ownAccount(), OFFICE_GROUP: ws.groups.office.id }),
  })
  const [ana, sam, olivia] = await Promise.all(['ana', 'sam', 'olivia'].map((name) => known(stage, name)))
  if (!ana || !sam || !olivia) throw new Error('nobody there')
  await stage.ws.drain()

  await sam.globalShortcut('new_lead')
  const pressed = await sees(stage, sam, 'not among the people')
  await sam.closeAll()
  const command = await sam.command('/lead')
  await openForm(stage, ana)
  await openForm(stage, olivia)

  expect(pressed.title).toBe('Not possible')
  expect(command.reply?.text).toContain('not among the people who may enter leads')
  expect(stage.logged).toContainEqual(refused('not-a-creator'))
})

it('shows customers on Home only to those who may enter leads', async () => {
  const stage = await startStage({
    workspace: { channels: [{ name: 'sales', is_private: true, members: ['ana'] }] },
    file: (ws) =>
      withPermissions(ws.channels.leads.id, `  create:\n    channels: [${ws.channels.sales?.id ?? ''}]\n`),
    env: (ws) => ({ ...ownAccount(), OFFICE_GROUP: ws.groups.office.id }),
  })
  await refusedLead(stage, await known(stage, 'ana'))

  const outsider = await known(stage, 'sam')
  const office = await known(stage, 'olivia')

  expect(outsider.home()?.text).toContain('not among the people who may enter leads')
  expect(outsider.home()?.text).not.toContain('Nadia Okafor')
  expect(buttonsAtHome(outsider)).toEqual([])
  expect(office.home()?.text).toContain('Nadia Okafor')
})

it('gives a lead on Home its buttons only for those who may decide about it', async () => {
  const stage = await startStage()
  const ana = await known(stage, 'ana')
  await refusedLead(stage, ana)

  const colleague = await known(stage, 'sam')
  const office = await known(stage, 'olivia')
  await ana.openHome()
  await stage.ws.waitFor(() => ana.home()?.text.includes('Needs someone'))

  expect(colleague.home()?.text).toContain('Nadia Okafor')
  expect(buttonsAtHome(colleague)).toEqual(['New lead'])
  expect(buttonsAtHome(office)).toEqual(['New lead', 'Fix and send', 'Discard'])
  expect(buttonsAtHome(ana)).toEqual(['New lead', 'Fix and send', 'Discard'])
})

it('shows the connections only to the office and whoever looks after the app', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const olivia = stage.ws.as('olivia')

  const refusal = await ana.command('/lead', 'doctor')
  await olivia.command('/lead', 'doctor')
  const answer = await stage.ws.waitFor(() => olivia.ephemerals().at(-1), { what: "doctor's answer" })

  expect(refusal.reply?.text).toContain('Only whoever looks after Leadhand')
  expect(answer.text).toContain('Everything is well.')
})

const LEAD_IN_WORDS = 'New lead: Nadia Okafor 404-555-0120, 12 Elm St Marietta GA, prune 2 oaks'

/** What the app said to somebody, replies below their messages included. */
function directMessages(stage: Stage, person: string): string {
  const own = stage.ws.messages(`dm:${person}`)
  const all = own.flatMap(({ ts }) => stage.ws.messages(`dm:${person}`, { thread_ts: ts }))
  return JSON.stringify([...own, ...all].filter(({ bot_id }) => bot_id))
}

async function refusedLead(stage: Stage, person: UserActions): Promise<void> {
  await openForm(stage, person)
  await findClient(stage, person, LEAD)
  stage.singleops.setFault({ kind: 'refuse', method: 'POST', path: 'jobs', times: 1 })
  await create(stage, person, 'SingleOps refused')
  await person.closeAll()
}

const buttonsAtHome = (person: UserActions): string[] => buttonLabels(person.home()?.blocks ?? [])

function withPermissions(leadChannel: string, permissions: string): string {
  return `accounts:\n  main:\n    time_zone: America/New_York\n    lead_channel: ${leadChannel}\npermissions:\n${permissions}`
}

function ownAccount(): Record<string, string> {
  return { SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail, SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken }
}
