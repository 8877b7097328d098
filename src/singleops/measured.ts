import type { Metrics } from '../ops/metrics.ts'
import { NotAnsweredError } from './errors.ts'
import type { Poster } from './posting.ts'
import type { Reader } from './reading.ts'

/** The same reader, its calls timed by path; waiting for a free connection counts, as it does for the person who waits. */
export function measureReader(reader: Reader, metrics: Metrics): Reader {
  return {
    async get(account, path, parameters, signal) {
      const begunAt = performance.now()
      let outcome = 'ok'
      try {
        return await reader.get(account, path, parameters, signal)
      } catch (error) {
        outcome = error instanceof NotAnsweredError ? error.code : 'given_up'
        throw error
      } finally {
        metrics.singleopsCalled(`GET ${path}`, outcome, (performance.now() - begunAt) / 1000)
      }
    },
    close: () => reader.close(),
  }
}

/** The same poster, its calls timed by path and by how far they got. */
export function measurePoster(poster: Poster, metrics: Metrics): Poster {
  return {
    async post(path, body, signal) {
      const begunAt = performance.now()
      const result = await poster.post(path, body, signal)
      const outcome = result.kind === 'answered' ? `${Math.floor(result.answer.status / 100)}xx` : result.kind
      metrics.singleopsCalled(`POST ${path}`, outcome, (performance.now() - begunAt) / 1000)
      return result
    },
    close: () => poster.close(),
  }
}
