import type { ModalView } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { aModal, anInput, startBolt, text } from './bolt-app.ts'

/** An app whose `/probe` opens this view. */
function opening(view: ModalView) {
  return (app: Parameters<Parameters<typeof startBolt>[0]>[0]) => {
    app.command('/probe', async ({ ack, client, body }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view })
    })
  }
}

describe('answers to a submission', () => {
  it('keeps the modal and shows errors beside input blocks', async () => {
    await using running = await startBolt((app) => {
      opening(aModal())(app)
      app.view('form', async ({ ack }) =>
        ack({ response_action: 'errors', errors: { name: 'Not this one' } }),
      )
    })
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    await running.workspace.waitFor(() => ana.modal())

    const outcome = await ana.submit()

    expect(outcome).toMatchObject({ kind: 'errors', errors: { name: 'Not this one' } })
    expect(ana.modal()?.errors).toEqual({ name: 'Not this one' })
    expect(ana.modal()?.text).toContain('! Not this one')
  })

  it('fails visibly when errors name a block that is no input', async () => {
    await using running = await startBolt((app) => {
      opening(aModal())(app)
      app.view('form', async ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'x' } }))
    })
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    await running.workspace.waitFor(() => ana.modal())
    await ana.fill({ Name: 'typed' })

    const outcome = await ana.submit()

    expect(outcome).toMatchObject({ kind: 'failed', reason: 'errors_for_no_input_block: nowhere' })
    expect(ana.modal()?.banner).toContain('trouble connecting')
    expect(ana.modal()?.state.values.name?.name_input?.value).toBe('typed')
  })

  it('pushes up to three views, and comes back to the one below with its entries', async () => {
    await using running = await startBolt((app) => {
      opening(aModal())(app)
      app.view('form', async ({ ack, view }) => {
        if (view.previous_view_id) return ack()
        return ack({
          response_action: 'push',
          view: aModal({ title: text('Second'), external_id: 'draft:1' }),
        })
      })
    })
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    const root = await running.workspace.waitFor(() => ana.modal())
    await ana.fill({ Name: 'kept' })

    const pushed = await ana.submit()
    const second = ana.modal()
    await ana.submit()

    expect(pushed.kind).toBe('pushed')
    expect(second?.view).toMatchObject({
      root_view_id: root.id,
      previous_view_id: root.id,
      external_id: 'draft:1',
    })
    expect(ana.modal()?.id).toBe(root.id)
    expect(ana.modal()?.state.values.name?.name_input?.value).toBe('kept')
  })

  it('updates or clears as told', async () => {
    await using running = await startBolt((app) => {
      opening(aModal())(app)
      app.view('form', async ({ ack }) =>
        ack({ response_action: 'update', view: aModal({ title: text('Again'), callback_id: 'again' }) }),
      )
      app.view('again', async ({ ack }) => ack({ response_action: 'clear' }))
    })
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    await running.workspace.waitFor(() => ana.modal())

    const updated = await ana.submit()
    const title = ana.modal()?.title
    const cleared = await ana.submit()

    expect([updated.kind, title, cleared.kind]).toEqual(['updated', 'Again', 'cleared'])
    expect(ana.stack()).toEqual([])
  })

  it('refuses a broken view in the answer and says why', async () => {
    await using running = await startBolt((app) => {
      opening(aModal())(app)
      app.view('form', async ({ ack }) =>
        ack({ response_action: 'update', view: aModal({ title: text('x'.repeat(25)) }) }),
      )
    })
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    await running.workspace.waitFor(() => ana.modal())

    const outcome = await ana.submit()

    expect(outcome.kind).toBe('failed')
    expect(outcome.reason).toContain('must be less than 25 characters [json-pointer:/view/title/text]')
  })
})

describe('checks before anything is sent', () => {
  it.each([
    ['an empty required field', anInput('f', 'Field', {}, { optional: false }), null, 'required'],
    ['a text that is too long', anInput('f', 'Field', { max_length: 3 }), 'four', 'no more than 3'],
    ['a text that is too short', anInput('f', 'Field', { min_length: 3 }), 'no', 'at least 3'],
    ['no email', anInput('f', 'Field', { type: 'email_text_input' }), 'ana@', 'valid email'],
    ['no number', anInput('f', 'Field', { type: 'number_input', is_decimal_allowed: false }), '1.5', 'whole'],
  ])('stops at %s', async (_case, block, value, expected) => {
    await using running = await startBolt(opening(aModal({ blocks: [block] })))
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    await running.workspace.waitFor(() => ana.modal())
    await ana.fill({ Field: value })

    const outcome = await ana.submit()

    expect(outcome.kind).toBe('invalid')
    expect(outcome.errors?.f).toContain(expected)
    expect(running.workspace.traffic().some((entry) => entry.what === 'view_submission')).toBe(false)
  })
})

