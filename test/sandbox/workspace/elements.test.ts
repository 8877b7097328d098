import type { KnownBlock } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { aModal, anInput, startBolt, text } from './bolt-app.ts'

const option = (value: string) => ({ text: text(`Option ${value}`), value })

/** Opens these blocks as a modal of Ana's and collects what the app gets. */
async function openForm(blocks: KnownBlock[]) {
  const actions: Record<string, unknown>[] = []
  const submitted: unknown[] = []
  const running = await startBolt((app) => {
    app.command('/probe', async ({ ack, client, body }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: aModal({ blocks }) })
    })
    app.action(/./u, async ({ ack, action }) => {
      actions.push({ ...action })
      await ack()
    })
    app.options('pick_input', async ({ ack, payload }) =>
      ack({ options: [option(`${payload.value}-1`), option('z')] }),
    )
    app.view('form', async ({ ack, view }) => {
      submitted.push(view.state.values)
      await ack()
    })
  })
  const ana = running.workspace.as('ana')
  await ana.command('/probe')
  await running.workspace.waitFor(() => ana.modal())
  return { running, ana, actions, submitted }
}

describe('external selects', () => {
  const blocks = [anInput('pick', 'Client', { type: 'external_select', min_query_length: 2 })]

  it('asks the app for options and submits the chosen one', async () => {
    const { running, ana, submitted } = await openForm(blocks)
    await using _stopped = running

    const offered = await ana.options('Client', 'acme')
    await ana.fill({ Client: { option: 'Option acme-1' } })
    await ana.submit()

    expect(offered.map((item) => item.value)).toEqual(['acme-1', 'z'])
    expect(submitted).toMatchObject([
      { pick: { pick_input: { type: 'external_select', selected_option: { value: 'acme-1' } } } },
    ])
  })

  it('asks nobody before enough was typed', async () => {
    const { running, ana } = await openForm(blocks)
    await using _stopped = running

    const offered = await ana.options('Client', 'a')

    expect(offered).toEqual([])
    expect(running.workspace.traffic().some((entry) => entry.what === 'block_suggestion')).toBe(false)
  })

  it('refuses an option that the app did not offer', async () => {
    const { running, ana } = await openForm(blocks)
    await using _stopped = running

    const filling = ana.fill({ Client: { option: 'Nobody', typed: 'acme' } })

    await expect(filling).rejects.toThrow('has no option "Nobody"')
  })
})

describe('state of every element', () => {
  it.each([
    ['plain_text_input', {}, 'x', { value: 'x' }, { value: null }],
    ['number_input', { is_decimal_allowed: true }, 12.5, { value: '12.5' }, { value: null }],
    [
      'static_select',
      { options: [option('a'), option('b')] },
      'Option b',
      { selected_option: { value: 'b' } },
      { selected_option: null },
    ],
    [
      'checkboxes',
      { options: [option('a'), option('b')] },
      true,
      { selected_options: [{ value: 'a' }, { value: 'b' }] },
      { selected_options: [] },
    ],
    ['datepicker', {}, '2027-01-02', { selected_date: '2027-01-02' }, { selected_date: null }],
    ['timepicker', {}, '16:00', { selected_time: '16:00' }, { selected_time: null }],
    [
      'datetimepicker',
      {},
      '2027-07-01 08:00',
      { selected_date_time: Date.UTC(2027, 6, 1, 12) / 1000 },
      { selected_date_time: null },
    ],
    ['users_select', {}, 'sam', { selected_user: 'U0SAM00000' }, { selected_user: null }],
    ['multi_users_select', {}, ['sam'], { selected_users: ['U0SAM00000'] }, { selected_users: [] }],
    [
      'conversations_select',
      {},
      'leads',
      { selected_conversation: 'C0LEADS000' },
      { selected_conversation: null },
    ],
  ])('reports %s filled and empty', async (type, element, value, filled, empty) => {
    const { running, ana, submitted } = await openForm([
      anInput('one', 'One', { type, ...element }),
      anInput('two', 'Two', { type, ...element }),
    ])
    await using _stopped = running

    await ana.fill({ One: value })
    await ana.submit()

    expect(submitted).toMatchObject([
      { one: { one_input: { type, ...filled } }, two: { two_input: { type, ...empty } } },
    ])
  })
})

describe('what tells the app at once', () => {
  it('is a click, with the ids and value of the button', async () => {
    const { running, ana, actions } = await openForm([
      {
        type: 'actions',
        block_id: 'row',
        elements: [{ type: 'button', action_id: 'go', text: text('Go'), value: 'v1' }],
      },
    ])
    await using _stopped = running

    const outcome = await ana.click('Go')

    expect(outcome.ok).toBe(true)
    expect(actions).toMatchObject([{ type: 'button', action_id: 'go', block_id: 'row', value: 'v1' }])
  })

  it('is nothing when its dialog is answered with no', async () => {
    const confirm = { title: text('Sure?'), text: text('Really'), confirm: text('Yes'), deny: text('No') }
    const { running, ana, actions } = await openForm([
      {
        type: 'actions',
        block_id: 'row',
        elements: [{ type: 'button', action_id: 'go', text: text('Go'), confirm }],
      },
    ])
    await using _stopped = running

    await ana.click('Go', 'modal', { confirm: false })

    expect(actions).toEqual([])
  })

  it.each([
    { dispatch: false, config: undefined, typed: 0, entered: 'submit' },
    { dispatch: true, config: undefined, typed: 0, entered: 'action' },
    { dispatch: true, config: ['on_character_entered'], typed: 1, entered: 'submit' },
  ])(
    'follows dispatch_action $dispatch with $config for typed text',
    async ({ dispatch, config, typed, entered }) => {
      const element = config ? { dispatch_action_config: { trigger_actions_on: config } } : {}
      const { running, ana, actions, submitted } = await openForm([
        anInput('phone', 'Phone', element, { dispatch_action: dispatch }),
      ])
      await using _stopped = running

      await ana.fill({ Phone: '770' })
      const afterTyping = actions.length
      await ana.pressEnter('Phone')

      expect(afterTyping).toBe(typed)
      expect(submitted.length).toBe(entered === 'submit' ? 1 : 0)
      expect(actions.length - afterTyping).toBe(entered === 'action' ? 1 : 0)
    },
  )

  it('is a select with dispatch_action as soon as it changes', async () => {
    const { running, ana, actions } = await openForm([
      anInput(
        'op',
        'Operation',
        { type: 'static_select', options: [option('a')] },
        { dispatch_action: true },
      ),
    ])
    await using _stopped = running

    await ana.fill({ Operation: 'a' })

    expect(actions).toMatchObject([{ type: 'static_select', selected_option: { value: 'a' } }])
  })
})

it('names the fields that there are when one is asked for that is not there', async () => {
  const { running, ana } = await openForm([anInput('phone', 'Phone'), anInput('mail', 'Email')])
  await using _stopped = running

  await expect(ana.fill({ Fax: '1' })).rejects.toThrow('There is no field "Fax". There are: Phone · Email.')
})
