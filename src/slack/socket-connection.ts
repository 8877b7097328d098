import { setTimeout as pause } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../ops/log.ts'

export type SocketConnection = {
  readonly isConnected: boolean
  /** Ends the attempts and the connection. */
  close(): Promise<void>
}

// Slack is asked again soon at first: it is usually back in a moment.
const AGAIN_MS = [500, 1000, 2000, 5000, 15_000]

/** Connects by Socket Mode and stays connected; while Slack is down it keeps trying in the background. `onConnected`: each time. */
export function connectSocket(
  receiver: SocketModeReceiver,
  log: Log,
  onConnected: () => void = () => undefined,
): SocketConnection {
  const closing = new AbortController()
  let isConnected = false
  receiver.client.on('connected', () => {
    isConnected = true
    log.info({}, 'connected to slack')
    onConnected()
  })
  receiver.client.on('disconnected', () => {
    isConnected = false
  })
  receiver.client.on('reconnecting', () => {
    isConnected = false
  })
  const connecting = keepTrying(receiver, closing.signal, log)

  return {
    get isConnected() {
      return isConnected
    },
    async close() {
      closing.abort()
      if (isConnected) {
        const gone = new Promise<void>((resolve) => {
          receiver.client.once('disconnected', () => resolve())
        })
        await receiver.stop()
        // The client says that it has stopped before the socket is closed.
        await Promise.race([gone, pause(CLOSE_WITHIN_MS)])
      }
      await connecting
    },
  }
}

const CLOSE_WITHIN_MS = 1000

async function keepTrying(receiver: SocketModeReceiver, closing: AbortSignal, log: Log): Promise<void> {
  for (let tries = 0; !closing.aborted; tries += 1) {
    try {
      await receiver.start()
      return
    } catch (error) {
      const waitMs = AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)] ?? 0
      log.warn({ err: error, waitMs }, 'could not connect to slack')
      await pause(waitMs, undefined, { signal: closing }).catch(() => undefined)
    }
  }
}
