import { createHmac } from 'node:crypto'
import { request, type ServerOptions } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLogger } from '../../src/ops/logger.ts'
import type { Metrics } from '../../src/ops/metrics.ts'
import { guardRequests } from '../../src/slack/guard-requests.ts'
import { createHttpServer } from '../../src/slack/http-server.ts'

const SECRET = '0123456789abcdef0123456789abcdef'
const NOON = Date.UTC(2026, 10, 24, 12) / 1000
const FORM = 'application/x-www-form-urlencoded'
const COMMAND = 'command=%2Flead&text=jane'

type Sent = {
  readonly path?: string
  readonly method?: string
  readonly body?: string | Buffer
  readonly type?: string
  /** Seconds. */
  readonly timestamp?: number | string
  readonly secret?: string
  readonly headers?: Record<string, string>
}

/** A guarded server; `taken` are the bodies that got through. */
async function startGuarded(limits?: ServerOptions) {
  const taken: string[] = []
  const refused: string[] = []
  const metrics = { requestRefused: (reason: string) => refused.push(reason) } as Partial<Metrics> as Metrics
  const guard = guardRequests(
    (incoming, response) => {
      taken.push(String('rawBody' in incoming ? incoming.rawBody : undefined))
      response.end('taken')
    },
    {
      path: '/slack/events',
      signingSecret: SECRET,
      now: () => NOON * 1000,
      log: createLogger({ level: 'silent' }),
      metrics,
    },
  )
  const server = createHttpServer(
    { paths: ['/healthz'], answer: (_, response) => response.end('alive') },
    guard,
    limits,
  )
  const port = await server.listen(0)
  onTestFinished(async () => {
    const closed = server.close()
    server.closeAllConnections()
    await closed
  })

  const send = ({
    path = '/slack/events',
    method = 'POST',
    body = COMMAND,
    type = FORM,
    timestamp = NOON,
    secret = SECRET,
    headers,
  }: Sent = {}) => {
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')
    const all = {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    }
    return new Promise<number | string>((resolve) => {
      const sending = request({ port, path, method, headers: all }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      sending.on('error', (error) => resolve('code' in error ? String(error.code) : error.name))
      sending.end(method === 'GET' ? undefined : body)
    })
  }
  return { port, taken, refused, send }
}

describe('the way in from Slack', () => {
  it.each([
    ['a command', {}],
    ['an interaction', { body: `payload=${encodeURIComponent('{"type":"shortcut"}')}` }],
    ['an event', { body: '{"type":"event_callback"}', type: 'application/json' }],
    ['five minutes old', { timestamp: NOON - 300 }],
    ['five minutes ahead', { timestamp: NOON + 300 }],
  ] satisfies [string, Sent][])('takes %s', async (_, sent) => {
    const { send, taken } = await startGuarded()

    expect(await send(sent)).toBe(200)
    expect(taken).toEqual(['body' in sent ? sent.body : COMMAND])
  })

  it.each([
    ['older than five minutes', { timestamp: NOON - 301 }, 401, 'timestamp'],
    ['of a time to come', { timestamp: NOON + 301 }, 401, 'timestamp'],
    ['of no time', { timestamp: 'NaN' }, 401, 'timestamp'],
    ['of a time in another spelling', { timestamp: `${NOON}.0` }, 401, 'timestamp'],
    ["signed with another's secret", { secret: 'f'.repeat(32) }, 401, 'signature'],
    ['unsigned', { headers: { 'x-slack-signature': '' } }, 401, 'signature'],
    ['half signed', { headers: { 'x-slack-signature': 'v0=00' } }, 401, 'signature'],
    ['signed null', { body: 'null', type: 'application/json' }, 400, 'shape'],
    ['a signed null in a form', { body: 'payload=null' }, 400, 'shape'],
    ['signed words', { body: '"words"', type: 'application/json' }, 400, 'shape'],
    ['signed half JSON', { body: '{"type":', type: 'application/json' }, 400, 'shape'],
    ['asked for by GET', { method: 'GET' }, 405, 'method'],
  ] satisfies [string, Sent, number, string][])('refuses what is %s', async (_, sent, status, reason) => {
    const { send, taken, refused } = await startGuarded()

    expect(await send(sent)).toBe(status)
    expect(taken).toEqual([])
    expect(refused).toEqual([reason])
  })

  it.each(['/', '//', '/slack', '/slack/events/', '/healthz/..%2f', '/slack/install'])(
    'knows no page %s, and lives on',
    async (path) => {
      const { send } = await startGuarded()

      expect(await send({ path })).toBe(404)
      expect(await send()).toBe(200)
    },
  )

  it('answers an unsigned question about the certificate, and drops what else came with it', async () => {
    const { send, taken } = await startGuarded()
    const headers = { 'x-slack-signature': '', 'x-slack-request-timestamp': '' }

    expect(await send({ headers, body: 'ssl_check=1&payload=%7B%22type%22%3A%22shortcut%22%7D' })).toBe(200)
    expect(taken).toEqual(['ssl_check=1'])
  })

  it('stops reading a body that is too large, announced or not', async () => {
    const { port, send, taken, refused } = await startGuarded()
    const announced = await send({ body: Buffer.alloc(1024 * 1024 + 1, 'x') })
    const unannounced = await new Promise<string>((resolve) => {
      const sending = request({
        port,
        path: '/slack/events',
        method: 'POST',
        headers: {
          'content-type': FORM,
          'x-slack-request-timestamp': String(NOON),
          'x-slack-signature': 'v0=0',
        },
      })
      sending.on('response', ({ statusCode }) => resolve(String(statusCode)))
      sending.on('error', () => resolve('cut off'))
      const part = Buffer.alloc(64 * 1024, 'x')
      const more = (): void => {
        while (!sending.destroyed && sending.write(part));
      }
      sending.on('drain', more)
      more()
    })

    expect([413, 'EPIPE', 'ECONNRESET']).toContain(announced)
    expect(['413', 'cut off']).toContain(unannounced)
    expect(taken).toEqual([])
    expect(refused).toEqual(['size', 'size'])
  })

  it.each([
    ['headers', `POST /slack/events HTTP/1.1\r\nHost: x\r\n`, 'X-More: 1\r\n'],
    [
      'a body',
      `POST /slack/events HTTP/1.1\r\nHost: x\r\nX-Slack-Request-Timestamp: ${NOON}\r\nContent-Length: 9000\r\n\r\n`,
      'x',
    ],
  ])('cuts off whoever drips %s, and answers others meanwhile', async (_what, beginning, drop) => {
    const { port, send } = await startGuarded({
      headersTimeout: 300,
      requestTimeout: 300,
      connectionsCheckingInterval: 20,
    })
    const socket = connect(port)
    onTestFinished(() => void socket.destroy())
    const ended = new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined))
    socket.resume().write(beginning)
    const dripping = setInterval(() => socket.write(drop), 20)
    onTestFinished(() => clearInterval(dripping))

    expect(await send()).toBe(200)
    await ended
    expect(await send()).toBe(200)
  })

  it('refuses headers without end', async () => {
    const { port, send } = await startGuarded()
    const socket = connect(port)
    const answer = new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(data.toString()))
      socket.on('error', () => resolve('cut off'))
    })
    socket.write(`POST /slack/events HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)

    expect(await answer).toMatch(/^HTTP\/1.1 431|cut off/u)
    expect(await send()).toBe(200)
  })
})
