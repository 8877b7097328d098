import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Workspace } from '../api.ts'
import type { Changes } from '../changes.ts'
import { CannotDoError } from '../errors.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { TrafficLog } from '../traffic.ts'
import { textAnswer, writeAnswer } from '../web-api/http-answer.ts'
import { parseJson, readBody } from '../web-api/read-arguments.ts'
import { CONTROL_ROUTES } from './control-routes.ts'
import { streamLive } from './live-stream.ts'

/** Answers `/_sandbox/…`: the workspace for a page or a demo in another process. */
export function createControl(workspace: () => Workspace, changes: Changes, traffic: TrafficLog) {
  return async function serveControl(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://sandbox')
    const path = url.pathname.replace(/^\/_sandbox/u, '').replace(/(?<=.)\/$/u, '') || '/'
    if (path === '/stream') return streamLive(response, changes, traffic)
    const body = await readJson(request)
    if (!body) return reply(response, 415, { error: 'json_expected' })
    for (const route of CONTROL_ROUTES) {
      const names = request.method === route.verb ? namesIn(path, route.path) : undefined
      if (!names) continue
      return run(response, () => route.run(workspace(), { names, query: url.searchParams, body }))
    }
    reply(response, 404, { error: 'not_found' })
  }
}

async function run(response: ServerResponse, act: () => unknown): Promise<void> {
  try {
    const result = await act()
    reply(response, result === undefined ? 404 : 200, result ?? { error: 'not_found' })
  } catch (error) {
    if (!(error instanceof CannotDoError)) throw error
    reply(response, 409, { error: error.code, message: error.message })
  }
}

// Changes must come as JSON, even empty ones: a page of another origin can't send that without being asked first.
async function readJson(request: IncomingMessage): Promise<JsonObject | undefined> {
  const text = (await readBody(request)).toString()
  if (request.method === 'GET') return {}
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined
  const parsed = text === '' ? {} : parseJson(text)
  return isObject(parsed) ? parsed : undefined
}

function namesIn(path: string, pattern: string): string[] | undefined {
  const parts = path.split('/')
  const wanted = pattern.split('/')
  if (parts.length !== wanted.length) return undefined
  const fits = wanted.every((part, index) => part.startsWith(':') || part === parts[index])
  return fits
    ? wanted.flatMap((part, index) => (part.startsWith(':') ? decodeURIComponent(parts[index] ?? '') : []))
    : undefined
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  writeAnswer(response, textAnswer(JSON.stringify(body), status, 'application/json; charset=utf-8'))
}
