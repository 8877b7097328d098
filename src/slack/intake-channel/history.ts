import type { WebClient } from '@slack/web-api'
import type { ChannelHistory } from '../../intake/inbox/ports.ts'
import { present } from '../../lead/present.ts'
import { SlackCallError } from '../api-error.ts'
import { callSlack } from '../call-slack.ts'
import type { Identity } from '../identity.ts'
import { readArrival } from './read-arrival.ts'

const PAGE_SIZE = 200
// 10,000 messages since the channel was last read; what lies behind them is found by people.
const MOST_PAGES = 50

/** Slack's ids of direct messages begin with this letter. */
export const isDirect = (channel: string): boolean => channel.startsWith('D')

/** Reads a channel with `conversations.history`. */
export function createChannelHistory(
  client: WebClient,
  identity: Pick<Identity, 'authorize'>,
): ChannelHistory {
  async function readPage(channel: string, oldest: string, cursor: string | undefined) {
    const answer = await callSlack(() =>
      client.conversations.history({ channel, oldest, limit: PAGE_SIZE, ...(cursor && { cursor }) }),
    )
    if (!answer.ok) throw new SlackCallError('conversations.history', answer.failure.code)
    return answer.value
  }

  return {
    isDirect,
    async since(channel, ts) {
      const self = await identity.authorize()
      // Without knowing who we are, our own cards would be read for leads.
      if (self.botId === undefined) throw new SlackCallError('auth.test', 'no_bot_id')
      const messages: unknown[] = []
      let newest: string | undefined
      let cursor: string | undefined
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer = await readPage(channel, ts, cursor)
        const read = answer.messages ?? []
        newest ??= read[0]?.ts
        messages.push(...read)
        cursor = answer.response_metadata?.next_cursor
        if (!cursor) break
      }
      const arrivals = messages.flatMap((message) => readArrival(message, channel, present(self)) ?? [])
      return present({ arrivals: arrivals.toReversed(), newest })
    },
  }
}
