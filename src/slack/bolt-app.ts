import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import type { Check } from '../ops/check.ts'
import type { Log } from '../ops/log.ts'
import { toBoltLogger } from './bolt-logger.ts'
import { ONE_TRY } from './call-slack.ts'
import { slackChecks } from './checks.ts'
import { createDeciders } from './deciders.ts'
import { createIdentity } from './identity.ts'
import { keepStrangersOut } from './keep-strangers-out.ts'
import { registerListeners } from './listeners.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import type { SlackParts } from './parts.ts'
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

export function createSlackClients(settings: SlackSettings, log: Log): SlackClients {
  const common = { slackApiUrl: settings.apiUrl, logger: toBoltLogger(log) }
  return {
    notices: new WebClient(settings.botToken, { ...common, ...ONE_TRY }),
    live: new WebClient(settings.botToken, {
      ...common,
      retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 500 },
      rejectRateLimitedCalls: true,
      timeout: 5000,
    }),
    views: new WebClient(settings.botToken, { ...common, ...ONE_TRY, timeout: 2500 }),
  }
}

export type SlackApp = {
  /** What decides about readiness, and what is only reported. */
  readonly checks: { readonly ready: readonly Check[]; readonly reachable: readonly Check[] }
  /** Listens on the settings' port, in Socket Mode for `ops` alone; resolves with the port that was taken. */
  start(ops: { readonly paths: readonly string[]; readonly answer: RequestListener }): Promise<number>
  /** Takes nothing new, lets what is under way end until `signal` aborts, then disconnects. */
  stop(signal: AbortSignal): Promise<void>
}

/** The app as Slack sees it: by Socket Mode with an app token, else by HTTP at `POST /slack/events`. */
export function createSlackApp(parts: SlackParts, clients: SlackClients): SlackApp {
  const { settings, log } = parts
  const logger = toBoltLogger(log)
  const receiver = settings.appToken
    ? new SocketModeReceiver({
        appToken: settings.appToken,
        logger,
        installerOptions: { clientOptions: { slackApiUrl: settings.apiUrl } },
      })
    : new HTTPReceiver({ signingSecret: settings.signingSecret, endpoints: '/slack/events', logger })
  const identity = createIdentity(clients.live, settings.botToken)
  const app = new App({
    receiver,
    logger,
    authorize: () => identity.authorize(),
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: settings.apiUrl, ...ONE_TRY },
  })
  const running = createRunning()
  app.use(async ({ next }) => running.track(() => next()))
  app.use(keepStrangersOut(identity.team, log))
  app.error(async (error) => log.error({ err: error }, 'listener failed'))

  let socket: SocketConnection | undefined
  let isListening = false
  const checks = slackChecks(clients.live, () =>
    receiver instanceof SocketModeReceiver ? socket?.isConnected === true : isListening,
  )
  registerListeners(app, {
    ...parts,
    checks: [...parts.checks, ...checks.reachable],
    client: clients.live,
    views: createViewCalls(clients.views),
    inOrder: createOneAtATime(),
    deciders: createDeciders({ client: clients.live, settings, now: parts.now, log }),
  })
  let server: ReturnType<typeof createServer> | undefined

  return {
    checks,
    async start(ops) {
      const fallback: RequestListener =
        receiver instanceof HTTPReceiver
          ? receiver.requestListener
          : (_, response) => response.writeHead(404).end()
      server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        return ops.paths.includes(pathname) ? ops.answer(request, response) : fallback(request, response)
      })
      await listen(server, settings.port)
      isListening = true
      if (receiver instanceof SocketModeReceiver) socket = connectSocket(receiver, log)
      // Learnt ahead of the first click; a failure is tried again then.
      void identity.authorize()
      return (server.address() as AddressInfo).port
    },
    async stop(signal) {
      isListening = false
      const closed = server && close(server)
      await running.settled(signal)
      await socket?.close()
      server?.closeAllConnections()
      await closed
    },
  }
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
