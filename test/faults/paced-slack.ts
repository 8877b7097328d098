import type { Announcement, Notifier, PostOutcome } from '../../src/notifications/ports.ts'

// Slack's word for posting: one message a second in a channel.
const MESSAGE_EVERY_MS = 1000

export type PacedSlack = ReturnType<typeof createPacedSlack>

/** A Slack that takes one message a second in a channel, and says 429 to the others. */
export function createPacedSlack(now: () => number) {
  const nextAt = new Map<string, number>()
  const told: { to: unknown; message: Announcement }[] = []
  const posted = new Set<string>()
  let [rateLimited, directMessages] = [0, 0]

  function take(channel: string): PostOutcome {
    const free = nextAt.get(channel) ?? 0
    if (free > now()) {
      rateLimited += 1
      return { kind: 'retry', code: 'ratelimited', afterMs: Math.ceil((free - now()) / 1000) * 1000 }
    }
    nextAt.set(channel, now() + MESSAGE_EVERY_MS)
    return { kind: 'posted', channel, ts: String(now()) }
  }
  const notifier: Notifier = {
    async show(_, place, postId) {
      const channel = 'channel' in place ? place.channel : place.user
      const outcome = take(channel)
      if (outcome.kind === 'posted' && place.kind === 'card') posted.add(postId)
      if (outcome.kind === 'posted' && place.kind === 'taker') directMessages += 1
      return outcome
    },
    findPosted: async () => undefined,
    updateView: async () => false,
    async tell(to, message) {
      const outcome = take(typeof to === 'string' ? to : to.channel)
      if (outcome.kind === 'posted') told.push({ to, message })
      return outcome
    },
  }
  return { notifier, counts: () => ({ told, cards: posted.size, directMessages, rateLimited }) }
}
