import type { App, ReceiverEvent } from '@slack/bolt'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { Tracing } from '../ops/tracing.ts'
import { ACTIONS, COMMAND, SHORTCUTS, VIEWS } from './ids.ts'
import { hasSlackShape } from './slack-shape.ts'

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
 * send, times the acknowledgements and traces what is done about it. Bolt has no hook of its own there.
 */
export function watchIncoming(
  app: App,
  { log, metrics, tracing }: { readonly log: Log; readonly metrics: Metrics; readonly tracing: Tracing },
): void {
  const processEvent = app.processEvent.bind(app)
  app.processEvent = async (event: ReceiverEvent) => {
    const arrivedAt = performance.now()
    const kind = kindOf(event.body)
    if (kind === undefined || isDeeperThan(MOST_LEVELS, event.body) || !hasSlackShape(kind, event.body)) {
      metrics.requestRefused('shape')
      log.warn({ kind }, 'something came in that Slack does not send')
      return event.ack()
    }
    return tracing.span('incoming', `slack ${kind}`, { about: whatIsMeant(event.body) }, () =>
      processEvent({
        ...event,
        async ack(response) {
          const afterMs = performance.now() - arrivedAt
          metrics.ackSent(kind, afterMs / 1000)
          tracing.note({ ackAfterMs: Math.round(afterMs) })
          return event.ack(response)
        },
      }),
    )
  }
}

function kindOf(body: object): string | undefined {
  if (Object.hasOwn(body, 'command')) return 'command'
  const type: unknown = Object.hasOwn(body, 'type') && 'type' in body ? body.type : undefined
  return KINDS.has(type) ? String(type) : undefined
}

const OUR_WORDS: ReadonlySet<string> = new Set([
  COMMAND,
  ...[ACTIONS, SHORTCUTS, VIEWS].flatMap((ids) => Object.values(ids)),
  'app_home_opened',
  'message',
])

/** The command, button, shortcut, view or event, if it is one of ours: what else stands there was not chosen by us. */
function whatIsMeant(body: object): string {
  const named = body as Record<string, unknown> & {
    readonly actions?: unknown
    readonly view?: unknown
    readonly event?: unknown
  }
  const action: unknown = Array.isArray(named.actions) ? named.actions[0] : undefined
  const words = [
    named.command,
    field(action, 'action_id'),
    named.callback_id,
    field(named.view, 'callback_id'),
    field(named.event, 'type'),
  ]
  // Behind a button's word may stand what it is about.
  const word = words.find((each) => typeof each === 'string')?.split('.')[0]
  return word !== undefined && OUR_WORDS.has(word) ? word : 'unknown'
}

const field = (value: unknown, name: string): unknown =>
  isObject(value) ? (value as Record<string, unknown>)[name] : undefined

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
