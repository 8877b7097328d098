import { randomBytes } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { userActionsOf } from './actions/user-actions-of.ts'
import type { Message, UserActions, Workspace, WorkspaceOptions } from './api.ts'
import { createChanges } from './changes.ts'
import { createControl } from './control/serve-control.ts'
import { createDeliver } from './delivery/deliver.ts'
import { createEventDesk } from './delivery/event-desk.ts'
import { createHttpLine } from './delivery/http-line.ts'
import { createSocketHub } from './delivery/socket-hub.ts'
import { verifyUrl } from './delivery/verify-url.ts'
import { describeSituation } from './describe-situation.ts'
import { type Channel, createDirectory } from './directory.ts'
import { createDrain } from './drain.ts'
import { CannotDoError } from './errors.ts'
import { createFaultSwitches } from './fault-switches.ts'
import { createFileStore } from './files/file-store.ts'
import { shareEmail } from './files/share-email.ts'
import { createMessageForms } from './forms/message-forms.ts'
import { createTimestamps } from './ids.ts'
import { copyOf, type JsonObject } from './json.ts'
import { readManifest } from './manifest.ts'
import { createMessageLog } from './messages/message-log.ts'
import { channelRecord, groupRecord, userRecord } from './named-records.ts'
import type { Parts } from './parts.ts'
import { TEAM } from './people.ts'
import { createResponseUrls } from './response-urls.ts'
import { createTrafficLog } from './traffic.ts'
import { createTriggers } from './triggers.ts'
import { createViewDesk } from './views/view-desk.ts'
import { createWaitFor } from './wait-for.ts'
import { METHODS } from './web-api/answer-call.ts'
import type { Methods } from './web-api/call.ts'
import { textAnswer, writeAnswer } from './web-api/http-answer.ts'
import { createServe } from './web-api/serve.ts'

/** Slack repeats a failed event at once, after a minute and after five. */
const EVENT_RETRY_DELAYS_MS = [0, 60_000, 300_000]
const TRIGGER_LIFETIME_MS = 3000
const ACK_TIMEOUT_MS = 3000

