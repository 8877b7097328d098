import type { AnyMiddlewareArgs } from '@slack/bolt'
import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { createLogger } from '../../src/ops/logger.ts'
import type { Metrics } from '../../src/ops/metrics.ts'
import { limitRate } from '../../src/slack/rate-limit.ts'

const TEAM = 'T0HOME'
const silent = createLogger({ level: 'silent' })

/** Bolt with the limit in front of listeners that count; `send` resolves with what was answered. */
function startLimited(now: () => number) {
  const worked: string[] = []
  const refused: string[] = []
  const metrics = { requestRefused: (reason: string) => refused.push(reason) } as Partial<Metrics> as Metrics
  const receiver: Receiver = {
    init: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  }
  const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-1', teamId: TEAM }) })
  app.use(limitRate({ now, log: silent, metrics, limit: { burst: 3, perSecond: 1 } }))
  app.use(
    async ({
      context,
      body,
      next,
    }: AnyMiddlewareArgs & { context: { userId?: string }; next: () => Promise<void> }) => {
      worked.push(`${context.userId} ${'command' in body ? 'command' : body.type}`)
      await next()
    },
  )

  const send = async (body: ReceiverEvent['body']) => {
    const answers: unknown[] = []
    await app.processEvent({ body, ack: async (answer) => void answers.push(answer) })
    return answers
  }
  return { worked, refused, send }
}

const command = (user: string) => ({
  command: '/lead',
  text: '',
  user_id: user,
  team_id: TEAM,
  channel_id: 'C1',
})
const click = (user: string) => ({
  type: 'block_actions',
  user: { id: user, team_id: TEAM },
  team: { id: TEAM },
  actions: [{ type: 'button', action_id: 'a', block_id: 'b' }],
})
const submit = (user: string) => ({
  type: 'view_submission',
  user: { id: user, team_id: TEAM },
  team: { id: TEAM },
  view: { id: 'V1', callback_id: 'lead_form', state: { values: {} } },
})
const message = (user: string) => ({
  type: 'event_callback',
  team_id: TEAM,
  event: { type: 'message', user, text: 'oak down', channel: 'C1', ts: '1.1' },
})

describe('the limit for each person', () => {
  it('says so to whoever is over it, and not to others', async () => {
    const { send, worked, refused } = startLimited(() => 0)
    for (const _ of [1, 2, 3]) await send(command('UANA'))

    const told = await send(command('UANA'))
    await send(command('USAM'))

    expect(told).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('Wait a minute') },
    ])
    expect(worked).toEqual(['UANA command', 'UANA command', 'UANA command', 'USAM command'])
    expect(refused).toEqual(['rate'])
  })

  it('gives room again as time goes by, up to the burst', async () => {
    let now = 0
    const { send, worked } = startLimited(() => now)
    for (const _ of [1, 2, 3, 4]) await send(click('UANA'))
    now = 3_600_000

    for (const _ of [1, 2, 3, 4, 5]) await send(click('UANA'))

    expect(worked).toHaveLength(6)
  })

  it('acknowledges a click and leaves a form as it stands', async () => {
    const { send } = startLimited(() => 0)
    for (const _ of [1, 2, 3]) await send(click('UANA'))

    expect(await send(click('UANA'))).toEqual([undefined])
    // Slack says that it could not connect, and the form with all that was typed stays open.
    expect(await send(submit('UANA'))).toEqual([])
  })

  it('never drops what came into a channel', async () => {
    const { send, worked } = startLimited(() => 0)

    for (const _ of [1, 2, 3, 4, 5, 6]) await send(message('UANA'))

    expect(worked).toHaveLength(6)
  })
})
