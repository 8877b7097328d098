import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SingleOpsServer, startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { aBody, anAccount, FIRST_ID, post } from './singleops-caller.ts'

let server: SingleOpsServer
beforeAll(async () => {
  const clients = [{ id: 500, name: 'Jane Smith', bill_addr_1: '200 Main St' }]
  server = await startSingleOpsServer({ accounts: [anAccount({ clients })] })
})
afterAll(() => server.close())

const source = { custom_input_id: 21, value: 'phone' }
const withValue = (id: number, value: unknown) => ({
  job: { custom_field_values: [source, { custom_input_id: id, value }] },
})
const withTask = (task: Readonly<Record<string, unknown>>) => ({
  job_task_create: true,
  task: { name: 'Call back', ...task },
})

const REFUSED: readonly (readonly [what: string, change: Parameters<typeof aBody>[0], error: string])[] = [
  ['no operation', { job: { operation_id: undefined } }, "job.operation_id can't be blank"],
  ['an unknown operation', { job: { operation_id: 99 } }, 'operation 99 is unknown'],
  ['an operation as text', { job: { operation_id: '11' } }, 'job.operation_id must be a number'],
  ['an inactive operation', { job: { operation_id: 13 } }, 'not active'],
  ['a job name of 42', { job: { name: 'x'.repeat(42) } }, 'job.name is too long'],
  ['notes of 4001', { job: { notes: 'x'.repeat(4001) } }, 'job.notes is too long'],
  ['a surrogate pair over the cap', { job: { name: `${'x'.repeat(40)}🌳` } }, 'job.name is too long'],
  ['no client and no new one', { portal_lead: undefined }, 'either job.client_id or portal_lead'],
  ['both kinds of client', { job: { client_id: 500 } }, 'exclude each other'],
  ['an unknown client', { job: { client_id: 501 }, portal_lead: undefined }, 'client 501 is unknown'],
  ['a client as text', { job: { client_id: '500' }, portal_lead: undefined }, 'must be a number'],
  ['a new client without a name', { portal_lead: { phone: '770-555-0101' } }, 'needs a first name'],
  [
    'a last name of 256',
    { portal_lead: { last_name: 'x'.repeat(256) } },
    'portal_lead.last_name is too long',
  ],
  ['a state of 6', { bill_addr_state: 'Georgi' }, 'bill_addr_state is too long'],
  ['no visit stage', { visit: {} }, 'visit.visit_stage_id'],
  ['no required input', { job: { custom_field_values: [] } }, "Lead Source can't be blank"],
  ['a blank required input', { job: { custom_field_values: [{ ...source, value: ' ' }] } }, "can't be blank"],
  [
    'what a dropdown shows, not its key',
    { job: { custom_field_values: [{ ...source, value: 'Phone call' }] } },
    'not included',
  ],
  ['an unknown input', withValue(99, 'x'), 'custom input 99 is unknown'],
  ['an input of clients', withValue(26, 'x'), 'not an input of jobs'],
  [
    'an input of another operation',
    { job: { operation_id: 12, custom_field_values: [source, { custom_input_id: 25, value: 3 }] } },
    'does not apply',
  ],
  ['a value of 4001', withValue(22, 'x'.repeat(4001)), 'Gate code is too long'],
  ['a date that never was', withValue(23, '2026-02-30'), 'Preferred date must be a date'],
  ['a tick as text', withValue(24, 'yes'), 'Dogs must be true or false'],
  ['a number in words', withValue(25, 'three'), 'Trees must be a number'],
  ['an input twice', { job: { custom_field_values: [source, source] } }, 'given twice'],
  ['a task without a name', withTask({ name: '' }), "task.name can't be blank"],
  ['a task name of 42', withTask({ name: 'x'.repeat(42) }), 'task.name is too long'],
  ['a task that was ordered but not given', { job_task_create: true }, 'task is missing'],
  ['a time with a T', withTask({ start: '2026-03-10T07:00:00' }), 'task.start must be a time'],
  [
    'a stop before its start',
    withTask({ start: '2026-03-10 08:00:00', stop: '2026-03-10 07:00:00' }),
    'task.stop must be after',
  ],
  ['a stop without a start', withTask({ stop: '2026-03-10 07:00:00' }), 'task.stop needs'],
]