/** Starts a Slack workspace on this machine; resolves when it listens. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const clock = options.clock ?? Date.now
  const ackTimeoutMs = options.ackTimeoutMs ?? ACK_TIMEOUT_MS
  const manifest = readManifest(options.manifest, { strictScopes: options.strictScopes ?? true })
  const app = { id: 'A0SANDBOX00', bot_id: 'B0SANDBOX00', bot_user_id: 'U0SANDBOXBOT', name: manifest.name }
  const tokens = { bot: `xoxb-${randomHex()}`, app: `xapp-1-${app.id}-${randomHex()}` }
  const signingSecret = randomHex()
  const closing = new AbortController()
  let requestUrl = options.requestUrl
  let quirks = options.quirks ?? {}
  let port = options.port ?? 0

  const changes = createChanges()
  const traffic = createTrafficLog(clock, changes)
  const faults = createFaultSwitches()
  const nextTs = createTimestamps(clock)
  const hub = createSocketHub(app.id, changes.emit)
  const httpLine = createHttpLine(() => requestUrl, signingSecret)
  // An app that is connected by Socket Mode gets nothing over HTTP.
  const deliver = createDeliver({
    line: () => (hub.open > 0 ? hub.line : httpLine),
    traffic,
    faults,
    ackTimeoutMs,
    closing: closing.signal,
  })
  const events = createEventDesk({
    deliver,
    manifest,
    app,
    clock,
    nextTs,
    retryDelaysMs: options.eventRetryDelaysMs ?? EVENT_RETRY_DELAYS_MS,
    changed: changes.emit,
  })
  const parts: Parts = {
    clock,
    nextTs,
    changes,
    traffic,
    faults,
    directory: createDirectory(options, Math.floor(clock() / 1000)),
    messages: createMessageLog(changes.emit),
    files: createFileStore(),
    views: createViewDesk(clock, changes.emit),
    triggers: createTriggers(clock, options.triggerLifetimeMs ?? TRIGGER_LIFETIME_MS),
    responseUrls: createResponseUrls(clock, TEAM.id),
    manifest,
    app,
    deliver,
    events,
    strictScopes: options.strictScopes ?? true,
    quirks: () => quirks,
    origin: () => `http://127.0.0.1:${port}`,
  }
  const { directory, messages } = parts

  const methods: Methods = {
    ...METHODS,
    'apps.connections.open': {
      token: 'app',
      run: () => ({ url: `ws://127.0.0.1:${port}${hub.newTicket(app.id)}` }),
    },
  }
  const serve = createServe(parts, tokens, methods, closing.signal)
  const control = createControl(() => workspace, changes, traffic)
  const server = createServer((request, response) => {
    const answer = request.url?.startsWith('/_sandbox') ? control : serve
    answer(request, response).catch((error: unknown) => answerBroken(response, error))
  })
  // Longer than a test lives: no call meets a connection that has just been given up as idle.
  server.keepAliveTimeout = 120_000
  server.on('upgrade', (request, socket: Socket, head) => hub.accept(request, socket, head))
  port = await listen(server, port)

  const messageForms = createMessageForms()
  const suggestions = new Map<string, JsonObject[]>()
  const people = new Map<string, UserActions>()

  function actionsOf(name: string): UserActions {
    const user = directory.user(name)
    if (!user) throw new CannotDoError(`No person is called ${name}.`)
    const known = people.get(user.id) ?? userActionsOf({ user, parts, messageForms, suggestions })
    people.set(user.id, known)
    return known
  }
  /** `dm:ana` is that person's direct message with the app. */
  function channelOf(ref: string): Channel {
    const person = ref.startsWith('dm:') ? directory.user(ref.slice(3)) : undefined
    const channel = person ? directory.dm(person.id) : directory.channel(ref)
    if (!channel) throw new CannotDoError(`There is no channel ${ref}.`)
    return channel
  }
  async function goDown(): Promise<void> {
    hub.cutAll()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
  async function close(): Promise<void> {
    if (closing.signal.aborted) return
    closing.abort()
    events.close()
    faults.clear()
    await goDown()
  }

  const workspace: Workspace = {
    get url() {
      return `http://127.0.0.1:${port}/api/`
    },
    get port() {
      return port
    },
    botToken: tokens.bot,
    signingSecret,
    appToken: tokens.app,
    team: { ...TEAM },
    app,
    users: userRecord(directory),
    get channels() {
      return channelRecord(directory)
    },
    groups: groupRecord(directory),
    definition: manifest,

    as: actionsOf,
    setRequestUrl(url) {
      requestUrl = url
    },
    verifyRequestUrl: () => verifyUrl(httpLine, ackTimeoutMs),
    setQuirks(next) {
      quirks = next
    },
    setChannel(ref, { is_archived, bot_member, is_private }) {
      const channel = channelOf(ref)
      channel.is_archived = is_archived ?? channel.is_archived
      channel.bot_member = bot_member ?? channel.bot_member
      if (is_private !== undefined) channel.kind = is_private ? 'private' : 'public'
      changes.emit()
    },
    messages(ref, { thread_ts: threadTs } = {}) {
      const { id } = channelOf(ref)
      return copyOf(threadTs === undefined ? messages.ofChannel(id) : messages.ofThread(id, threadTs))
    },
    dm(name): Message[] {
      return copyOf(messages.ofChannel(directory.dm(actionsOf(name).id).id))
    },
    shareEmail: (channel, email) => shareEmail(parts, channelOf(channel), email),

    waitFor: createWaitFor(changes, closing.signal, () => describeSituation(parts)),
    touch: changes.emit,
    drain: createDrain(changes, traffic),
    traffic: () => traffic.entries(),
    calls: (method) =>
      traffic.entries().filter((entry) => entry.direction === 'app→slack' && entry.what === method),

    setFault: faults.set,
    faults: faults.list,
    clearFaults: faults.clear,
    hold: faults.hold,
    goDown,
    async comeUp() {
      if (!server.listening) port = await listen(server, port)
    },
    disconnectSockets: (reason = 'refresh_requested') => hub.disconnect(reason),
    get sockets() {
      return hub.open
    },
    retryEventsNow: events.retryNow,
    pendingEventRetries: events.waiting,
    close,
    [Symbol.asyncDispose]: close,
  }
  return workspace
}

/** A fault of the sandbox itself: said as such, so that nobody looks for it in the app. */
function answerBroken(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy()
  else writeAnswer(response, textAnswer(`The sandbox broke: ${String(error)}`, 500))
}

function randomHex(): string {
  return randomBytes(16).toString('hex')
}

async function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', resolve)
  await promise
  server.off('error', reject)
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
