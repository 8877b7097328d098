import type { Channel } from '../directory.ts'
import { newId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { AppDefinition } from '../manifest.ts'
import type { AppIdentity } from '../parts.ts'
import { VERIFICATION_TOKEN } from '../payloads.ts'
import { TEAM } from '../people.ts'
import type { Deliver, DeliveryResult } from './deliver.ts'
import type { RetryReason } from './line.ts'

/** Channel kind → what `message` events call it, in subscriptions and in `channel_type`. */
const MESSAGE_KINDS = {
  public: { subscription: 'message.channels', channelType: 'channel' },
  private: { subscription: 'message.groups', channelType: 'group' },
  im: { subscription: 'message.im', channelType: 'im' },
  mpim: { subscription: 'message.mpim', channelType: 'mpim' },
} as const

/** Sends events to which the app has subscribed, and repeats the failed ones as Slack does. */
export type EventDesk = {
  /** Resolves with how the first attempt ended; undefined when the app has not subscribed. */
  send(subscription: string, event: JsonObject): Promise<DeliveryResult | undefined>
  /** A `message` event of whatever subtype; none for a channel that the bot is not in. */
  sendMessage(channel: Channel, message: JsonObject): Promise<DeliveryResult | undefined>
  sendReaction(
    what: 'reaction_added' | 'reaction_removed',
    channel: Channel,
    ts: string,
    name: string,
    userId: string,
  ): Promise<DeliveryResult | undefined>
  retryNow(): Promise<void>
  waiting(): number
  close(): void
}

type Waiting = { readonly again: () => Promise<unknown>; readonly timer: NodeJS.Timeout }

export function createEventDesk(options: {
  deliver: Deliver
  manifest: AppDefinition
  app: AppIdentity
  clock: () => number
  nextTs: () => string
  retryDelaysMs: readonly number[]
  changed: () => void
}): EventDesk {
  const { deliver, manifest, app, clock, nextTs, retryDelaysMs, changed } = options
  const waiting = new Set<Waiting>()
  let closed = false

  async function attempt(payload: JsonObject, what: string, retry?: { number: number; reason: RetryReason }) {
    const result = await deliver({ kind: 'events', what, payload, ...(retry ? { retry } : {}) })
    if (!result.ok && !result.noRetry)
      plan(payload, what, (retry?.number ?? 0) + 1, result.failure ?? 'http_error')
    return result
  }

  function plan(payload: JsonObject, what: string, number: number, reason: RetryReason): void {
    const delayMs = retryDelaysMs[number - 1]
    if (delayMs === undefined || closed) return
    const again = () => attempt(payload, what, { number, reason })
    if (delayMs === 0) {
      void again()
      return
    }
    const entry: Waiting = {
      again,
      timer: setTimeout(() => {
        waiting.delete(entry)
        void again()
      }, delayMs),
    }
    waiting.add(entry)
    changed()
  }

  async function send(subscription: string, event: JsonObject): Promise<DeliveryResult | undefined> {
    if (!manifest.events.has(subscription) || closed) return undefined
    const payload: JsonObject = {
      token: VERIFICATION_TOKEN,
      team_id: TEAM.id,
      context_team_id: TEAM.id,
      api_app_id: app.id,
      event,
      type: 'event_callback',
      event_id: newId('Ev'),
      event_time: Math.floor(clock() / 1000),
      event_context: `4-${Buffer.from(`${TEAM.id}:${app.id}`).toString('base64url')}`,
      is_ext_shared_channel: false,
      authorizations: [
        {
          enterprise_id: null,
          team_id: TEAM.id,
          user_id: app.bot_user_id,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
    }
    return attempt(payload, `event:${String(event.type)}`)
  }

  return {
    send,
    async sendMessage(channel, message) {
      if (!channel.bot_member) return undefined
      const { subscription, channelType } = MESSAGE_KINDS[channel.kind]
      const place = { channel: channel.id, channel_type: channelType, event_ts: String(message.ts) }
      const names = typeof message.text === 'string' && message.text.includes(`<@${app.bot_user_id}>`)
      if (names && message.subtype === undefined)
        void send('app_mention', { ...message, type: 'app_mention', ...place })
      return send(subscription, { ...message, ...place })
    },
    sendReaction: async (what, channel, ts, name, userId) =>
      channel.bot_member
        ? send(what, {
            type: what,
            user: userId,
            reaction: name,
            item: { type: 'message', channel: channel.id, ts },
            event_ts: nextTs(),
          })
        : undefined,
    async retryNow() {
      const due = [...waiting]
      waiting.clear()
      for (const { timer } of due) clearTimeout(timer)
      await Promise.all(due.map(({ again }) => again()))
    },
    waiting: () => waiting.size,
    close() {
      closed = true
      for (const { timer } of waiting) clearTimeout(timer)
      waiting.clear()
    },
  }
}