describe('POST jobs refuses', () => {
  it.each(REFUSED)('%s', async (_what, change, error) => {
    const before = { jobs: server.jobs(), clients: server.clients().length }
    const answer = await post(server, aBody(change))

    expect(answer).toMatchObject({
      status: 200,
      body: { success: false, error: expect.stringContaining(error), id: null },
    })
    expect({ jobs: server.jobs(), clients: server.clients().length }).toEqual(before)
  })

  it('names everything that is wrong at once', async () => {
    const answer = await post(server, aBody({ visit: {}, job: { operation_id: 99 } }))

    expect(answer.body).toMatchObject({ error: expect.stringMatching(/operation 99.*; visit/) })
  })

  it('with 422 when started so', async () => {
    await using other = await startSingleOpsServer({ accounts: [anAccount()], refusalStatus: 422 })

    expect(await post(other, aBody({ visit: {} }))).toMatchObject({ status: 422, body: { success: false } })
  })
})

describe('POST jobs enters', () => {
  it('a lead for a new client, who is unconfirmed until the office confirms', async () => {
    const portal_lead = { first_name: 'Ada', last_name: 'Byron', phone: '770-555-0101' }
    const answer = await post(server, aBody({ portal_lead, bill_addr_1: '9 Oak St', bill_addr_state: 'GA' }))

    const [client] = server.portalClients()
    expect(answer.body).toEqual({ success: true, error: null, id: FIRST_ID })
    expect(client).toMatchObject({
      name: 'Ada Byron',
      unconfirmed: true,
      bill_addr_1: '9 Oak St',
      mobile: null,
    })
    expect(server.jobs()).toMatchObject([
      {
        id: FIRST_ID,
        clientId: client?.id,
        operationName: 'Tree Care',
        customValues: [{ name: 'Lead Source', value: 'phone' }],
        stage: 'Unconfirmed Client',
      },
    ])
    server.confirmClient('main', client?.id ?? 0)
    expect(server.jobs()[0]?.stage).toBe('Estimate Unscheduled')
  })

  it('a second client of the same name beside the first, for it never looks for doubles', async () => {
    await post(server, aBody({ portal_lead: { company_name: 'Twin LLC' } }))
    await post(server, aBody({ portal_lead: { company_name: 'Twin LLC' } }))

    expect(
      server
        .portalClients()
        .slice(-2)
        .map((client) => client.name),
    ).toEqual(['Twin LLC', 'Twin LLC (2)'])
  })

  it("a task in the account's zone, which makes the estimate scheduled", async () => {
    const task = withTask({ on_site: true, start: '2026-03-09 07:30:00', stop: '2026-03-09 08:30:00' })
    await post(server, aBody({ ...task, portal_lead: undefined, job: { client_id: 500 } }))

    expect(server.jobs().at(-1)).toMatchObject({ clientName: 'Jane Smith', stage: 'Estimate Scheduled' })
    expect(server.tasks()).toMatchObject([
      { name: 'Call back', onSite: true, allDay: false, startsAt: '2026-03-09T11:30:00Z', assignee: null },
    ])
  })

  it('nothing of a task that was not ordered', async () => {
    const before = server.tasks().length
    const answer = await post(server, aBody({ task: { name: 'Call back' } }))

    expect(answer.body).toMatchObject({ success: true })
    expect(server.tasks()).toHaveLength(before)
  })

  it('texts that fill their caps to the last unit', async () => {
    const portal_lead = { first_name: 'x'.repeat(255) }
    const job = { name: 'x'.repeat(41), notes: 'x'.repeat(4000) }

    expect((await post(server, aBody({ portal_lead, job }))).body).toMatchObject({ success: true })
  })
})

it('shows a job and a client on pages of their own, without the token', async () => {
  const hostile = { first_name: '<b>Eve</b>', phone: '770-555-0103' }
  const { body } = await post(server, aBody({ portal_lead: hostile }))
  const id = typeof body === 'object' && body && 'id' in body ? String(body.id) : ''
  const client = server.portalClients().at(-1)

  const job = await (await fetch(server.jobUrl.replace('{id}', id))).text()
  const page = await (await fetch(server.clientUrl.replace('{id}', String(client?.id)))).text()

  expect(job).toContain('Oak on fence')
  expect(page).toContain('&#60;b&#62;Eve')
  expect(page).not.toContain(client?.token)
})
