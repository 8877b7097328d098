import type { WebClient } from '@slack/web-api'
import type { Check, CheckResult, Trouble } from '../ops/check.ts'
import { callSlack } from './call-slack.ts'
import { checkRequestUrl } from './check-request-url.ts'
import { BOT_SCOPES } from './scopes.ts'
import type { SlackSettings } from './settings.ts'

/** A channel that the settings name, and what for. */
export type UsedChannel = { readonly id: string; readonly use: string }

export type DoctorSettings = Pick<
  SlackSettings,
  'botToken' | 'apiUrl' | 'officeGroup' | 'signingSecret' | 'requestUrl' | 'access'
>

/** The way from Slack to Leadhand: Socket Mode, or an address. */
export function connectionCheck(parts: {
  readonly settings: DoctorSettings
  readonly now: () => number
  /** With the app token; unset: HTTP. */
  readonly appClient?: WebClient
}): Check {
  const { settings, now, appClient } = parts
  return appClient
    ? { name: 'socket mode', title: 'Socket Mode', run: () => checkSocketMode(appClient) }
    : {
        name: 'request url',
        title: 'Address for Slack',
        run: (signal) => checkRequestUrl(settings, now, signal),
      }
}

/** What else can be asked of Slack without the app running: token, scopes, clock, channels, the office's group. */
export function createChecksWithin(parts: {
  readonly settings: DoctorSettings
  readonly channels: readonly UsedChannel[]
  readonly now: () => number
  readonly client: WebClient
}): Check[] {
  const { settings, channels, now, client } = parts
  const { officeGroup } = settings
  return [
    { name: 'slack token', title: 'Slack', run: (signal) => checkToken(settings, now, signal) },
    ...channels.map(({ id, use }) => ({
      name: `channel ${id} (${use})`,
      title: `Channel for ${use}`,
      run: () => checkChannel(client, id),
    })),
    ...(officeGroup
      ? [
          {
            name: `office group ${officeGroup}`,
            title: 'Office group',
            run: () => checkGroup(client, officeGroup, OFFICE),
          },
        ]
      : []),
    ...(settings.access?.createGroups ?? []).map((group) => ({
      name: `group ${group} (who may enter leads)`,
      title: 'Group of those who may enter leads',
      run: () => checkGroup(client, group, CREATORS),
    })),
  ]
}

// Slack refuses requests whose time is more than five minutes off; half of that is worth a word.
const MOST_SKEW_MS = 150_000

/** The bot token, its scopes and this computer's clock. One plain request, since the scopes and Slack's clock stand in the answer's head. */
export async function checkToken(
  { apiUrl, botToken }: Pick<DoctorSettings, 'apiUrl' | 'botToken'>,
  now: () => number,
  signal: AbortSignal,
): Promise<CheckResult> {
  const response = await askWho(apiUrl, botToken, signal)
  if (!response) {
    return fail(
      'Slack can not be reached',
      'Check whether this computer reaches slack.com, and SLACK_API_URL.',
      NOT_WELL_WITH_SLACK,
    )
  }
  const answer: unknown = await response.json().catch(() => undefined)
  if (!isAnswer(answer))
    return fail('Slack sent an answer that makes no sense', 'Check SLACK_API_URL.', NOT_WELL_WITH_SLACK)
  if (!answer.ok) {
    return fail(
      `Slack does not take the bot token (${JSON.stringify(answer.error ?? 'nothing')})`,
      'Copy the Bot User OAuth Token (xoxb-…) anew from the page "OAuth & Permissions" (setting SLACK_BOT_TOKEN). If the app was removed from the workspace, install it again first.',
      NOT_WELL_WITH_SLACK,
    )
  }
  const granted = (response.headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim())
  const missing = BOT_SCOPES.filter((scope) => !granted.includes(scope))
  if (missing.length > 0) {
    return fail(
      `The app lacks the scopes ${missing.join(', ')}`,
      'Paste the manifest once more on the page "App Manifest" (slack-manifest.yml; over HTTP what "npm run --silent manifest -- https://your.address" prints), then press "Reinstall to Workspace".',
      {
        problem: 'The app in Slack lacks permissions that this version of Leadhand needs.',
        remedy: 'Ask whoever looks after Leadhand to bring the app in Slack up to date.',
      },
    )
  }
  const date = Date.parse(response.headers.get('date') ?? '')
  const skewMs = Number.isNaN(date) ? 0 : now() - date
  if (Math.abs(skewMs) > MOST_SKEW_MS) {
    return fail(
      `This computer's clock is ${Math.round(Math.abs(skewMs) / 60_000)} minutes ${skewMs > 0 ? 'fast' : 'slow'}`,
      'Switch on setting the time automatically: Slack refuses requests that are five minutes off.',
      {
        problem: "The clock of Leadhand's computer is wrong.",
        remedy:
          'Ask whoever looks after Leadhand to let it set its time automatically, today: Slack turns it away soon.',
      },
    )
  }
  return {
    ok: true,
    detail: `${answer.team ?? 'the workspace'}, all ${BOT_SCOPES.length} scopes, clock right`,
  }
}

