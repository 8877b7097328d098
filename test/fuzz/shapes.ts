import { ACTIONS, SHORTCUTS, VIEWS } from '../../src/slack/ids.ts'

/** What stands in payloads where customers' data would; none of it may reach the log. */
export const CUSTOMER = {
  name: 'Quillfeather Ostrander',
  phone: '404-555-0177',
  email: 'quill@customer.example',
  street: '17 Winterbourne Hollow Rd',
  need: 'Sycamore leans over the henhouse',
} as const

export type Person = { readonly id: string; readonly team_id: string; readonly name: string }

export type Scene = {
  readonly team: string
  readonly people: readonly Person[]
  readonly channel: string
  readonly drafts: readonly string[]
}

/** One thing that Slack sends, as it sends it. */
export type Shape = { readonly kind: 'commands' | 'interactivity' | 'events'; readonly payload: object }

const WORDS = `${CUSTOMER.name} ${CUSTOMER.phone} ${CUSTOMER.email} ${CUSTOMER.need}, ${CUSTOMER.street}`

/** A well-formed example of everything that comes in, to be spoilt. `pick` draws one of several. */
export function shapesOf(scene: Scene, pick: <T>(of: readonly T[]) => T): readonly (() => Shape)[] {
  const from = () => {
    const { id, name, team_id } = pick(scene.people)
    return { user: { id, name, username: name, team_id }, team: { id: scene.team, domain: 'sandbox' } }
  }
  const base = () => ({
    token: 't',
    api_app_id: 'A1',
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: '1.2.abc',
    ...from(),
  })
  const interactivity = (payload: object): Shape => ({
    kind: 'interactivity',
    payload: { ...base(), ...payload },
  })
  const view = (callback: string) => {
    const draft = pick(scene.drafts)
    const mark = `${draft.slice(-8)}.0`
    return {
      id: 'V1',
      root_view_id: 'V1',
      previous_view_id: null,
      team_id: scene.team,
      type: 'modal',
      callback_id: callback,
      private_metadata: draft,
      external_id: `${draft}:1`,
      hash: '1.a',
      blocks: [],
      state: {
        values: {
          [`pasted|${mark}`]: { pasted: { type: 'plain_text_input', value: WORDS } },
          [`phone|${mark}`]: { phone: { type: 'plain_text_input', value: CUSTOMER.phone } },
          [`email|${mark}`]: { email: { type: 'plain_text_input', value: CUSTOMER.email } },
          [`name|${mark}`]: { name: { type: 'plain_text_input', value: CUSTOMER.name } },
          [`address|${mark}`]: { address: { type: 'plain_text_input', value: CUSTOMER.street } },
          [`need|${mark}`]: { need: { type: 'plain_text_input', value: CUSTOMER.need } },
          [`operation|${mark}|main`]: {
            'operation.main': {
              type: 'static_select',
              selected_option: { text: { type: 'plain_text', text: 'x' }, value: '0' },
            },
          },
          choice: { client_choice: { type: 'radio_buttons', selected_option: { value: '12345' } } },
        },
      },
    }
  }
  const message = () => ({
    type: 'message',
    subtype: 'file_share',
    user: 'USLACKBOT',
    ts: `17600000${pick(['10', '11', '12'])}.000100`,
    text: WORDS,
    channel: scene.channel,
    channel_type: 'channel',
    files: [
      {
        id: 'F1',
        mode: 'email',
        filetype: 'email',
        mimetype: 'text/html',
        subject: `Quote for ${CUSTOMER.name}`,
        from: [
          { address: CUSTOMER.email, name: CUSTOMER.name, original: `${CUSTOMER.name} <${CUSTOMER.email}>` },
        ],
        to: [{ address: '', name: 'leads', original: 'leads <>' }],
        cc: [],
        headers: { date: 'Mon, 23 Nov 2026 09:00:00 +0000', message_id: '<m1@customer.example>' },
        plain_text: WORDS,
        has_more: pick([true, false]),
        url_private_download: pick([
          'https://files.slack.com/f',
          'http://169.254.169.254/latest',
          'file:///etc/passwd',
        ]),
        attachments: [],
      },
    ],
  })
  const event = (inner: object): Shape => ({
    kind: 'events',
    payload: {
      token: 't',
      team_id: scene.team,
      api_app_id: 'A1',
      type: 'event_callback',
      event_id: 'Ev1',
      event_time: 1_760_000_000,
      authorizations: [{ team_id: scene.team, user_id: 'UBOT', is_bot: true }],
      event: inner,
    },
  })
  const clicked = (id: string): Shape => {
    const element = {
      type: 'button',
      action_id: id,
      block_id: 'b1',
      value: pick(scene.drafts),
      action_ts: '1.3',
    }
    const actions = [
      pick<object>([
        element,
        { ...element, type: 'static_select', selected_option: { value: 'x' } },
        { ...element, type: 'plain_text_input', value: WORDS },
      ]),
    ]
    return pick([true, false])
      ? interactivity({
          type: 'block_actions',
          container: { type: 'view', view_id: 'V1' },
          view: view(VIEWS.form),
          actions,
        })
      : interactivity({
          type: 'block_actions',
          container: { type: 'message', message_ts: '1.1', channel_id: scene.channel },
          channel: { id: scene.channel, name: 'leads' },
          message: { type: 'message', ts: '1.1', text: WORDS, blocks: [] },
          response_url: 'https://hooks.slack.com/actions/T1/1/never-to-be-seen',
          actions,
        })
  }

  return [
    () => {
      const { user } = from()
      const text = pick(['', 'help', 'doctor', `find ${CUSTOMER.phone}`, WORDS])
      return {
        kind: 'commands',
        payload: {
          token: 't',
          team_id: user.team_id,
          user_id: user.id,
          user_name: user.name,
          channel_id: scene.channel,
          command: '/lead',
          text,
          trigger_id: '1.2.abc',
          response_url: 'https://hooks.slack.com/commands/T1/1/never-to-be-seen',
          is_enterprise_install: 'false',
        },
      }
    },
    () => interactivity({ type: 'shortcut', callback_id: SHORTCUTS.newLead, action_ts: '1.2' }),
    () =>
      interactivity({
        type: 'message_action',
        callback_id: SHORTCUTS.createLead,
        action_ts: '1.2',
        channel: { id: scene.channel, name: 'leads' },
        message_ts: '1760000000.000100',
        message: message(),
        response_url: 'https://hooks.slack.com/app/T1/1/never-to-be-seen',
      }),
    ...Object.values(VIEWS).map(
      (id) => () => interactivity({ type: 'view_submission', view: view(id), response_urls: [] }),
    ),
    () => interactivity({ type: 'view_closed', view: view(VIEWS.form), is_cleared: true }),
    ...Object.values(ACTIONS).map((id) => () => clicked(pick([id, `${id}.main`, `${id}.phone.0`]))),
    () =>
      interactivity({
        type: 'block_suggestion',
        view: view(VIEWS.form),
        block_id: 'b',
        action_id: 'a',
        value: 'q',
      }),
    () => event(message()),
    () =>
      event({ ...message(), subtype: 'message_changed', message: message(), previous_message: message() }),
    () =>
      event({
        type: 'app_home_opened',
        user: pick(scene.people).id,
        tab: 'home',
        channel: 'D1',
        view: view(VIEWS.home),
      }),
    () => event({ type: 'member_joined_channel', user: pick(scene.people).id, channel: scene.channel }),
    () => ({ kind: 'events', payload: { type: 'url_verification', token: 't', challenge: 'c' } }),
    () => ({ kind: 'events', payload: { type: 'app_rate_limited', team_id: scene.team } }),
  ]
}
