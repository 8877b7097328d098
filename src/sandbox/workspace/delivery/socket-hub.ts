import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { DisconnectReason } from '../api.ts'
import { isObject, type JsonObject } from '../json.ts'
import { parseJson } from '../web-api/read-arguments.ts'
import type { Delivery, Line, LineAnswer } from './line.ts'

/** Slack's cap per app. */
const MAX_CONNECTIONS = 10

/** The app's Socket Mode connections. */
export type SocketHub = {
  readonly line: Line
  readonly open: number
  /** The path and query of a new connection's one-time address. */
  newTicket(appId: string): string
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  disconnect(reason: DisconnectReason): void
  cutAll(): void
}

type Waiting = { readonly from: WebSocket; readonly answer: (answer: LineAnswer) => void }

export function createSocketHub(appId: string, changed: () => void): SocketHub {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const connections = new Set<WebSocket>()
  const waiting = new Map<string, Waiting>()
  let turn = 0

  function join(connection: WebSocket): void {
    connection.on('message', (data, isBinary) => {
      if (!isBinary) takeAck(String(data))
    })
    connection.on('close', () => {
      connections.delete(connection)
      for (const [id, entry] of waiting) {
        if (entry.from !== connection) continue
        waiting.delete(id)
        entry.answer({ failure: 'connection_failed' })
      }
      changed()
    })
    // A broken connection also closes, and that is where it is dealt with.
    connection.on('error', () => connection.terminate())
    if (connections.size >= MAX_CONNECTIONS) {
      send(connection, disconnectFrame('too_many_websockets'))
      return
    }
    connections.add(connection)
    send(connection, {
      type: 'hello',
      num_connections: connections.size,
      debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18060 },
      connection_info: { app_id: appId },
    })
    changed()
  }

  function takeAck(text: string): void {
    const frame = parseJson(text)
    if (!isObject(frame) || typeof frame.envelope_id !== 'string') return
    const entry = waiting.get(frame.envelope_id)
    if (!entry) return
    waiting.delete(frame.envelope_id)
    const { payload } = frame
    const isEmpty =
      payload === undefined || payload === null || (isObject(payload) && Object.keys(payload).length === 0)
    entry.answer({ status: 200, ...(isEmpty ? {} : { body: payload }) })
  }

  const line: Line = (delivery, timeoutMs) => {
    const all = [...connections]
    turn += 1
    const connection = all[turn % all.length]
    if (!connection) return Promise.resolve({ failure: 'connection_failed' })
    const { promise, resolve } = Promise.withResolvers<LineAnswer>()
    const envelopeId = randomUUID()
    const timer = setTimeout(() => {
      waiting.delete(envelopeId)
      resolve({ failure: 'http_timeout' })
    }, timeoutMs)
    waiting.set(envelopeId, {
      from: connection,
      answer(answer) {
        clearTimeout(timer)
        resolve(answer)
      },
    })
    send(connection, envelope(envelopeId, delivery))
    return promise
  }

  return {
    line,
    get open() {
      return connections.size
    },
    newTicket(id) {
      const ticket = randomBytes(16).toString('hex')
      tickets.add(ticket)
      return `/link/?ticket=${ticket}&app_id=${id}`
    },
    accept(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://sandbox')
      if (!tickets.delete(url.searchParams.get('ticket') ?? '')) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, join)
    },
    disconnect(reason) {
      // A connection that was told to go gets nothing more; it may still acknowledge what it has.
      for (const connection of [...connections]) {
        connections.delete(connection)
        send(connection, disconnectFrame(reason))
      }
      changed()
    },
    cutAll() {
      for (const connection of server.clients) connection.terminate()
      connections.clear()
    },
  }
}

function envelope(id: string, { kind, payload, retry }: Delivery): JsonObject {
  if (kind === 'events') {
    return {
      envelope_id: id,
      type: 'events_api',
      accepts_response_payload: false,
      retry_attempt: retry?.number ?? 0,
      retry_reason: retry?.reason ?? '',
      payload,
    }
  }
  const type = kind === 'commands' ? 'slash_commands' : 'interactive'
  return { envelope_id: id, type, accepts_response_payload: true, payload }
}

function disconnectFrame(reason: DisconnectReason): JsonObject {
  return { type: 'disconnect', reason, debug_info: { host: 'sandbox' } }
}

function send(connection: WebSocket, frame: JsonObject): void {
  connection.send(JSON.stringify(frame))
}
