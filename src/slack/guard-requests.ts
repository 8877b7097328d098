import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'

export type GuardOptions = {
  readonly path: string
  readonly signingSecret: string
  /** Epoch ms. */
  readonly now: () => number
  readonly log: Log
  readonly metrics: Metrics
}

type Refusal = {
  readonly status: number
  readonly reason: 'path' | 'method' | 'timestamp' | 'signature' | 'size' | 'shape'
}

// Slack's own advice; it also holds for times to come, so that a request can't be kept for later.
const CLOCKS_DIFFER_BY_S = 5 * 60
// A view with 100 blocks and its state stays far below; Slack's Events API sends at most a few hundred kB.
const LARGEST_BODY = 1024 * 1024

/**
 * Lets through to Bolt only what Slack has signed a moment ago, of a size and shape that Slack sends. Bolt checks the signature again, but
 * takes any time to come, throws at other paths, and ends the process at a signed `null`.
 */
export function guardRequests(next: RequestListener, options: GuardOptions): RequestListener {
  const { log, metrics } = options

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const judged = await judge(request, options)
    if (Buffer.isBuffer(judged)) {
      // Where Bolt looks for a body that has been read.
      Object.assign(request, { rawBody: judged })
      return next(request, response)
    }
    const { status, reason } = judged
    if (reason !== 'path') {
      metrics.requestRefused(reason)
      log.warn({ reason }, 'request refused')
    }
    // What has not been read may be endless.
    response.writeHead(status, { connection: 'close' }).end()
    if (!request.complete) request.destroy()
  }

  return (request, response) => {
    pass(request, response).catch((err: unknown) => {
      log.info({ err }, 'request broken off')
      response.destroy()
    })
  }
}

async function judge(request: IncomingMessage, options: GuardOptions): Promise<Buffer | Refusal> {
  const { path, now, signingSecret } = options
  if (URL.parse(request.url ?? '', 'http://localhost')?.pathname !== path) return refusal(404, 'path')
  if (request.method !== 'POST') return refusal(405, 'method')
  const timestamp = onlyHeader(request, 'x-slack-request-timestamp')
  const signature = onlyHeader(request, 'x-slack-signature')
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return refusal(413, 'size')
  if (timestamp === '' && signature === '' && isForm(request)) {
    const body = await readBody(request)
    // Slack's question about the certificate isn't signed; whatever else came with it is dropped.
    return body && parse(body.toString()).ssl_check === '1' ? SSL_CHECK : refusal(401, 'signature')
  }
  if (!/^\d{1,11}$/u.test(timestamp)) return refusal(401, 'timestamp')
  if (Math.abs(now() / 1000 - Number(timestamp)) > CLOCKS_DIFFER_BY_S) return refusal(401, 'timestamp')
  const body = await readBody(request)
  if (!body) return refusal(413, 'size')
  if (!isSigned(body, timestamp, signature, signingSecret)) return refusal(401, 'signature')
  return holdsObject(request, body) ? body : refusal(400, 'shape')
}

const SSL_CHECK = Buffer.from('ssl_check=1')

const refusal = (status: number, reason: Refusal['reason']): Refusal => ({ status, reason })

function onlyHeader(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

/** Undefined when it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    size += part.length
    if (size > LARGEST_BODY) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

// As Bolt does: with a charset behind it, it is none.
const isForm = (request: IncomingMessage): boolean =>
  request.headers['content-type'] === 'application/x-www-form-urlencoded'

/** Whether the body is, or carries in `payload`, an object: what Bolt takes for granted. */
function holdsObject(request: IncomingMessage, body: Buffer): boolean {
  const text = isForm(request) ? parse(body.toString()).payload : body.toString()
  if (typeof text !== 'string') return true
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/** Source: Slack's page on verifying requests. */
function isSigned(body: Buffer, timestamp: string, signature: string, secret: string): boolean {
  const ours = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest()
  const theirs = Buffer.from(/^v0=([0-9a-f]{64})$/u.exec(signature)?.[1] ?? '', 'hex')
  return theirs.length === ours.length && timingSafeEqual(theirs, ours)
}
