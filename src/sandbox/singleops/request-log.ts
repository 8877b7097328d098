import type { Changes } from '../workspace/changes.ts'
import type { JsonValue } from '../workspace/json.ts'
import { hideInAnswer } from './credentials.ts'

/** One HTTP request, without credentials. */
export type RequestEntry = {
  readonly id: number
  readonly method: string
  /** With its leading slash, e.g. `/api/v1/jobs`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Parsed; a body that is no JSON is only described. */
  readonly body?: JsonValue
  /** Whose credentials it carried. */
  readonly account?: string
  /** What was answered, or begun to be; missing when nothing was. */
  readonly status?: number
  /** Epoch ms. */
  readonly startedAt: number
  /** Missing while it is under way. */
  readonly durationMs?: number
  /** `cut`: the server broke the connection. `abandoned`: the other side did, before it had its answer. */
  readonly ended?: 'answered' | 'cut' | 'abandoned'
  /** The fault that it met. */
  readonly fault?: string
  /** Fields and parameters that SingleOps drops without a word. */
  readonly ignored: readonly string[]
  /** Requests with the same number came over the same connection. */
  readonly connection: number
}

type Start = Pick<RequestEntry, 'method' | 'path' | 'query' | 'connection'>
type Facts = Partial<Pick<RequestEntry, 'body' | 'account' | 'fault' | 'ignored' | 'status'>>

export type OpenRequest = {
  note(facts: Facts): void
  /** The body as it is being sent. */
  noteAnswer(body: string): void
  end(ended: 'answered' | 'cut' | 'abandoned'): void
}

/** A page of clients is long: all answers of a long run would fill the memory. */
const ANSWERS_KEPT = 300

/** Every request, in the order in which they arrived. */
export class RequestLog {
  readonly #entries: RequestEntry[] = []
  readonly #answers = new Map<number, string>()
  readonly #clock: () => number
  readonly #changes: Changes
  #underWay = 0

  constructor(clock: () => number, changes: Changes) {
    this.#clock = clock
    this.#changes = changes
  }

  start(start: Start): OpenRequest {
    const began = performance.now()
    const index = this.#entries.length
    let entry: RequestEntry = { ...start, id: index + 1, startedAt: this.#clock(), ignored: [] }
    const replace = (change: Partial<RequestEntry>) => {
      entry = { ...entry, ...change }
      this.#entries[index] = entry
      this.#changes.emit()
    }
    this.#underWay += 1
    replace({})
    return {
      note: replace,
      noteAnswer: (body) => {
        this.#answers.set(index + 1, hideInAnswer(body))
        this.#answers.delete(index + 1 - ANSWERS_KEPT)
      },
      end: (ended) => {
        this.#underWay -= 1
        replace({ ended, durationMs: Math.round(performance.now() - began) })
      },
    }
  }

  /** All, or those of one API path (`jobs`). */
  list(path?: string): RequestEntry[] {
    return this.#entries.filter((entry) => path === undefined || entry.path === `/api/v1/${path}`)
  }

  /** The body of the answer to the request with this id, without clients' secrets; the newest requests still have theirs. */
  answerTo(id: number): string | undefined {
    return this.#answers.get(id)
  }

  get underWay(): number {
    return this.#underWay
  }

  /** The last requests, a line each. */
  describe(): string {
    const lines = this.#entries.slice(-20).map((entry) => {
      const ending = entry.status ?? entry.ended ?? 'under way'
      return `${entry.method} ${entry.path} → ${ending}${entry.fault ? ` (${entry.fault})` : ''}`
    })
    return ['Last requests to SingleOps:', ...(lines.length > 0 ? lines : ['none'])].join('\n')
  }
}
