import type { RequestListener } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClient, WebClientOptions } from '@slack/web-api'
import type { Check } from '../ops/check.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { Tracing } from '../ops/tracing.ts'
import { createAccess } from './access/access.ts'
import { createGate } from './access/gate.ts'
import { createMemberLists } from './access/member-lists.ts'
import { createPeople } from './access/people.ts'
import { toBoltLogger } from './bolt-logger.ts'
import { ONE_TRY } from './call-slack.ts'
import { slackChecks } from './checks.ts'
import { createDeciders } from './deciders.ts'
import { fetchWithin } from './fetch-within.ts'
import { type GuardOptions, guardRequests } from './guard-requests.ts'
import { createHttpServer, type HttpServer, type OwnPages } from './http-server.ts'
import { createIdentity } from './identity.ts'
import { watchIncoming } from './incoming.ts'
import { registerListeners } from './listeners.ts'
import { MeasuredClient } from './measured-client.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import type { SlackParts } from './parts.ts'
import { limitRate } from './rate-limit.ts'
import { createRunning } from './running.ts'
import type { SlackSettings } from './settings.ts'
import { connectSocket, type SocketConnection } from './socket-connection.ts'
import { createViewCalls } from './view-calls.ts'

export type SlackClients = {
  /** For notices: one try, because a lost answer is looked for first. */
  readonly notices: WebClient
  /** For what a person waits for. */
  readonly live: WebClient
  /** For `views.*`: a form that comes later than that has lost its trigger. */
  readonly views: WebClient
}

export function createSlackClients(
  settings: SlackSettings,
  { log, metrics, tracing }: { readonly log: Log; readonly metrics: Metrics; readonly tracing: Tracing },
): SlackClients {
  const common = { slackApiUrl: settings.apiUrl, logger: toBoltLogger(log) }
  const create = (patience: WebClientOptions) =>
    new MeasuredClient(settings.botToken, { ...common, ...patience }, metrics, tracing)
  return {
    notices: create(ONE_TRY),
    live: create({
      retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 500 },
      rejectRateLimitedCalls: true,
      fetch: fetchWithin(5000),
    }),
    views: create({ ...ONE_TRY, fetch: fetchWithin(2500) }),
  }
}

export type SlackApp = {
  /** What decides about readiness, and what is only reported. */
  readonly checks: { readonly ready: readonly Check[]; readonly reachable: readonly Check[] }
  /** Listens on the settings' port, in Socket Mode for `own` alone; resolves with the port that was taken. */
  start(own: OwnPages): Promise<number>
  /** Takes nothing new, lets what is under way end until `signal` aborts, then disconnects. */
  stop(signal: AbortSignal): Promise<void>
}

/** The app as Slack sees it: by Socket Mode with an app token, else by HTTP at `POST /slack/events`. */
export function createSlackApp(parts: SlackParts, clients: SlackClients): SlackApp {
  const { settings, log, metrics, tracing, now } = parts
  const { signingSecret } = settings
  const logger = toBoltLogger(log)
  const receiver = settings.appToken
    ? new SocketModeReceiver({
        appToken: settings.appToken,
        logger,
        autoReconnectEnabled: false,
        installerOptions: { clientOptions: { slackApiUrl: settings.apiUrl, ...ONE_TRY } },
      })
    : new HTTPReceiver({ signingSecret, endpoints: ENDPOINT, logger })
  const identity = createIdentity(clients.live, settings.botToken)
  const app = new App({
    receiver,
    logger,
    authorize: () => identity.authorize(),
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: settings.apiUrl, ...ONE_TRY },
  })
  watchIncoming(app, { log, metrics, tracing })
  const running = createRunning()
  app.use(async ({ next }) => running.track(() => next()))
  const views = createViewCalls(clients.views)
  const members = createMemberLists({ client: clients.live, now: parts.now, log })
  const access = createAccess({
    settings,
    people: createPeople({ client: clients.live, now: parts.now, log }),
    members,
    identity,
    delay: (ms) => pause(ms, undefined, { ref: false }),
  })
  app.use(limitRate({ now, log, metrics }))
  app.use(createGate({ access, identity, views, log }))
  app.error(async (error) => {
    tracing.fail(error.code)
    log.error({ err: error }, 'listener failed')
  })

  let socket: SocketConnection | undefined
  let isListening = false
  const checks = slackChecks(clients.live, () =>
    receiver instanceof SocketModeReceiver ? socket?.isConnected === true : isListening,
  )
  registerListeners(app, {
    ...parts,
    client: clients.live,
    views,
    inOrder: createOneAtATime(),
    deciders: createDeciders(settings, members),
    refusalOf: (user) => access.refusalOf(user, 'create'),
  })
  let server: HttpServer | undefined

  return {
    checks,
    async start(own) {
      server = createHttpServer(
        own,
        // Bolt judges a request's age by the process's clock too; the two must not disagree.
        toListener(receiver, { path: ENDPOINT, signingSecret, now: Date.now, log, metrics }),
      )
      const port = await server.listen(settings.port)
      isListening = true
      if (receiver instanceof SocketModeReceiver) {
        // Events that were sent while nothing was connected are lost.
        socket = connectSocket(receiver, log, () => void parts.inbox.closeGaps())
      }
      // Learnt ahead of the first click; a failure is tried again then.
      void identity.authorize()
      return port
    },
    async stop(signal) {
      isListening = false
      const closed = server?.close()
      await running.settled(signal)
      await socket?.close()
      server?.closeAllConnections()
      await closed
    },
  }
}

const ENDPOINT = '/slack/events'

/** In Socket Mode nothing is to be had here. */
function toListener(receiver: HTTPReceiver | SocketModeReceiver, options: GuardOptions): RequestListener {
  if (receiver instanceof HTTPReceiver) return guardRequests(receiver.requestListener, options)
  return (_, response) => response.writeHead(404).end()
}
