import { createHmac, randomUUID } from 'node:crypto'
import { Pool } from 'undici'
import type { SlackStandIn } from './slack-stand-in.ts'

export type Delivery =
  | { readonly kind: 'command'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'interactive'; readonly payload: object }

export type Ack = { readonly ackMs: number; readonly body: string }

/** How what Slack sends reaches an app; resolves with its acknowledgement. */
export type Line = AsyncDisposable & { send(delivery: Delivery): Promise<Ack> }

const CONNECTIONS = 64

/** Signed requests over kept connections. */
export function createHttpLine(port: number, signingSecret: string): Line {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS, pipelining: 1 })
  return {
    async send(delivery) {
      const body =
        delivery.kind === 'command'
          ? new URLSearchParams(delivery.fields).toString()
          : `payload=${encodeURIComponent(JSON.stringify(delivery.payload))}`
      const timestamp = String(Math.floor(Date.now() / 1000))
      const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
      const sentAt = performance.now()
      const answer = await pool.request({
        path: '/slack/events',
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${digest}`,
        },
        body,
      })
      const text = await answer.body.text()
      if (answer.statusCode !== 200) throw new Error(`The app answered ${answer.statusCode}: ${text}`)
      return { ackMs: performance.now() - sentAt, body: text }
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  }
}

/** Envelopes of Socket Mode. */
export function createSocketLine(slack: SlackStandIn): Line {
  return {
    async send(delivery) {
      const isCommand = delivery.kind === 'command'
      const envelope = {
        envelope_id: randomUUID(),
        type: isCommand ? 'slash_commands' : 'interactive',
        accepts_response_payload: true,
        payload: isCommand ? delivery.fields : delivery.payload,
      }
      const sentAt = performance.now()
      const body = await slack.sendEnvelope(envelope)
      return { ackMs: performance.now() - sentAt, body }
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
}
