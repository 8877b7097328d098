import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { text } from 'node:stream/consumers'
import type { FetchFunction } from '@slack/web-api'

/**
 * How a Web API client reaches Slack: with a whole answer within `ms`, or it rejects. The global `fetch` with an `AbortSignal.timeout` would
 * keep everything that a call was made of until that time is over, however fast the answer: a form a second makes the collector work for it.
 * Redirects are not followed.
 */
export function fetchWithin(ms: number): FetchFunction {
  return async (url, { method = 'POST', headers = {}, body } = {}) => {
    if (typeof body === 'object') throw new TypeError('files are not uploaded')
    const address = new URL(url)
    const request = address.protocol === 'https:' ? requestTls : requestPlain
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    const asked = request(address, { method, headers }, (answer) => {
      text(answer).then((words) => resolve(toResponse(address, answer, words)), reject)
    })
    // It stays for good: a connection may break after the answer has begun.
    asked.on('error', reject)
    const timer = setTimeout(() => {
      asked.destroy(new DOMException('the time for an answer is up', 'TimeoutError'))
    }, ms)
    asked.end(body)
    try {
      return await promise
    } finally {
      clearTimeout(timer)
    }
  }
}

/** What the Web API client asks of an answer. */
type Response = Awaited<ReturnType<FetchFunction>>

function toResponse(address: URL, answer: IncomingMessage, words: string): Response {
  const { statusCode: status = 0, statusMessage: statusText = '' } = answer
  const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    url: address.href,
    headers: new Headers(headers),
    text: async () => words,
    json: async () => JSON.parse(words),
    arrayBuffer: async () => new TextEncoder().encode(words).buffer,
  }
}
