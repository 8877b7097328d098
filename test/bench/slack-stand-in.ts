import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Latency } from './latency.ts'
import { listen } from './listen.ts'

/** A view that an app showed, and when the person had it before their eyes (`performance.now()`). */
export type Shown = {
  readonly viewId: string
  readonly atMs: number
  /** Of that, what Slack itself took. */
  readonly latencyMs: number
  readonly json: string
}

/**
 * As much of Slack's Web API and of Socket Mode as the two apps need, and nothing that costs time: the sandbox workspace checks and keeps
 * everything, which takes more processor time per click than what is measured here.
 */
export type SlackStandIn = AsyncDisposable & {
  readonly apiUrl: string
  /** Resolves with the view that this trigger opens. */
  opened(triggerId: string): Promise<Shown>
  /** Resolves with the next update of the view with this `view_id` or `external_id` that says `words`. */
  updated(id: string, words: string): Promise<Shown>
  /** Forgets updates that nobody waited for. */
  forget(): void
  readonly calls: ReadonlyMap<string, number>
  setLatency(latency: Latency): void
  /** An email's file, as `files.info` answers it. */
  setFile(file: object): void
  /** Sends an envelope over Socket Mode and resolves with the payload of its ack. */
  sendEnvelope(envelope: { readonly envelope_id: string }): Promise<string>
  readonly sockets: number
  /** How often an app has connected. */
  readonly connections: number
  /** Slack's request to connect anew. */
  refreshSockets(): void
}

export const TEAM = 'TBENCH'

const ANSWERS: Readonly<Record<string, (args: URLSearchParams) => string>> = {
  'auth.test': () => `{"ok":true,"team_id":"${TEAM}","user_id":"UBOT","bot_id":"BBOT"}`,
  'users.info': (args) =>
    `{"ok":true,"user":{"id":"${args.get('user')}","team_id":"${TEAM}","deleted":false}}`,
  'conversations.info': (args) =>
    `{"ok":true,"channel":{"id":"${args.get('channel')}","is_ext_shared":false,"is_pending_ext_shared":false}}`,
  'conversations.open': (args) => `{"ok":true,"channel":{"id":"D${args.get('users')}"}}`,
  'conversations.history': () => '{"ok":true,"messages":[],"has_more":false}',
  'usergroups.users.list': () => '{"ok":true,"users":["UOFFICE"]}',
}

export async function startSlackStandIn(): Promise<SlackStandIn> {
  const calls = new Map<string, number>()
  const opens = new Map<string, (shown: Shown) => void>()
  const waiting = new Map<string, { words: string; done: (shown: Shown) => void }>()
  const latest = new Map<string, Shown>()
  const acks = new Map<string, (payload: string) => void>()
  const sockets = new Set<WebSocket>()
  const hub = new WebSocketServer({ noServer: true })
  let [views, messages, connections] = [0, 0, 0]
  let latency: Latency
  let fileJson = 'null'

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  const port = await listen(server)

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const method = (request.url ?? '').split('/').at(-1) ?? ''
    calls.set(method, (calls.get(method) ?? 0) + 1)
    const args = new URLSearchParams(Buffer.concat(parts).toString())
    const latencyMs = latency.slackMs()
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(answer(method, args, latencyMs))
  }

  function answer(method: string, args: URLSearchParams, latencyMs: number): string {
    if (method === 'views.open' || method === 'views.update') return show(method, args, latencyMs)
    if (method === 'apps.connections.open') return `{"ok":true,"url":"ws://127.0.0.1:${port}/link"}`
    if (method === 'files.info') return `{"ok":true,"file":${fileJson}}`
    if (method === 'chat.postMessage' || method === 'chat.update') {
      messages += 1
      const ts = args.get('ts') ?? `1700000000.${String(messages).padStart(6, '0')}`
      return `{"ok":true,"channel":"${args.get('channel')}","ts":"${ts}"}`
    }
    return ANSWERS[method]?.(args) ?? '{"ok":false,"error":"unknown_method"}'
  }

  function show(method: string, args: URLSearchParams, latencyMs: number): string {
    const json = args.get('view') ?? '{}'
    const viewId = args.get('view_id') ?? `V${++views}`
    const shown: Shown = { viewId, atMs: performance.now(), latencyMs, json }
    if (method === 'views.open') {
      const trigger = args.get('trigger_id') ?? ''
      opens.get(trigger)?.(shown)
      opens.delete(trigger)
    } else {
      const id = args.get('external_id') ?? viewId
      const wanted = waiting.get(id)
      if (wanted && json.includes(wanted.words)) {
        waiting.delete(id)
        wanted.done(shown)
      } else latest.set(id, shown)
    }
    return `{"ok":true,"view":{"id":"${viewId}","hash":"${viewId}.${shown.atMs}",${json.slice(1)}}`
  }

  server.on('upgrade', (request, socket, head) => {
    hub.handleUpgrade(request, socket, head, (connection) => {
      connections += 1
      sockets.add(connection)
      connection.on('close', () => sockets.delete(connection))
      connection.on('error', () => connection.terminate())
      connection.on('message', (data) => {
        const { envelope_id: id, payload } = JSON.parse(String(data))
        acks.get(id)?.(payload === undefined ? '' : JSON.stringify(payload))
        acks.delete(id)
      })
      connection.send('{"type":"hello","num_connections":1,"connection_info":{"app_id":"ABENCH"}}')
    })
  })

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    opened: (triggerId) => new Promise((resolve) => opens.set(triggerId, resolve)),
    updated(id, words) {
      const before = latest.get(id)
      latest.delete(id)
      if (before?.json.includes(words)) return Promise.resolve(before)
      return new Promise((done) => waiting.set(id, { words, done }))
    },
    forget() {
      latest.clear()
    },
    setLatency(wanted) {
      latency = wanted
    },
    setFile(file) {
      fileJson = JSON.stringify(file)
    },
    sendEnvelope(envelope) {
      const [socket] = sockets
      return new Promise((resolve, reject) => {
        if (!socket) return reject(new Error('No app is connected'))
        acks.set(envelope.envelope_id, resolve)
        socket.send(JSON.stringify(envelope))
      })
    },
    get sockets() {
      return sockets.size
    },
    get connections() {
      return connections
    },
    refreshSockets() {
      for (const socket of sockets) {
        sockets.delete(socket)
        socket.send('{"type":"disconnect","reason":"refresh_requested"}')
      }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of hub.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
