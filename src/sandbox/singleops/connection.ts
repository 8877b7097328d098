import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** There is nobody left to answer. */
export class DisconnectedError extends Error {
  override name = 'DisconnectedError'
  readonly code = 'disconnected'
  /** `cut`: by the server. `abandoned`: by the other side. */
  readonly how: 'cut' | 'abandoned'

  constructor(how: 'cut' | 'abandoned', options?: ErrorOptions) {
    super(`The connection was ${how}.`, options)
    this.how = how
  }
}

/** One request, its answer, and the signal that aborts when the server goes down. */
export type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly down: AbortSignal
}

/** Breaks the connection with a TCP reset, as a crashed server or a firewall does. */
export function cut({ request }: Exchange): DisconnectedError {
  request.socket.resetAndDestroy()
  return new DisconnectedError('cut')
}

/** Goes on when `promise` does; throws as soon as the server goes down. */
export async function unlessDown<Value>({ down }: Exchange, promise: Promise<Value>): Promise<Value> {
  const { promise: fallen, reject } = Promise.withResolvers<never>()
  const fall = () => reject(new DisconnectedError('cut'))
  if (down.aborted) fall()
  down.addEventListener('abort', fall, { once: true })
  try {
    return await Promise.race([promise, fallen])
  } finally {
    down.removeEventListener('abort', fall)
  }
}

export async function pause({ down }: Exchange, ms: number): Promise<void> {
  if (ms <= 0) return
  try {
    await delay(ms, undefined, { signal: down })
  } catch (error) {
    if (down.aborted) throw new DisconnectedError('cut', { cause: error })
    throw error
  }
}
