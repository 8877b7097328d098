import { getAnswer, type RequestEntry } from '../api/singleops-api.ts'
import type { IndexedTraffic } from '../api/workspace-api.ts'

/** One request between two of the three, whichever. */
export type WireEntry = {
  readonly key: string
  readonly route: string
  readonly what: string
  readonly at: number
  readonly durationMs: number | undefined
  readonly outcome: string
  readonly isTrouble: boolean
  readonly request: unknown
  /** Undefined: none. */
  readResponse(): Promise<unknown>
}

export function fromSlack(entry: IndexedTraffic, app: string): WireEntry {
  const { index, direction, what, at, durationMs, status, error, request, response, retry } = entry
  return {
    key: `slack ${index}`,
    route: direction === 'app→slack' ? `${app} → Slack` : `Slack → ${app}`,
    what: retry === undefined ? what : `${what} (repeat ${retry})`,
    at,
    durationMs,
    outcome:
      error ?? (status === undefined ? (durationMs === undefined ? '…' : 'no answer') : String(status)),
    isTrouble: error !== undefined || (status !== undefined && status >= 400),
    request,
    readResponse: async () => response,
  }
}

export function fromSingleOps(entry: RequestEntry, app: string): WireEntry {
  const { id, method, path, query, body, status, startedAt, durationMs, ended, fault } = entry
  const end = status === undefined || ended === 'cut' ? (ended ?? '…') : String(status)
  return {
    key: `singleops ${id}`,
    route: `${app} → SingleOps`,
    what: `${method} ${path.replace('/api/v1/', '')}`,
    at: startedAt,
    durationMs,
    outcome: fault === undefined ? end : `${end} (${fault})`,
    isTrouble: ended === 'cut' || ended === 'abandoned' || (status !== undefined && status >= 400),
    request: body ?? query,
    readResponse: async () => toReadable(await getAnswer(id)),
  }
}

/** What is no JSON is shown as it came. */
function toReadable(answer: string | null): unknown {
  if (answer === null) return undefined
  try {
    return JSON.parse(answer)
  } catch {
    return answer
  }
}
