import { WebClient } from '@slack/web-api'
import type { CheckResult } from '../ops/check.ts'
import type { Log } from '../ops/log.ts'
import { toBoltLogger } from './bolt-logger.ts'
import { callSlack, ONE_TRY } from './call-slack.ts'
import { checkSocketMode, checkToken } from './doctor-checks.ts'

export type ListedChannel = {
  readonly id: string
  readonly name: string
  readonly isPrivate: boolean
  /** Leadhand is in it. */
  readonly isJoined: boolean
}
export type ListedGroup = { readonly id: string; readonly handle: string }

/** `code`: why Slack did not list them, in its words. */
export type Listed<Item> =
  | { readonly ok: true; readonly items: readonly Item[] }
  | { readonly ok: false; readonly code: string }

/** What set-up asks of Slack with tokens that were just typed in. */
export type SlackSetup = {
  checkBotToken(token: string, signal: AbortSignal): Promise<CheckResult>
  checkAppToken(token: string): Promise<CheckResult>
  /** By name, without archived ones. */
  channels(token: string): Promise<Listed<ListedChannel>>
  groups(token: string): Promise<Listed<ListedGroup>>
}

// 10,000 channels; whoever has more knows the id.
const MOST_PAGES = 50

export function createSlackSetup(parts: {
  readonly apiUrl: string
  readonly now: () => number
  readonly log: Log
}): SlackSetup {
  const { apiUrl, now, log } = parts
  const clientOf = (token: string) =>
    new WebClient(token, { slackApiUrl: apiUrl, logger: toBoltLogger(log), ...ONE_TRY })
  return {
    checkBotToken: (botToken, signal) => checkToken({ apiUrl, botToken }, now, signal),
    checkAppToken: (token) => checkSocketMode(clientOf(token)),
    channels: (token) => listChannels(clientOf(token)),
    async groups(token) {
      const client = clientOf(token)
      const answer = await callSlack(() => client.usergroups.list())
      if (!answer.ok) return { ok: false, code: answer.failure.code }
      const found = answer.value.usergroups ?? []
      return {
        ok: true,
        items: found.flatMap(({ id, handle }) => (id ? [{ id, handle: handle ?? id }] : [])),
      }
    },
  }
}

async function listChannels(client: WebClient): Promise<Listed<ListedChannel>> {
  const listed: ListedChannel[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const at = cursor ? { cursor } : {}
    const answer = await callSlack(() =>
      client.conversations.list({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 200,
        ...at,
      }),
    )
    if (!answer.ok) return { ok: false, code: answer.failure.code }
    for (const { id, name, is_private, is_member } of answer.value.channels ?? []) {
      if (id)
        listed.push({ id, name: name ?? id, isPrivate: is_private === true, isJoined: is_member === true })
    }
    cursor = answer.value.response_metadata?.next_cursor
    if (!cursor) break
  }
  return { ok: true, items: listed.toSorted((a, b) => a.name.localeCompare(b.name)) }
}