async function askWho(apiUrl: string, token: string, signal: AbortSignal): Promise<Response | undefined> {
  try {
    const headers = { authorization: `Bearer ${token}` }
    return await fetch(`${apiUrl}auth.test`, { method: 'POST', headers, signal })
  } catch {
    // Whatever the reason is, the remedy is the same.
    return undefined
  }
}

type Answer = { readonly ok: boolean; readonly error?: string; readonly team?: string }

const isAnswer = (answer: unknown): answer is Answer =>
  typeof answer === 'object' && answer !== null && 'ok' in answer

/** With the app token. */
export async function checkSocketMode(client: WebClient): Promise<CheckResult> {
  const answer = await callSlack(() => client.apps.connections.open())
  if (answer.ok) return { ok: true, detail: 'Slack offers a connection' }
  const { code } = answer.failure
  if (!ABOUT_THE_TOKEN.has(code)) return notAsked(code)
  return fail(
    `Slack does not take the app-level token (${JSON.stringify(code)})`,
    'On the page "Basic Information" make an app-level token (xapp-…) with the scope connections:write (setting SLACK_APP_TOKEN), and switch Socket Mode on.',
  )
}

async function checkChannel(client: WebClient, id: string): Promise<CheckResult> {
  const answer = await callSlack(() => client.conversations.info({ channel: id }))
  if (!answer.ok) {
    const { code } = answer.failure
    return code === 'channel_not_found'
      ? fail(
          'The channel does not exist, or is private and Leadhand is not in it',
          'Check the id (channel name → View channel details, at the bottom), and type /invite @Leadhand in it.',
          {
            problem: 'The channel is gone, or is private and Leadhand is not in it.',
            remedy: 'Type /invite @Leadhand in it. If it is gone, tell whoever looks after Leadhand.',
          },
        )
      : notAsked(code)
  }
  const channel = answer.value.channel ?? {}
  const name = `#${channel.name ?? id}`
  if (channel.is_archived)
    return fail(`${name} is archived`, 'Unarchive it, or name another channel in the settings.')
  if (!channel.is_member) return fail(`Leadhand is not in ${name}`, `Type /invite @Leadhand in ${name}.`)
  const shared = channel.is_ext_shared ? ', shared with outsiders: contact details are masked there' : ''
  return { ok: true, detail: `${name}${channel.is_private ? ', private' : ''}${shared}` }
}

type GroupUse = { readonly setting: string; readonly ifEmpty: string }

const OFFICE: GroupUse = {
  setting: 'OFFICE_GROUP',
  ifEmpty: 'Put the people of the office into it: nobody else may decide about leads.',
}
const CREATORS: GroupUse = {
  setting: 'permissions.create.groups',
  ifEmpty: 'Put the people of the sales team into it: nobody enters leads by it now.',
}

async function checkGroup(
  client: WebClient,
  group: string,
  { setting, ifEmpty }: GroupUse,
): Promise<CheckResult> {
  const answer = await callSlack(() => client.usergroups.users.list({ usergroup: group }))
  if (!answer.ok) {
    const { code } = answer.failure
    if (ABOUT_THE_TOKEN.has(code) || answer.failure.kind === 'lost' || !/^[a-z_]+$/u.test(code)) {
      return notAsked(code)
    }
    return fail(
      `Slack knows no such group (${JSON.stringify(code)})`,
      `Check ${setting}: the id of a user group, S…, in Slack under People → User groups → the group → ⋯ → Copy group ID.`,
      {
        problem: 'The settings name a user group that Slack does not know.',
        remedy: 'Was it renamed or taken away? Tell whoever looks after Leadhand.',
      },
    )
  }
  const count = answer.value.users?.length ?? 0
  return count > 0
    ? { ok: true, detail: `${count} ${count === 1 ? 'member' : 'members'}` }
    : fail('The group has no members', ifEmpty)
}

// Source: the errors that every method's page lists.
const ABOUT_THE_TOKEN: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
])

/** The one thing that is wrong stands under its own name. */
const notAsked = (code: string): CheckResult =>
  fail(
    `Slack could not be asked (${code})`,
    'Mend what stands under "Slack" first. If all is well there, try again in a moment.',
    {
      problem: 'Slack could not be asked just now.',
      remedy: 'Please try again in a moment.',
    },
  )

const NOT_WELL_WITH_SLACK: Trouble = {
  problem: "Leadhand can't speak to Slack as it should.",
  remedy: 'Try again in a moment. If it stays so, tell whoever looks after Leadhand.',
}

const fail = (problem: string, remedy: string, plain?: Trouble): CheckResult => ({
  ok: false,
  problem,
  remedy,
  ...(plain && { plain }),
})
