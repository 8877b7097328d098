import { describe, expect, it } from 'vitest'
import { aModal, startBolt } from './bolt-app.ts'

describe('faults of the Web API', () => {
  it.each([
    ['an error', { error: 'fatal_error' }, { data: { error: 'fatal_error' } }],
    ['a status', { status: 500 }, { statusCode: 500 }],
    ['a cut connection', { reset: true as const }, { code: 'slack_webapi_request_error' }],
  ])('meets the app with %s as often as asked', async (_case, fault, expected) => {
    await using running = await startBolt(() => undefined)
    const { client } = running.app
    const channel = running.workspace.channels.leads.id
    const handle = running.workspace.setFault({ method: 'chat.postMessage', times: 1, ...fault })

    const first = client.chat.postMessage({ channel, text: 'first' })
    await expect(first).rejects.toMatchObject(expected)
    await client.chat.postMessage({ channel, text: 'second' })

    expect(handle.used).toBe(1)
    expect(running.workspace.messages('leads').map((message) => message.text)).toEqual(['second'])
  })

  it('can lose an answer after the call was carried out', async () => {
    await using running = await startBolt(() => undefined)
    const channel = running.workspace.channels.leads.id
    running.workspace.setFault({ method: 'chat.postMessage', reset: true, afterProcessing: true })

    const posting = running.app.client.chat.postMessage({ channel, text: 'there' })

    await expect(posting).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect(running.workspace.messages('leads').map((message) => message.text)).toEqual(['there'])
  })

  it('spares other channels', async () => {
    await using running = await startBolt(() => undefined)
    const { leads, office } = running.workspace.channels
    running.workspace.setFault({ method: 'chat.postMessage', channel: '#leads', error: 'restricted_action' })

    const refused = running.app.client.chat.postMessage({ channel: leads.id, text: 'x' })

    await expect(refused).rejects.toMatchObject({ data: { error: 'restricted_action' } })
    await expect(running.app.client.chat.postMessage({ channel: office.id, text: 'x' })).resolves.toBeTruthy()
  })

  it('holds a call until it is released', async () => {
    await using running = await startBolt(() => undefined)
    const { workspace } = running
    const hold = workspace.hold('chat.postMessage')

    const posting = running.app.client.chat.postMessage({
      channel: workspace.channels.leads.id,
      text: 'held',
    })
    await hold.arrived
    const before = workspace.messages('leads').length
    hold.release()
    await posting

    expect([before, workspace.messages('leads').length]).toEqual([0, 1])
  })
})

describe('faults on the way to the app', () => {
  it('delivers a submission twice', async () => {
    const seen: string[] = []
    await using running = await startBolt((app) => {
      app.command('/probe', async ({ ack, client, body }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: aModal() })
      })
      app.view('form', async ({ ack, view }) => {
        seen.push(view.id)
        await ack()
      })
    })
    const { workspace } = running
    const ana = workspace.as('ana')
    await ana.command('/probe')
    await workspace.waitFor(() => ana.modal())
    workspace.setFault({ deliver: 'view_submission', duplicate: true })

    const outcome = await ana.submit()
    await workspace.drain()

    expect(outcome.kind).toBe('closed')
    expect(seen).toHaveLength(2)
    expect(seen[0]).toBe(seen[1])
  })
})

describe('an outage', () => {
  it('lets nobody connect, and ends on the same port with everything still there', async () => {
    await using running = await startBolt(() => undefined)
    const { workspace } = running
    const channel = workspace.channels.leads.id
    const { port } = workspace
    await running.app.client.chat.postMessage({ channel, text: 'before' })

    await workspace.goDown()
    const down = running.app.client.chat.postMessage({ channel, text: 'lost' })
    await expect(down).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    await workspace.comeUp()
    await running.app.client.chat.postMessage({ channel, text: 'after' })

    expect(workspace.port).toBe(port)
    expect(workspace.messages('leads').map((message) => message.text)).toEqual(['before', 'after'])
  })
})

it('says what it waited for and what was last on the wire', async () => {
  await using running = await startBolt(() => undefined)

  const waiting = running.workspace.waitFor(() => false, { timeoutMs: 5, what: 'a card' })

  await expect(waiting).rejects.toThrow(/Waited 5 ms in vain for a card\.\nLast traffic:\n.*auth\.test: 200/u)
})
