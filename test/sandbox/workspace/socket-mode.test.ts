import { expect, it } from 'vitest'
import { aModal, startBolt, text } from './bolt-app.ts'

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
