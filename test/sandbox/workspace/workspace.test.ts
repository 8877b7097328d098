import { expect, it } from 'vitest'
import { aModal, startBolt } from './bolt-app.ts'

it('opens a modal for a command and takes its submission', async () => {
  await using running = await startBolt((app) => {
    app.command('/probe', async ({ ack, client, body }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: aModal() as never })
    })
    app.view('form', async ({ ack }) => ack())
  })
  const ana = running.workspace.as('ana')

  const outcome = await ana.command('/probe', 'x')
  const modal = await running.workspace.waitFor(() => ana.modal())
  await ana.fill({ Name: 'Jane' })
  const submitted = await ana.submit()

  expect(outcome).toMatchObject({ ok: true, status: 200 })
  expect(modal.title).toBe('Form')
  expect(submitted.kind).toBe('closed')
  expect(ana.modal()).toBeUndefined()
})
