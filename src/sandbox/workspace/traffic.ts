import type { TrafficEntry } from './api.ts'
import type { Changes } from './changes.ts'
import type { JsonObject } from './json.ts'

export type TrafficStart = Pick<TrafficEntry, 'direction' | 'what' | 'request'> & { readonly retry?: number }
export type TrafficEnd = {
  readonly response?: JsonObject | string
  readonly status?: number | undefined
  readonly error?: string | undefined
}

/** What went over the wire, in the order in which it started. */
export type TrafficLog = {
  /** Notes a call or delivery; the function returned notes how it ended. */
  start(entry: TrafficStart): (end: TrafficEnd) => void
  entries(): TrafficEntry[]
  /** Calls and deliveries that have not ended. */
  underWay(): number
  listen(listener: (entry: TrafficEntry) => void): () => void
}

export function createTrafficLog(clock: () => number, changes: Changes): TrafficLog {
  const entries: TrafficEntry[] = []
  const listeners = new Set<(entry: TrafficEntry) => void>()
  let open = 0

  return {
    start(start) {
      const startedAt = performance.now()
      const index = entries.push({ ...start, at: clock() }) - 1
      open += 1
      changes.emit()
      return (end) => {
        const entry: TrafficEntry = {
          ...start,
          at: entries[index]?.at ?? clock(),
          durationMs: Math.round(performance.now() - startedAt),
          ...(end.response === undefined ? {} : { response: end.response }),
          ...(end.status === undefined ? {} : { status: end.status }),
          ...(end.error === undefined ? {} : { error: end.error }),
        }
        entries[index] = entry
        open -= 1
        for (const listener of listeners) listener(entry)
        changes.emit()
      }
    },
    entries: () => [...entries],
    underWay: () => open,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
