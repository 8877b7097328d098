import type { Delivery } from './line.ts'
import { TEAM } from './slack-stand-in.ts'

// So many that none of them meets the limit on what one person may do in a minute.
const PEOPLE = 500

let triggers = 0

export const newTrigger = (): string => `trigger.${++triggers}`

export const personOf = (index: number): string => `UREP${String(index % PEOPLE).padStart(4, '0')}`

export function slashCommand(user: string, triggerId: string): Delivery {
  return {
    kind: 'command',
    fields: {
      token: 'bench',
      team_id: TEAM,
      team_domain: 'bench',
      channel_id: 'CGENERAL',
      channel_name: 'general',
      user_id: user,
      user_name: user.toLowerCase(),
      command: '/lead',
      text: '',
      api_app_id: 'ABENCH',
      is_enterprise_install: 'false',
      response_url: 'http://127.0.0.1:9/response',
      trigger_id: triggerId,
    },
  }
}

/** A view as Slack sends it back: what the app gave, with what was entered. */
export function viewSubmission(
  user: string,
  view: { readonly id: string; readonly rootId: string; readonly definition: object; readonly state: object },
): Delivery {
  const { id, rootId, definition, state } = view
  return {
    kind: 'interactive',
    payload: {
      ...interaction('view_submission', user),
      trigger_id: newTrigger(),
      view: {
        external_id: '',
        private_metadata: '',
        ...definition,
        id,
        team_id: TEAM,
        state: { values: state },
        hash: `${id}.1`,
        root_view_id: rootId,
        previous_view_id: id === rootId ? null : rootId,
        app_id: 'ABENCH',
        bot_id: 'BBOT',
      },
      response_urls: [],
    },
  }
}

export function messageShortcut(user: string, triggerId: string, message: { readonly ts: string }): Delivery {
  return {
    kind: 'interactive',
    payload: {
      ...interaction('message_action', user),
      action_ts: message.ts,
      callback_id: 'create_lead',
      trigger_id: triggerId,
      channel: { id: 'CINTAKE', name: 'intake' },
      message_ts: message.ts,
      message,
      response_url: 'http://127.0.0.1:9/response',
    },
  }
}

function interaction(type: string, user: string): object {
  return {
    type,
    token: 'bench',
    api_app_id: 'ABENCH',
    team: { id: TEAM, domain: 'bench' },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: TEAM },
  }
}
