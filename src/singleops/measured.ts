import type { Metrics } from '../ops/metrics.ts'
import type { Tracing } from '../ops/tracing.ts'
import { NotAnsweredError } from './errors.ts'
import type { Poster } from './posting.ts'
import type { Reader } from './reading.ts'

/** Those who are told of each call. */
export type Watch = { readonly metrics: Metrics; readonly tracing: Tracing }

/**
 * The same reader, its calls timed and traced by path, without what was asked for; waiting for a free connection counts, as it does for
 * the person who waits.
 */
export function measureReader(reader: Reader, { metrics, tracing }: Watch): Reader {
  return {
    get(account, path, parameters, signal) {
      const call = `GET ${path}`
      return tracing.span('outgoing', `singleops ${call}`, { account: account.key }, async () => {
        const begunAt = performance.now()
        let outcome = 'ok'
        try {
          return await reader.get(account, path, parameters, signal)
        } catch (error) {
          outcome = error instanceof NotAnsweredError ? error.code : 'given_up'
          throw error
        } finally {
          tracing.note({ outcome })
          metrics.singleopsCalled(call, outcome, (performance.now() - begunAt) / 1000)
        }
      })
    },
    close: () => reader.close(),
  }
}

/** The same poster, its calls timed and traced by path and by how far they got. */
export function measurePoster(poster: Poster, { metrics, tracing }: Watch): Poster {
  return {
    post(path, body, signal) {
      const call = `POST ${path}`
      return tracing.span('outgoing', `singleops ${call}`, {}, async () => {
        const begunAt = performance.now()
        const result = await poster.post(path, body, signal)
        const outcome =
          result.kind === 'answered' ? `${Math.floor(result.answer.status / 100)}xx` : result.kind
        tracing.note({ outcome })
        if (outcome !== '2xx') tracing.fail(outcome)
        metrics.singleopsCalled(call, outcome, (performance.now() - begunAt) / 1000)
        return result
      })
    },
    close: () => poster.close(),
  }
}
