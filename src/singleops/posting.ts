import type { Socket } from 'node:net'
import { buildConnector, Client, request } from 'undici'
import { openDeadline } from './deadline.ts'
import { createLimiter } from './limiter.ts'
import type { SingleOpsSettings } from './settings.ts'

/** What came back, whatever its status; redirects are not followed. */
export type PostAnswer = {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly body: string
}

export type PostResult =
  | { readonly kind: 'answered'; readonly answer: PostAnswer }
  /** Not one byte of the request has left: it can't have had an effect. */
  | { readonly kind: 'not-sent'; readonly error: unknown }
  /** Something was written, and then no whole answer came. `status` when at least its headers did. */
  | { readonly kind: 'no-answer'; readonly error: unknown; readonly status: number | undefined }

/** Posts JSON to SingleOps and says how far it got. Never rejects for what happens on the network. */
export type Poster = {
  post(path: string, body: object, signal: AbortSignal): Promise<PostResult>
  /** Breaks off what is under way. */
  close(): Promise<void>
}

type Connector = ReturnType<typeof buildConnector>

const LARGEST_ANSWER = 1024 * 1024

/**
 * Each POST has a connection of its own. A kept one may have been closed by SingleOps a moment ago: the reset would look like a lost
 * answer, and a person would have to look for a lead that never arrived. A TLS handshake for each lead is the smaller price; sessions
 * are resumed.
 */
export function createPoster(settings: SingleOpsSettings, override?: Connector): Poster {
  const { connectMs, headersMs, bodyMs, concurrency } = settings.posting
  const base = new URL(settings.baseUrl)
  const connect = override ?? buildConnector({ timeout: connectMs, allowH2: false })
  const limiter = createLimiter(concurrency)
  const closing = new AbortController()
  const underWay = new Set<Promise<PostResult>>()

  async function send(path: string, body: object, signal: AbortSignal): Promise<PostResult> {
    let socket: Socket | undefined
    let status: number | undefined
    const client = new Client(base.origin, {
      connect: (options, callback) =>
        connect(options, (...[error, connected]) => {
          if (error) return callback(error, null)
          socket = connected
          callback(null, connected)
        }),
      headersTimeout: headersMs,
      bodyTimeout: bodyMs,
      maxResponseSize: LARGEST_ANSWER,
      allowH2: false,
    })
    try {
      using deadline = openDeadline(connectMs + headersMs + bodyMs, signal)
      const answer = await request(new URL(path, base), {
        dispatcher: client,
        method: 'POST',
        reset: true,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: deadline.signal,
      })
      status = answer.statusCode
      const retryAfter = answer.headers['retry-after']
      const text = await answer.body.text()
      return {
        kind: 'answered',
        answer: {
          status,
          retryAfter: typeof retryAfter === 'string' ? retryAfter : retryAfter?.[0],
          body: text,
        },
      }
    } catch (error) {
      // Counts what undici has handed to the socket, of the request itself; a TLS handshake is not among it.
      const isSent = socket !== undefined && socket.bytesWritten > 0
      return isSent ? { kind: 'no-answer', error, status } : { kind: 'not-sent', error }
    } finally {
      await client.destroy()
    }
  }

  return {
    async post(path, body, signal) {
      const either = AbortSignal.any([signal, closing.signal])
      const sending = limiter
        .run(() => send(path, body, either), either)
        .catch((error: unknown): PostResult => ({ kind: 'not-sent', error }))
      underWay.add(sending)
      try {
        return await sending
      } finally {
        underWay.delete(sending)
      }
    },
    async close() {
      closing.abort(new DOMException('closing', 'AbortError'))
      await Promise.all(underWay)
    },
  }
}
