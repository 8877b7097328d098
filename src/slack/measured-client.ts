import { type WebAPICallResult, WebClient, type WebClientOptions } from '@slack/web-api'
import type { Metrics } from '../ops/metrics.ts'
import type { Tracing } from '../ops/tracing.ts'
import { readApiFailure } from './api-error.ts'

/** A Web API client whose calls are timed and traced by method. */
export class MeasuredClient extends WebClient {
  readonly #metrics: Metrics
  readonly #tracing: Tracing

  constructor(token: string, options: WebClientOptions, metrics: Metrics, tracing: Tracing) {
    super(token, options)
    this.#metrics = metrics
    this.#tracing = tracing
  }

  override apiCall(method: string, options: Record<string, unknown> = {}): Promise<WebAPICallResult> {
    return this.#tracing.span('outgoing', `slack ${method}`, {}, () => this.#timed(method, options))
  }

  async #timed(method: string, options: Record<string, unknown>): Promise<WebAPICallResult> {
    const begunAt = performance.now()
    let outcome = 'ok'
    try {
      const answer = await super.apiCall(method, options)
      const view = method === 'views.open' || method === 'views.push' ? callbackIdOf(options.view) : undefined
      if (view !== undefined) this.#metrics.viewOpened(view)
      return answer
    } catch (error) {
      outcome = readApiFailure(error).kind
      throw error
    } finally {
      this.#tracing.note({ outcome })
      this.#metrics.slackCalled(method, outcome, (performance.now() - begunAt) / 1000)
    }
  }
}

function callbackIdOf(view: unknown): string | undefined {
  const id = typeof view === 'object' && view !== null && 'callback_id' in view ? view.callback_id : undefined
  return typeof id === 'string' ? id : undefined
}
