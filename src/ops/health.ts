import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Check, CheckResult } from './check.ts'
import { createCheckRounds } from './check-rounds.ts'
import type { Log } from './log.ts'
import { type Answer, JSON_TYPE, type Page, sendPage } from './pages.ts'

export type HealthOptions = {
  /** What decides about readiness: database, migrations, listener. Asked at each request. */
  readonly ready: readonly Check[]
  /** What is only reported: whether Slack and SingleOps can be reached. Asked at most every half minute, never waited for. */
  readonly checks: readonly Check[]
  readonly log: Log
  readonly now: () => number
  /** Once it is aborted, the process is stopping: alive, but not ready. */
  readonly stopping: AbortSignal
}

export type Health = { readonly pages: readonly Page[] }

// A probe usually waits a second or two.
const READY_WITHIN_MS = 1_000

export function createHealth({ ready, checks, log, now, stopping }: HealthOptions): Health {
  const required = createCheckRounds({ checks: ready, log, now, stopping, deadlineMs: READY_WITHIN_MS })
  const reported = createCheckRounds({ checks, log, now, stopping, deadlineMs: 10_000 })

  const answerAlive: Answer = (request, response) => send(request, response, 200, { status: 'alive' })

  const answerReady: Answer = (request, response) => {
    void required.run().then((results) => {
      const isReady = !stopping.aborted && results.every(({ result }) => result.ok)
      send(request, response, isReady ? 200 : 503, {
        status: stopping.aborted ? 'stopping' : isReady ? 'ready' : 'not ready',
        checks: Object.fromEntries(results.map(({ name, result }) => [name, describe(result)])),
        reachable: Object.fromEntries(
          reported
            .latest()
            .map(({ name, result, at }) => [
              name,
              result && at !== undefined
                ? { ...describe(result), ageSeconds: Math.round((now() - at) / 1000) }
                : { ok: null, problem: 'not asked yet' },
            ]),
        ),
      })
    })
  }

  return {
    pages: [
      { path: '/healthz', answer: answerAlive },
      { path: '/readyz', answer: answerReady },
    ],
  }
}

// Details and remedies are for doctor: anybody may ask here.
const describe = (result: CheckResult): object =>
  result.ok ? { ok: true } : { ok: false, problem: result.problem }

function send(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  sendPage(request, response, status, JSON_TYPE, `${JSON.stringify(body)}\n`)
}
