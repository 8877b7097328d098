import { setTimeout as pause } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../ops/log.ts'
import { readApiFailure } from './api-error.ts'

export type SocketConnection = {
  readonly isConnected: boolean
  /** Ends the attempts and the connection. */
  close(): Promise<void>
}

// The wait before each try. Slack sends connections away every few hours: then nobody should notice. A connection that does not last
// must not be asked for again and again.
const AGAIN_MS = [0, 500, 1000, 2000, 5000, 15_000]
const LASTED_MS = 10_000
// Slack greets at once; without it nothing comes through the connection.
const GREETED_WITHIN_MS = 20_000
const CLOSE_WITHIN_MS = 1000

/**
 * Connects by Socket Mode and stays connected; while Slack is down it keeps trying in the background. `onConnected`: each time.
 * The receiver must not reconnect by itself: it would wait five seconds first, and end the process when Slack refuses it meanwhile.
 */
export function connectSocket(
  receiver: SocketModeReceiver,
  log: Log,
  onConnected: () => void = () => undefined,
): SocketConnection {
  const { client } = receiver
  const closing = new AbortController()
  let isConnected = false
  let ended = Promise.withResolvers<void>()
  client.on('connected', () => {
    isConnected = true
    log.info({}, 'connected to slack')
    onConnected()
  })
  client.on('disconnected', () => {
    isConnected = false
    ended.resolve()
  })

  async function stayConnected(signal: AbortSignal): Promise<void> {
    let tries = 0
    let waitMs = 0
    while (await paused(waitMs, signal)) {
      ended = Promise.withResolvers()
      const startedAt = performance.now()
      try {
        await orAborted(start(receiver, signal), signal)
        await orAborted(ended.promise, signal)
        tries = performance.now() - startedAt < LASTED_MS ? tries + 1 : 0
        waitMs = waitBefore(tries)
      } catch (err) {
        tries += 1
        waitMs = waitBefore(tries, err)
        log.warn({ err, waitMs }, 'could not connect to slack')
      }
    }
  }
  const connecting = stayConnected(closing.signal)

  return {
    get isConnected() {
      return isConnected
    },
    async close() {
      closing.abort()
      if (isConnected) {
        await receiver.stop()
        // The client says that it has stopped before the socket is closed.
        await Promise.race([ended.promise, pause(CLOSE_WITHIN_MS)])
      }
      await connecting
    },
  }
}

/** Resolves when Slack has greeted; a connection that comes after the abort is sent away. */
async function start(receiver: SocketModeReceiver, signal: AbortSignal): Promise<void> {
  const giveUp = setTimeout(() => receiver.client.disconnect(), GREETED_WITHIN_MS)
  try {
    await receiver.start()
  } finally {
    clearTimeout(giveUp)
  }
  if (signal.aborted) await receiver.stop()
}

function waitBefore(tries: number, error?: unknown): number {
  const failure = error === undefined ? undefined : readApiFailure(error)
  const asked = failure?.kind === 'later' ? failure.afterMs : undefined
  return Math.max(AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)] ?? 0, asked ?? 0)
}

/** False when `signal` was aborted first. */
async function paused(ms: number, signal: AbortSignal): Promise<boolean> {
  await pause(ms, undefined, { signal, ref: false }).catch(() => undefined)
  return !signal.aborted
}

/** What comes of `work` after the abort is of no interest to anybody. */
async function orAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, resolve } = Promise.withResolvers<void>()
  const onAbort = () => resolve()
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) resolve()
  try {
    await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
