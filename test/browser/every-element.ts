import type { App } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import { aModal, anInput, text } from '../sandbox/workspace/bolt-app.ts'

const option = (value: string) => ({ text: text(`Option ${value}`), value })
const options = ['a', 'b', 'c'].map(option)
const option_groups = [
  { label: text('Near'), options: [option('a')] },
  { label: text('Far'), options: [option('b'), option('c')] },
]
const CREWS = ['North crew', 'South crew', 'Stump grinding', 'Plant health care'].map((name, index) => ({
  text: text(name),
  value: `crew-${index}`,
}))
const sure = {
  title: text('Sure?'),
  text: text('It counts at once.'),
  confirm: text('Yes'),
  deny: text('No'),
}

/** Every element that an input block can hold, by the id of its block. */
const ELEMENTS: Readonly<Record<string, Record<string, unknown>>> = {
  line: { type: 'plain_text_input', max_length: 40 },
  lines: { type: 'plain_text_input', multiline: true },
  email: { type: 'email_text_input' },
  url: { type: 'url_text_input' },
  number: { type: 'number_input', is_decimal_allowed: true, min_value: '1' },
  rich: { type: 'rich_text_input' },
  one: { type: 'static_select', options },
  grouped: { type: 'static_select', option_groups },
  crew: { type: 'external_select', min_query_length: 2 },
  crews: { type: 'multi_external_select', min_query_length: 0 },
  several: { type: 'multi_static_select', option_groups, max_selected_items: 2 },
  user: { type: 'users_select' },
  users: { type: 'multi_users_select' },
  conversation: { type: 'conversations_select' },
  conversations: { type: 'multi_conversations_select' },
  channel: { type: 'channels_select' },
  channels: { type: 'multi_channels_select' },
  ticks: { type: 'checkboxes', options },
  radio: { type: 'radio_buttons', options },
  date: { type: 'datepicker' },
  time: { type: 'timepicker' },
  moment: { type: 'datetimepicker' },
  files: { type: 'file_input', filetypes: ['png', 'txt'], max_files: 2 },
}

/** With `says`, each element tells the app at once. */
function everyInput(says: boolean): KnownBlock[] {
  return Object.entries(ELEMENTS).map(([id, element]) => {
    // A file field can't dispatch.
    const dispatch_action = says && id !== 'files'
    return anInput(id, `The ${id}`, element, { dispatch_action })
  })
}

const IN_A_MESSAGE: KnownBlock[] = [
  {
    type: 'section',
    block_id: 'first',
    text: text('Which crew?'),
    accessory: { type: 'static_select', action_id: 'same', options },
  },
  {
    type: 'section',
    block_id: 'second',
    text: text('On which day?'),
    accessory: { type: 'datepicker', action_id: 'same', initial_date: '2027-01-02' },
  },
  {
    type: 'section',
    block_id: 'third',
    text: text('And then?'),
    accessory: { type: 'overflow', action_id: 'more', options, confirm: sure },
  },
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'checkboxes', action_id: 'ticks', options, confirm: sure },
      { type: 'external_select', action_id: 'crew', placeholder: text('Crew'), min_query_length: 1 },
    ],
  },
]

const THANKS: ModalView = {
  type: 'modal',
  callback_id: 'thanks',
  title: text('Thanks'),
  blocks: [{ type: 'section', text: text('It is kept.') }],
}

export type Collected = {
  readonly actions: Record<string, unknown>[]
  readonly submitted: Record<string, Record<string, unknown>>[]
}

/** Listens like an app that knows nothing of leads and uses everything; `/probe says` opens the form that dispatches; "stay" in its line keeps the view. */
export function registerEveryElement(app: App, { actions, submitted }: Collected): void {
  app.command('/probe', async ({ ack, client, body, say }) => {
    await ack()
    if (body.text === 'message') await say({ text: 'Elements', blocks: IN_A_MESSAGE })
    else
      await client.views.open({
        trigger_id: body.trigger_id,
        view: aModal({ blocks: everyInput(body.text === 'says') }),
      })
  })
  app.options(/./u, async ({ ack, payload }) =>
    ack({ options: CREWS.filter(({ text: { text: name } }) => name.toLowerCase().includes(payload.value)) }),
  )
  app.action(/./u, async ({ ack, action }) => {
    actions.push({ ...action })
    await ack()
  })
  app.view('form', async ({ ack, view }) => {
    submitted.push(view.state.values)
    const said = view.state.values.line?.line_input?.value
    if (said === 'stay') await ack({ response_action: 'update', view: THANKS })
    else await ack()
  })
}
