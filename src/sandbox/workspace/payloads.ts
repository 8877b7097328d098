import type { WorkspaceUser } from './api.ts'
import type { Channel } from './directory.ts'
import type { JsonObject } from './json.ts'
import type { Parts } from './parts.ts'
import { TEAM } from './people.ts'
import { type LiveView, viewPayload } from './views/live-view.ts'

export const VERIFICATION_TOKEN = 'sandbox-verification-token'

/** What every interactive payload starts with. */
export function interactionPayload(
  type: string,
  user: WorkspaceUser,
  { app }: Pick<Parts, 'app'>,
): JsonObject {
  return {
    type,
    token: VERIFICATION_TOKEN,
    api_app_id: app.id,
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.team_id },
  }
}

/** The view as the app sees it, under the quirks that are switched on. */
export function viewForApp(view: LiveView, { app, quirks }: Pick<Parts, 'app' | 'quirks'>): JsonObject {
  const owner = { teamId: TEAM.id, appId: app.id, botId: app.bot_id }
  return viewPayload(view, owner, quirks().updatePrefilledValuesMissing === true)
}

/** Slack hides the names of private places. */
export function channelName(channel: Channel): string {
  return channel.kind === 'private' ? 'privategroup' : channel.name
}

/** Seconds with microseconds, as `action_ts` has it. */
export function actionTs(clock: () => number): string {
  return (clock() / 1000).toFixed(6)
}
