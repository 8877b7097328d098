import type { UserId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import type { Announcement, Notifier, Place, PostOutcome } from '../../src/notifications/ports.ts'

export const SLACK_ANSWERS = ['posted', 'retry', 'refused', 'lost', 'lost-posted', 'broken'] as const
export type SlackAnswer = (typeof SLACK_ANSWERS)[number]

export type Message = {
  readonly ts: string
  readonly postId: string
  readonly place: Place
  readonly lead: Lead
}
export type Told = { readonly to: UserId | { readonly channel: string }; readonly message: Announcement }

export type SlackDouble = Notifier & {
  /** What stands in Slack. */
  readonly messages: Message[]
  readonly told: Told[]
  /** How the taker's view was rendered, in this order. */
  readonly views: Lead[]
  /** Taken in turn by posts and announcements; then `posted`. */
  readonly answers: SlackAnswer[]
  /** Channels that refuse everything, with Slack's code. */
  readonly refusing: Map<string, string>
  hasView: boolean
  /** The one message of this kind. */
  message(kind: Place['kind']): Message | undefined
}

/** A Slack that does as it is told, in memory. */
export function createSlackDouble(): SlackDouble {
  let count = 0
  const slack: SlackDouble = {
    messages: [],
    told: [],
    views: [],
    answers: [],
    refusing: new Map(),
    hasView: true,
    message: (kind) => slack.messages.find(({ place }) => place.kind === kind),

    async show(lead, place, postId, at) {
      const channel = place.kind === 'taker' ? `D${place.user}` : place.channel
      const code = slack.refusing.get(channel)
      if (code !== undefined) return { kind: 'refused', code }
      return answer(slack, channel, () => {
        const index = slack.messages.findIndex(({ ts }) => ts === at?.ts)
        if (at && index < 0) return undefined
        count += 1
        const ts = at?.ts ?? `${count}.0`
        slack.messages.splice(at ? index : slack.messages.length, at ? 1 : 0, { ts, postId, place, lead })
        return ts
      })
    },
    async findPosted(_place, postId) {
      const found = slack.messages.find((message) => message.postId === postId)
      return found && { channel: 'C', ts: found.ts }
    },
    async updateView(lead) {
      if (slack.hasView) slack.views.push(lead)
      return slack.hasView
    },
    async tell(to, message) {
      return answer(slack, 'D', () => {
        slack.told.push({ to, message })
        return '1.0'
      })
    },
  }
  return slack
}

function answer(slack: SlackDouble, channel: string, take: () => string | undefined): PostOutcome {
  switch (slack.answers.shift() ?? 'posted') {
    case 'retry':
      return { kind: 'retry', afterMs: 5_000, code: 'ratelimited' }
    case 'refused':
      return { kind: 'refused', code: 'is_archived' }
    case 'lost':
      return { kind: 'unknown', code: 'timeout' }
    case 'broken':
      throw new TypeError('terminated')
    case 'lost-posted':
      take()
      return { kind: 'unknown', code: 'timeout' }
    case 'posted': {
      const ts = take()
      return ts === undefined ? { kind: 'gone' } : { kind: 'posted', channel, ts }
    }
  }
}
