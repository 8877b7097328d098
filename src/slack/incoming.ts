import type { App, ReceiverEvent } from '@slack/bolt'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'

// A view with its state nests about twelve deep. Deeper things are made to break whoever walks through them.
const MOST_LEVELS = 40

const KINDS: ReadonlySet<unknown> = new Set([
  'block_actions',
  'block_suggestion',
  'event_callback',
  'message_action',
  'shortcut',
  'view_closed',
  'view_submission',
])

/**
 * Stands before everything that Bolt does with what has come in, by HTTP and by Socket Mode alike: turns away what Slack does not
 * send, and times the acknowledgements. Bolt has no hook of its own there.
 */
export function watchIncoming(
  app: App,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
): void {
  const processEvent = app.processEvent.bind(app)
  app.processEvent = async (event: ReceiverEvent) => {
    const arrivedAt = performance.now()
    const kind = kindOf(event.body)
    if (kind === undefined || isDeeperThan(MOST_LEVELS, event.body)) {
      metrics.requestRefused('shape')
      log.warn({ kind }, 'something came in that Slack does not send')
      return event.ack()
    }
    return processEvent({
      ...event,
      async ack(response) {
        metrics.ackSent(kind, (performance.now() - arrivedAt) / 1000)
        return event.ack(response)
      },
    })
  }
}

function kindOf(body: object): string | undefined {
  if ('command' in body) return 'command'
  return 'type' in body && KINDS.has(body.type) ? String(body.type) : undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Without recursion, since depth is just what is in doubt. */
function isDeeperThan(levels: number, value: object): boolean {
  let level: object[] = [value]
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > levels) return true
    level = level.flatMap((each) => Object.values(each).filter(isObject))
  }
  return false
}
