import type { Socket } from 'node:net'
import { htmlAnswer } from './answer.ts'
import { API_ROOT } from './call.ts'
import { DisconnectedError, type Exchange } from './connection.ts'
import { CONTROL_ROOT, type ControlHead } from './control.ts'
import { hideInQuery } from './credentials.ts'
import { findPage } from './page.ts'
import type { RequestLog } from './request-log.ts'
import { sendAnswer } from './send-answer.ts'
import { type ApiContext, serveCall } from './serve-call.ts'

export type ServeContext = ApiContext & {
  readonly log: RequestLog
  readonly serveControl: (exchange: Exchange, head: ControlHead) => Promise<void>
}

/** Gives the function that answers everything that comes in on the port. */
export function createServe(context: ServeContext): (exchange: Exchange) => Promise<void> {
  const connections = new WeakMap<Socket, { readonly number: number; requests: number }>()
  let count = 0

  function connectionOf(socket: Socket) {
    const known = connections.get(socket)
    if (known) {
      known.requests += 1
      return known
    }
    count += 1
    const fresh = { number: count, requests: 1 }
    connections.set(socket, fresh)
    return fresh
  }

  return async function serve(exchange) {
    const { method = 'GET', url: target = '/', headers, socket } = exchange.request
    const url = URL.parse(target, 'http://sandbox')
    const path = url?.pathname ?? target
    const query = Object.fromEntries(url?.searchParams ?? [])
    if (path === CONTROL_ROOT || path.startsWith(`${CONTROL_ROOT}/`)) {
      return context.serveControl(exchange, { method, path, query })
    }
    const connection = connectionOf(socket)
    const entry = context.log.start({
      method,
      path,
      query: hideInQuery(query),
      connection: connection.number,
    })
    try {
      if (path.startsWith(API_ROOT)) {
        const head = {
          method,
          path: path.slice(API_ROOT.length),
          query,
          contentType: headers['content-type'],
          reusedConnection: connection.requests > 1,
        }
        await serveCall(exchange, head, entry, context)
      } else {
        const answer = findPage(method, path, context.accounts) ?? htmlAnswer(404, 'The page was not found')
        entry.note({ status: answer.status })
        await sendAnswer(exchange, answer, undefined)
      }
      entry.end('answered')
    } catch (error) {
      if (!(error instanceof DisconnectedError)) throw error
      entry.end(error.how)
    }
  }
}
