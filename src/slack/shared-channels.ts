import type { WebClient } from '@slack/web-api'
import type { Log } from '../ops/log.ts'
import { callSlack } from './call-slack.ts'

/** Whether people of other workspaces read along. What Slack said last counts; while it has never said it, they might. */
export type SharedChannels = { isShared(channel: string): Promise<boolean> }

// A channel is shared after an invitation that somebody has to accept: nothing that happens between two cards.
const FRESH_FOR_MS = 10 * 60_000

export function createSharedChannels(parts: {
  readonly client: WebClient
  readonly now: () => number
  readonly log: Log
}): SharedChannels {
  const { client, now, log } = parts
  const known = new Map<string, { readonly isShared: boolean; readonly readAt: number }>()

  return {
    async isShared(channel) {
      const found = known.get(channel)
      if (found && now() - found.readAt < FRESH_FOR_MS) return found.isShared
      const answer = await callSlack(() => client.conversations.info({ channel }))
      if (!answer.ok) {
        log.warn({ channel, code: answer.failure.code }, 'Slack does not say whether a channel is shared')
        return found?.isShared ?? true
      }
      const { is_ext_shared, is_pending_ext_shared } = answer.value.channel ?? {}
      const isShared = is_ext_shared === true || is_pending_ext_shared === true
      known.set(channel, { isShared, readAt: now() })
      return isShared
    },
  }
}