describe('values over updates', () => {
  const first = aModal({ blocks: [anInput('a', 'A')] })
  const prefilled = aModal({
    blocks: [
      anInput('a', 'A', { initial_value: 'ignored' }),
      anInput('b', 'B', { initial_value: 'from the app' }),
    ],
  })

  it.each([
    { quirk: false, reported: 'from the app' },
    { quirk: true, reported: null },
  ])('keeps what was typed and reports $reported for an updated prefill', async ({ quirk, reported }) => {
    const seen: unknown[] = []
    await using running = await startBolt(
      (app) => {
        opening(first)(app)
        app.view('form', async ({ ack, view }) => {
          seen.push(view.state.values)
          await ack()
        })
      },
      { quirks: { updatePrefilledValuesMissing: quirk } },
    )
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    const modal = await running.workspace.waitFor(() => ana.modal())
    await ana.fill({ A: 'typed' })

    await running.app.client.views.update({ view_id: modal.id, view: prefilled })
    const shown = ana.modal()?.state.values
    await ana.submit()

    expect(shown?.b?.b_input?.value).toBe('from the app')
    expect(seen).toMatchObject([{ a: { a_input: { value: 'typed' } }, b: { b_input: { value: reported } } }])
  })

  it('starts a field anew when its block id changes', async () => {
    await using running = await startBolt(opening(first))
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    const modal = await running.workspace.waitFor(() => ana.modal())
    await ana.fill({ A: 'typed' })

    const view = aModal({ blocks: [anInput('a2', 'A', { initial_value: 'new' })] })
    await running.app.client.views.update({ view_id: modal.id, view })

    expect(ana.modal()?.state.values).toEqual({
      a2: { a2_input: { type: 'plain_text_input', value: 'new' } },
    })
  })

  it('refuses an update with an old hash, and finds a view by its external id', async () => {
    await using running = await startBolt(opening(aModal({ external_id: 'mine' })))
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    const { hash } = await running.workspace.waitFor(() => ana.modal())
    const { client } = running.app

    await client.views.update({ external_id: 'mine', hash, view: aModal({ external_id: 'mine' }) })
    const stale = client.views.update({ external_id: 'mine', hash, view: aModal({ external_id: 'mine' }) })

    await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } })
    await ana.closeAll()
    const gone = client.views.update({ external_id: 'mine', view: aModal() })
    await expect(gone).rejects.toMatchObject({ data: { error: 'not_found' } })
  })
})

describe('closing', () => {
  it('tells the app about a cancelled view that asked for it, and shows the one below', async () => {
    const closed: unknown[] = []
    await using running = await startBolt((app) => {
      opening(aModal({ notify_on_close: true }))(app)
      app.view('form', async ({ ack }) =>
        ack({ response_action: 'push', view: aModal({ callback_id: 'top', notify_on_close: true }) }),
      )
      app.view({ callback_id: /./u, type: 'view_closed' }, async ({ ack, body }) => {
        closed.push([body.view.callback_id, 'is_cleared' in body && body.is_cleared])
        await ack()
      })
    })
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    await running.workspace.waitFor(() => ana.modal())

    await ana.submit()
    await ana.cancel()
    await ana.submit()
    await ana.closeAll()

    expect(closed).toEqual([
      ['top', false],
      ['form', true],
    ])
  })

  it('closes the whole stack when the view clears on close', async () => {
    await using running = await startBolt((app) => {
      opening(aModal())(app)
      app.view('form', async ({ ack }) =>
        ack({ response_action: 'push', view: aModal({ clear_on_close: true }) }),
      )
    })
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    await running.workspace.waitFor(() => ana.modal())

    await ana.submit()
    await ana.cancel()

    expect(ana.modal()).toBeUndefined()
  })
})
