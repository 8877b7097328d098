import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'

export type RateLimit = {
  /** What somebody may do at once. */
  readonly burst: number
  readonly perSecond: number
}

// Each keystroke in a watched field is one act. Nobody's thumbs do more than that for a minute; a stuck macro does.
const GENEROUS: RateLimit = { burst: 300, perSecond: 5 }
const MOST_REMEMBERED = 5000

type Options = {
  /** Epoch ms. */
  readonly now: () => number
  readonly log: Log
  readonly metrics: Metrics
  readonly limit?: RateLimit
}

/**
 * Keeps one person from holding up the others: acts beyond the limit are not worked on. Events pass, since what customers sent must not
 * get lost. A form that is submitted is left without an answer: Slack says so and keeps what was typed.
 */
export function limitRate({ now, log, metrics, limit = GENEROUS }: Options): Middleware<AnyMiddlewareArgs> {
  const left = new Map<string, { readonly acts: number; readonly at: number }>()

  function isAllowed(user: string): boolean {
    const before = left.get(user) ?? { acts: limit.burst, at: now() }
    const regained = ((now() - before.at) / 1000) * limit.perSecond
    const acts = Math.min(limit.burst, before.acts + regained)
    // The longest unseen goes first; it has regained all by then.
    left.delete(user)
    left.set(user, { acts: Math.max(0, acts - 1), at: now() })
    const [longestUnseen] = left.keys()
    if (left.size > MOST_REMEMBERED && longestUnseen !== undefined) left.delete(longestUnseen)
    return acts >= 1
  }

  return async (args) => {
    const user = 'event' in args ? undefined : args.context.userId
    if (user === undefined || isAllowed(user)) return args.next()
    metrics.requestRefused('rate')
    log.warn({ user }, 'too many acts of one person')
    if ('command' in args && args.command) {
      await args.ack({
        response_type: 'ephemeral',
        text: 'That was a lot at once. Wait a minute, then try again.',
      })
    } else if ('action' in args) {
      await args.ack()
    }
  }
}
