import type { WebClient } from '@slack/web-api'
import type { Log } from '../../ops/log.ts'
import { callSlack, type SlackAnswer } from '../call-slack.ts'

/** A user group (`S…`) or a channel (`C…`), by its id. */
export type MemberLists = {
  /** Undefined while Slack has never said it. What it said last counts while it does not answer. */
  includes(list: string, user: string): Promise<boolean | undefined>
  /** What is known, at once; asks in the background where that is nothing or old. */
  peek(list: string, user: string): boolean | undefined
}

const FRESH_FOR_MS = 5 * 60_000
// 20,000 people; more than that is everybody.
const MOST_PAGES = 20

export function createMemberLists(parts: {
  readonly client: WebClient
  readonly now: () => number
  readonly log: Log
}): MemberLists {
  const { client, now, log } = parts
  const known = new Map<string, { readonly members: ReadonlySet<string>; readonly readAt: number }>()
  const asking = new Map<string, Promise<void>>()

  async function read(list: string): Promise<void> {
    const answer = await (list.startsWith('S') ? readGroup(client, list) : readChannel(client, list))
    asking.delete(list)
    if (answer.ok) known.set(list, { members: new Set(answer.value), readAt: now() })
    else log.warn({ list, code: answer.failure.code }, 'members not readable')
  }

  function begin(list: string): Promise<void> {
    const running = asking.get(list)
    if (running) return running
    const started = read(list)
    asking.set(list, started)
    return started
  }

  const isFresh = (list: string): boolean => now() - (known.get(list)?.readAt ?? -Infinity) < FRESH_FOR_MS
  const look = (list: string, user: string) => known.get(list)?.members.has(user)

  return {
    async includes(list, user) {
      if (!isFresh(list)) await begin(list)
      return look(list, user)
    },
    peek(list, user) {
      if (!isFresh(list)) void begin(list)
      return look(list, user)
    },
  }
}

async function readGroup(client: WebClient, group: string): Promise<SlackAnswer<string[]>> {
  const answer = await callSlack(() => client.usergroups.users.list({ usergroup: group }))
  return answer.ok ? { ok: true, value: answer.value.users ?? [] } : answer
}

async function readChannel(client: WebClient, channel: string): Promise<SlackAnswer<string[]>> {
  const members: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const at = cursor ? { cursor } : {}
    const answer = await callSlack(() => client.conversations.members({ channel, limit: 1000, ...at }))
    if (!answer.ok) return answer
    members.push(...(answer.value.members ?? []))
    cursor = answer.value.response_metadata?.next_cursor
    if (!cursor) break
  }
  return { ok: true, value: members }
}
