import { createHmac } from 'node:crypto'
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { parseJson, readBody } from '../web-api/read-arguments.ts'
import type { Delivery, Line, LineAnswer } from './line.ts'

const FORM = 'application/x-www-form-urlencoded'

/** Signed requests to the app's request URL. */
export function createHttpLine(requestUrl: () => string | undefined, signingSecret: string): Line {
  return async (delivery, timeoutMs) => {
    const url = requestUrl()
    if (url === undefined) return { failure: 'connection_failed' }
    const { contentType, body } = encode(delivery)
    const headers: OutgoingHttpHeaders = {
      ...signatureHeaders(body, signingSecret),
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      accept: '*/*',
      connection: 'close',
      ...(delivery.retry
        ? { 'x-slack-retry-num': delivery.retry.number, 'x-slack-retry-reason': delivery.retry.reason }
        : {}),
    }
    return post(url, headers, body, timeoutMs)
  }
}

/** Slack's exact types: apps compare the form's for equality. */
function encode({ kind, payload }: Delivery): { contentType: string; body: string } {
  if (kind === 'events') return { contentType: 'application/json', body: JSON.stringify(payload) }
  const fields =
    kind === 'commands'
      ? Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])
      : [['payload', JSON.stringify(payload)]]
  return { contentType: FORM, body: new URLSearchParams(fields).toString() }
}

// The app compares the time with its own clock, so it is the real one, whatever clock the workspace has.
function signatureHeaders(body: string, secret: string): OutgoingHttpHeaders {
  const timestamp = Math.floor(Date.now() / 1000)
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` }
}

function post(
  url: string,
  headers: OutgoingHttpHeaders,
  body: string,
  timeoutMs: number,
): Promise<LineAnswer> {
  const { promise, resolve } = Promise.withResolvers<LineAnswer>()
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  const request = send(url, { method: 'POST', headers }, (response) => {
    readAnswer(response).then(resolve, () => resolve({ failure: 'connection_failed' }))
  })
  const timer = setTimeout(() => {
    resolve({ failure: 'http_timeout' })
    request.destroy()
  }, timeoutMs)
  request.on('error', () => resolve({ failure: 'connection_failed' }))
  request.on('close', () => clearTimeout(timer))
  request.end(body)
  return promise
}

async function readAnswer(response: IncomingMessage): Promise<LineAnswer> {
  const text = (await readBody(response)).toString()
  const status = response.statusCode ?? 0
  const redirected = status >= 300 && status < 400
  return {
    status,
    ...(text === '' ? {} : { body: parseJson(text) ?? text }),
    ...(redirected ? { failure: 'too_many_redirects' } : {}),
    noRetry: response.headers['x-slack-no-retry'] === '1',
  }
}
