import { once } from 'node:events'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Workspace } from '../../../src/sandbox/workspace/api.ts'
import { startWorkspace } from '../../../src/sandbox/workspace/workspace.ts'
import { aModal, MANIFEST, startBolt, text } from './bolt-app.ts'

it('carries commands, submissions, options and events over one socket', async () => {
  const heard: string[] = []
  await using running = await startBolt(
    (app) => {
      app.command('/probe', async ({ ack, client, body }) => {
        await ack('working on it')
        const element = { type: 'external_select' as const, action_id: 'pick' }
        const block = { type: 'input' as const, block_id: 'client', label: text('Client'), element }
        await client.views.open({ trigger_id: body.trigger_id, view: aModal({ blocks: [block] }) })
      })
      app.options('pick', async ({ ack }) => ack({ options: [{ text: text('Acme'), value: '1' }] }))
      app.view('form', async ({ ack }) => ack({ response_action: 'errors', errors: { client: 'No' } }))
      app.message(async ({ message }) => {
        heard.push('text' in message ? String(message.text) : '')
      })
    },
    { socketMode: true },
  )
  const { workspace } = running
  const ana = workspace.as('ana')

  const outcome = await ana.command('/probe')
  await workspace.waitFor(() => ana.modal())
  await ana.fill({ Client: { option: 'Acme', typed: 'acme' } })
  const submitted = await ana.submit()
  await ana.post('leads', 'hello')

  expect(workspace.sockets).toBe(1)
  expect(outcome.reply?.text).toBe('working on it')
  expect(submitted).toMatchObject({ kind: 'errors', errors: { client: 'No' } })
  expect(heard).toEqual(['hello'])
})

it('sends nothing to a connection that it told to go', async () => {
  await using running = await startBolt((app) => app.command('/probe', async ({ ack }) => ack()), {
    socketMode: true,
  })
  const { workspace } = running

  workspace.disconnectSockets('warning')
  const outcome = await workspace.as('ana').command('/probe')

  expect(workspace.sockets).toBe(0)
  expect(outcome).toMatchObject({ ok: false, error: 'dispatch_failed' })
})

/** Opens one connection and answers what it gets with `answer`; undefined: says nothing. */
async function connect(workspace: Workspace, answer: (frame: Frame) => unknown): Promise<WebSocket> {
  const opened = await fetch(`${workspace.url}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.appToken}` },
  })
  const { url } = (await opened.json()) as { url: string }
  const socket = new WebSocket(url)
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame
    const payload = frame.envelope_id === undefined ? undefined : answer(frame)
    if (payload !== undefined) socket.send(JSON.stringify({ envelope_id: frame.envelope_id, payload }))
  })
  await once(socket, 'open')
  return socket
}

type Frame = { readonly type: string; readonly envelope_id?: string; readonly retry_attempt?: number }

it('gives each envelope to one connection, and a failed event to another one', async () => {
  await using workspace = await startWorkspace({ manifest: MANIFEST })
  const got: unknown[] = []
  const broken = await connect(workspace, () => {
    broken.terminate()
  })
  await connect(workspace, (frame) => {
    got.push([frame.type, frame.retry_attempt])
    return {}
  })
  await workspace.waitFor(() => workspace.sockets === 2)

  await workspace.as('ana').post('leads', 'one')
  await workspace.as('ana').post('leads', 'two')
  await workspace.waitFor(() => got.length === 2)

  expect(workspace.sockets).toBe(1)
  expect(got.sort()).toEqual([
    ['events_api', 0],
    ['events_api', 1],
  ])
})

it('takes each address for a connection once', async () => {
  await using workspace = await startWorkspace({ manifest: MANIFEST })
  const { url } = await connect(workspace, () => ({}))

  const again = new WebSocket(url)
  const [error] = await once(again, 'error')

  expect(String(error)).toContain('401')
})

it('gives the address of a connection for the app-level token only', async () => {
  await using workspace = await startWorkspace({ manifest: MANIFEST })

  const answer = await fetch(`${workspace.url}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.botToken}` },
  })

  expect(await answer.json()).toEqual({ ok: false, error: 'not_allowed_token_type' })
})
