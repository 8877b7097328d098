import type { App, ReceiverEvent } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import type { Metrics } from '../../src/ops/metrics.ts'
import { NO_TRACING, type SpanFacts } from '../../src/ops/tracing.ts'
import { watchIncoming } from '../../src/slack/incoming.ts'
import { silent } from './messages/slack-double.ts'

function startWatched() {
  const [worked, refused]: [object[], string[]] = [[], []]
  const spans: { readonly name: string; readonly facts: SpanFacts }[] = []
  const app = {
    processEvent: async ({ body, ack }: ReceiverEvent) => {
      worked.push(body)
      await ack()
    },
  } as Pick<App, 'processEvent'> as App
  watchIncoming(app, {
    log: { ...silent, child: () => ({}) as never },
    metrics: {
      requestRefused: (reason: string) => refused.push(reason),
      ackSent: () => undefined,
    } as Partial<Metrics> as Metrics,
    tracing: {
      ...NO_TRACING,
      span(_kind, name, facts, work) {
        spans.push({ name, facts })
        return work()
      },
    },
  })
  const send = async (body: object) => {
    let acks = 0
    await app.processEvent({
      body,
      ack: async () => {
        acks += 1
      },
    } as ReceiverEvent)
    return acks
  }
  return { send, worked, refused, spans }
}

const user = { id: 'U1' }
const pressed = (id: string) => ({ type: 'block_actions', user, actions: [{ action_id: id }] })

/** An object that nests so deep, itself counted. */
const deep = (levels: number): object =>
  levels === 1 ? pressed('x') : { ...pressed('x'), inner: deepInner(levels - 1) }
const deepInner = (levels: number): object => {
  let value: object = {}
  for (let level = 1; level < levels; level += 1) value = level % 2 ? [value] : { value }
  return value
}

describe('what comes in', () => {
  it.each([
    ['of a kind that Slack does not send', { type: 'anything' }],
    ['without a kind', {}],
    ['whose kind comes with its prototype', Object.create({ type: 'block_actions' }) as object],
    ['nested deeper than forty levels', deep(41)],
    ['nested deeper than any stack', deep(200_000)],
    ['of nobody', { type: 'shortcut' }],
    ['a command of nobody', { command: '/lead' }],
    ['a press of nothing', { type: 'block_actions', user, actions: [] }],
    ['a press of something odd', { type: 'block_actions', user, actions: 'none' }],
    ['a form without its view', { type: 'view_submission', user }],
    ['in a team that is none', { ...pressed('x'), team: 'T1' }],
    ['two things at once', { ...pressed('x'), event: { type: 'message' } }],
    ['an event without its event', { type: 'event_callback' }],
    [
      'an event for nobody in particular',
      { type: 'event_callback', event: { type: 'message' }, authorizations: [null] },
    ],
  ])('is acknowledged and dropped when it is %s', async (_what, body) => {
    const { send, worked, refused } = startWatched()

    expect(await send(body)).toBe(1)
    expect(worked).toEqual([])
    expect(refused).toEqual(['shape'])
  })

  it('is worked on when it nests as deep as that', async () => {
    const { send, worked } = startWatched()

    expect(await send(deep(40))).toBe(1)
    expect(worked).toHaveLength(1)
  })

  it.each([
    [{ command: '/lead', text: 'jane', user_id: 'U1' }, 'slack command', '/lead'],
    [pressed('pick.phone.0'), 'slack block_actions', 'pick'],
    [
      { type: 'view_submission', user, view: { callback_id: 'lead_form' } },
      'slack view_submission',
      'lead_form',
    ],
    [{ type: 'shortcut', user, callback_id: 'new_lead' }, 'slack shortcut', 'new_lead'],
    [{ type: 'event_callback', event: { type: 'message' } }, 'slack event_callback', 'message'],
    [pressed('Jane 770-555-0123'), 'slack block_actions', 'unknown'],
  ])('is traced by our own words alone: %j', async (body, name, about) => {
    const { send, spans } = startWatched()

    await send(body)

    expect(spans).toEqual([{ name, facts: { about } }])
  })
})
