import type { Place } from './ports.ts'

/** Keeps to Slack's pace where Slack has said that we are too fast: each message waits for its own turn instead of asking again. */
export type Pace = {
  /** When a post may go, if not now. A time that was given once holds for that post. Epoch ms. */
  turnOf(postId: string, place: Place): number | undefined
  /** Slack asked for a pause in this place. */
  slowDown(place: Place, afterMs: number): void
}

// Slack's pages: about one message a second in a channel.
const MESSAGE_EVERY_MS = 1_000

export function createPace(now: () => number): Pace {
  /** The next free turn, by channel or person; gone by, it was fast enough. */
  const nextTurns = new Map<string, number>()
  const given = new Map<string, number>()

  return {
    turnOf(postId, place) {
      const mine = given.get(postId)
      if (mine !== undefined && mine > now()) return mine
      given.delete(postId)
      const where = placeKey(place)
      const next = nextTurns.get(where)
      if (mine !== undefined || next === undefined) return undefined
      if (next <= now()) {
        nextTurns.delete(where)
        return undefined
      }
      nextTurns.set(where, next + MESSAGE_EVERY_MS)
      given.set(postId, next)
      return next
    },
    slowDown(place, afterMs) {
      const where = placeKey(place)
      const earliest = now() + Math.max(afterMs, MESSAGE_EVERY_MS)
      nextTurns.set(where, Math.max(nextTurns.get(where) ?? 0, earliest))
    },
  }
}

const placeKey = (place: Place): string => (place.kind === 'taker' ? place.user : place.channel)
