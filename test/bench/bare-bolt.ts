// The shortest honest app that does the same for people: the same forms, the same calls to Slack, one search, and the job posted inside the
// handler. It keeps nothing: what is under way when it stops, or what SingleOps does not take, is gone.
import { randomUUID } from 'node:crypto'
import { App, LogLevel, type ViewOutput } from '@slack/bolt'
import type { ModalView } from '@slack/types'

const env = (name: string): string => process.env[name] ?? ''
const base = env('SINGLEOPS_BASE_URL')
const credentials = { user_email: env('SINGLEOPS_USER_EMAIL'), user_token: env('SINGLEOPS_USER_TOKEN') }
const channel = env('LEAD_CHANNEL')

const text = (value: string) => ({ type: 'plain_text' as const, text: value })
const section = (value: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text: value },
})
const field = (label: string, action: string, initial?: string, multiline = false) => ({
  type: 'input' as const,
  block_id: action,
  optional: true,
  label: text(label),
  element: {
    type: 'plain_text_input' as const,
    action_id: action,
    multiline,
    ...(initial && { initial_value: initial.slice(0, 3000) }),
  },
})
const modal = (callback_id: string, title: string, rest: Partial<ModalView>): ModalView => ({
  type: 'modal',
  callback_id,
  title: text(title),
  close: text('Close'),
  blocks: [],
  ...rest,
})

type Operation = { readonly id: number; readonly name: string }
type Client = { readonly id: number; readonly name: string; readonly bill_addr_1?: string }

async function get<Answer>(path: string, parameters: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(`${base}${path}?${new URLSearchParams({ ...parameters, ...credentials })}`)
  return (await answer.json()) as Answer
}
const operations = await get<Operation[]>('operations')
const menu = operations.map(({ id, name }) => ({ text: text(name), value: String(id) }))

const form = (need?: string) =>
  modal('form', 'New lead', {
    submit: text('Find client'),
    blocks: [
      field('Phone', 'phone'),
      field('Email', 'email'),
      field('Name', 'name'),
      field('Address of the work', 'address'),
      field('What do they need?', 'need', need, true),
      {
        type: 'input',
        block_id: 'operation',
        label: text('Operation'),
        element: { type: 'static_select', action_id: 'operation', options: menu.slice(0, 100) },
      },
    ],
  })

const match = (external_id: string, private_metadata: string, clients?: readonly Client[]) => {
  const choices = [...(clients ?? []).slice(0, 9), { id: 0, name: 'New client' }]
  return modal('match', 'Which client?', {
    external_id,
    private_metadata,
    ...(clients && { submit: text('Create') }),
    blocks: clients
      ? [
          {
            type: 'input',
            block_id: 'client',
            optional: true,
            label: text('Who is it?'),
            element: {
              type: 'radio_buttons',
              action_id: 'client',
              options: choices.map(({ id, name }) => ({ text: text(name), value: String(id) })),
            },
          },
        ]
      : [section('Looking for the client…')],
  })
}

const result = (external_id: string, title: string, words: string) =>
  modal('result', title, { external_id, blocks: [section(words)] })

function read({ state }: Pick<ViewOutput, 'state'>, name: string): string {
  const value = state.values[name]?.[name]
  return value?.value ?? value?.selected_option?.value ?? ''
}

const app = new App({
  token: env('SLACK_BOT_TOKEN'),
  ...(env('SLACK_APP_TOKEN')
    ? { socketMode: true, appToken: env('SLACK_APP_TOKEN') }
    : { signingSecret: env('SLACK_SIGNING_SECRET') }),
  clientOptions: { slackApiUrl: env('SLACK_API_URL') },
  logLevel: LogLevel.ERROR,
})

app.command('/lead', async ({ ack, command, client }) => {
  await ack()
  await client.views.open({ trigger_id: command.trigger_id, view: form() })
})

app.shortcut({ type: 'message_action', callback_id: 'create_lead' }, async ({ ack, shortcut, client }) => {
  await ack()
  const [file] = (shortcut.message.files ?? []) as { plain_text?: string }[]
  await client.views.open({ trigger_id: shortcut.trigger_id, view: form(file?.plain_text) })
})

app.view('form', async ({ ack, view, client }) => {
  const [id, phone, email] = [randomUUID(), read(view, 'phone'), read(view, 'email')]
  const lead = {
    phone,
    email,
    name: read(view, 'name'),
    address: read(view, 'address'),
    need: read(view, 'need'),
  }
  const kept = JSON.stringify({ ...lead, operation: read(view, 'operation') })
  await ack({ response_action: 'push', view: match(id, kept) })
  const query = phone
    ? { search_field: 'phone', search_term: phone }
    : { search_field: 'email', search_term: email }
  const clients = await get<Client[]>('clients/search_by_field', { ...query, page: '1' })
  await client.views.update({ external_id: id, view: match(id, kept, clients) })
})

app.view('match', async ({ ack, view, client, body }) => {
  const id = randomUUID()
  await ack({ response_action: 'update', view: result(id, 'Creating…', 'One moment…') })
  const lead = JSON.parse(view.private_metadata) as Record<string, string>
  const [first, ...last] = (lead.name ?? '').split(' ')
  const chosen = Number(read(view, 'client'))
  const job = {
    ...credentials,
    job: {
      client_id: chosen || '',
      operation_id: Number(lead.operation),
      name: lead.need?.slice(0, 41),
      notes: lead.need,
    },
    visit: { visit_stage_id: 8 },
    portal_lead: {
      first_name: first,
      last_name: last.join(' '),
      email: lead.email,
      phone: lead.phone,
      mobile: '',
    },
    bill_addr_1: lead.address,
  }
  const answer = await fetch(`${base}jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(job),
  })
  const { id: number } = (await answer.json()) as { id: number }
  const card = `*${lead.name}* · ${lead.phone || lead.email}\n${lead.address}\n${lead.need}\nTaken by <@${body.user.id}>\nIn SingleOps as job #${number}`
  await Promise.all([
    client.views.update({ external_id: id, view: result(id, 'Created', `Job #${number} is in SingleOps.`) }),
    client.chat.postMessage({ channel, text: lead.name ?? '', blocks: [section(card)] }),
  ])
})

await app.start(Number(env('PORT')))
