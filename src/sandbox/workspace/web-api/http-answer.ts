import type { ServerResponse } from 'node:http'
import type { JsonObject } from '../json.ts'

export type HttpAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  /** The body before it became text; missing when it is no JSON. */
  readonly json?: JsonObject
}

export function jsonAnswer(
  json: JsonObject,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(json),
    json,
  }
}

export function textAnswer(
  body: string | Uint8Array,
  status = 200,
  contentType = 'text/plain; charset=utf-8',
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, headers: { 'content-type': contentType, ...headers }, body }
}

export function writeAnswer(response: ServerResponse, answer: HttpAnswer): void {
  response.writeHead(answer.status, answer.headers)
  response.end(answer.body)
}
