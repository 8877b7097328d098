import { type Dispatcher, Pool, request } from 'undici'
import { openDeadline } from './deadline.ts'
import { isBroken, isTooSlow } from './error-codes.ts'
import { NotAnsweredError } from './errors.ts'
import { createLimiter } from './limiter.ts'
import type { SingleOpsAccount, SingleOpsSettings } from './settings.ts'

/** Asks SingleOps with `GET`; gives the parsed JSON. Rejects with a `NotAnsweredError`, or with the signal's reason. */
export type Reader = {
  get(
    account: SingleOpsAccount,
    path: string,
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<unknown>
  close(): Promise<void>
}

// A page of 50 clients is about 60 kB; notices may be long.
const LARGEST_ANSWER = 8 * 1024 * 1024

export function createReader(settings: SingleOpsSettings, override?: Dispatcher): Reader {
  const { connectMs, headersMs, bodyMs, concurrency } = settings.reading
  const base = new URL(settings.baseUrl)
  const pool =
    override ??
    new Pool(base.origin, {
      connections: concurrency,
      connect: { timeout: connectMs },
      headersTimeout: headersMs,
      bodyTimeout: bodyMs,
      maxResponseSize: LARGEST_ANSWER,
      allowH2: false,
    })
  const limiter = createLimiter(concurrency)

  async function ask(url: URL, signal: AbortSignal): Promise<unknown> {
    using deadline = openDeadline(connectMs + headersMs + bodyMs, signal)
    const answer = await request(url, {
      dispatcher: pool,
      headers: { accept: 'application/json' },
      signal: deadline.signal,
    })
    if (answer.statusCode !== 200) {
      await answer.body.dump({ limit: LARGEST_ANSWER, signal: deadline.signal })
      throw new NotAnsweredError(toCode(answer.statusCode), { status: answer.statusCode })
    }
    return parseJson(await answer.body.text())
  }

  return {
    async get(account, path, parameters, signal) {
      const url = new URL(path, base)
      const credentials = { user_email: account.userEmail, user_token: account.userToken }
      url.search = new URLSearchParams({ ...parameters, ...credentials }).toString()
      return limiter.run(async () => {
        try {
          return await ask(url, signal).catch((error: unknown) => {
            // A kept connection that SingleOps has closed meanwhile says nothing about SingleOps: once more, on another one.
            if (signal.aborted || !isBroken(error)) throw error
            return ask(url, signal)
          })
        } catch (error) {
          throw signal.aborted ? signal.reason : toNotAnswered(error)
        }
      }, signal)
    },
    async close() {
      if (!override) await pool.destroy()
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Without its cause: that one quotes the answer, and with it a client's data.
    throw new NotAnsweredError('unreadable', { status: 200 })
  }
}

function toCode(status: number): NotAnsweredError['code'] {
  if (status === 429) return 'rate_limited'
  if (status === 401 || status === 403 || status === 404 || (status >= 300 && status < 400))
    return 'not_allowed'
  return status >= 500 ? 'unreachable' : 'unreadable'
}

function toNotAnswered(error: unknown): NotAnsweredError {
  if (error instanceof NotAnsweredError) return error
  return new NotAnsweredError(isTooSlow(error) ? 'too_slow' : 'unreachable', { cause: error })
}
