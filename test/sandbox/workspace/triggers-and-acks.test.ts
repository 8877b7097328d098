import { expect, it } from 'vitest'
import { aModal, startBolt } from './bolt-app.ts'

it('lets a trigger open one view only', async () => {
  const triggers: string[] = []
  await using running = await startBolt((app) => {
    app.command('/probe', async ({ ack, body }) => {
      triggers.push(body.trigger_id)
      await ack()
    })
  })
  const { client } = running.app
  await running.workspace.as('ana').command('/probe')
  const [trigger_id = ''] = triggers

  await client.views.open({ trigger_id, view: aModal() })
  const second = client.views.open({ trigger_id, view: aModal() })

  await expect(second).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } })
})

it('lets a trigger expire by the clock of the workspace', async () => {
  let now = 1_800_000_000_000
  const triggers: string[] = []
  await using running = await startBolt(
    (app) => {
      app.command('/probe', async ({ ack, body }) => {
        triggers.push(body.trigger_id)
        await ack()
      })
    },
    { clock: () => now },
  )
  await running.workspace.as('ana').command('/probe')
  const [trigger_id = ''] = triggers

  now += 3001
  const late = running.app.client.views.open({ trigger_id, view: aModal() })

  await expect(late).rejects.toMatchObject({ data: { error: 'expired_trigger_id' } })
})

it('does not spend the trigger on a view that it refuses', async () => {
  const triggers: string[] = []
  await using running = await startBolt((app) => {
    app.command('/probe', async ({ ack, body }) => {
      triggers.push(body.trigger_id)
      await ack()
    })
  })
  const { client } = running.app
  await running.workspace.as('ana').command('/probe')
  const [trigger_id = ''] = triggers

  const bad = client.views.open({ trigger_id, view: aModal({ private_metadata: 'x'.repeat(3001) }) })

  await expect(bad).rejects.toMatchObject({
    data: {
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]'],
      },
    },
  })
  await expect(client.views.open({ trigger_id, view: aModal() })).resolves.toMatchObject({ ok: true })
})

it('shows a timeout when the app does not acknowledge in time', async () => {
  const never = Promise.withResolvers<void>()
  await using running = await startBolt((app) => app.command('/probe', () => never.promise), {
    ackTimeoutMs: 60,
  })
  const ana = running.workspace.as('ana')

  const outcome = await ana.command('/probe')

  expect(outcome).toMatchObject({ ok: false, error: 'operation_timeout' })
  expect(ana.ephemerals()[0]?.text).toContain('operation_timeout')
  never.resolve()
})

it('keeps the modal and its entries when a submission is not acknowledged', async () => {
  await using running = await startBolt((app) => {
    app.command('/probe', async ({ ack, client, body }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: aModal() })
    })
    app.view('form', async ({ ack }) => ack())
  })
  const ana = running.workspace.as('ana')
  await ana.command('/probe')
  await running.workspace.waitFor(() => ana.modal())
  await ana.fill({ Name: 'Jane' })
  running.workspace.setFault({ deliver: 'view_submission', drop: true, times: 1 })

  const lost = await ana.submit()
  const kept = ana.modal()?.state.values.name?.name_input?.value
  const again = await ana.submit()

  expect([lost.kind, kept, again.kind]).toEqual(['failed', 'Jane', 'closed'])
})

it('replies to a command in its ack and through response_url, five times at most', async () => {
  await using running = await startBolt((app) => {
    app.command('/probe', async ({ ack, body }) => {
      await ack('at once')
      for (let use = 1; use <= 6; use += 1) {
        await fetch(body.response_url, { method: 'POST', body: JSON.stringify({ text: `later ${use}` }) })
      }
    })
  })
  const ana = running.workspace.as('ana')

  const outcome = await ana.command('/probe')
  const statuses = await running.workspace.waitFor(() => {
    const answered = running.workspace.calls('response_url').flatMap((call) => call.status ?? [])
    return answered.length === 6 && answered
  })

  expect(outcome.reply).toMatchObject({ response_type: 'ephemeral', text: 'at once' })
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
  expect(ana.ephemerals().map((message) => message.text)).toEqual([
    'at once',
    'later 1',
    'later 2',
    'later 3',
    'later 4',
    'later 5',
  ])
})

it('answers the URL check', async () => {
  await using running = await startBolt(() => undefined)

  await expect(running.workspace.verifyRequestUrl()).resolves.toBe(true)
})
