import { ActError } from '../api/http.ts'
import { type ActName, act, type Surface } from '../api/workspace-api.ts'

/** While somebody types, so that not each letter is a request. */
const TYPING_PAUSE_MS = 300

type Waiting = {
  readonly where: Surface
  readonly field: string
  value: unknown
  timer: ReturnType<typeof setTimeout>
  readonly done: PromiseWithResolvers<void>
}

/** What one person does, one act after the other; what is typed is entered before any other act. */
export type PersonDesk = {
  /** Resolves when the workspace holds the value and the page shows what it holds; with `isTyped` it waits for a pause first. */
  fill(where: Surface, field: string, value: unknown, isTyped?: boolean): Promise<void>
  run<Result>(name: ActName, body?: unknown): Promise<Result>
  /** True when something was entered since `forget`. */
  readonly hasEntries: boolean
  forget(): void
}

/** `changed`: something was done, look again. `trouble`: it could not be done, in words for the person. */
export function createPersonDesk(
  user: string,
  changed: () => Promise<void>,
  trouble: (words: string) => void,
): PersonDesk {
  const waiting = new Map<string, Waiting>()
  let last: Promise<unknown> = Promise.resolve()
  let hasEntries = false

  function enqueue<Result>(task: () => Promise<Result>): Promise<Result> {
    const next = last.then(task, task)
    last = next.catch(() => undefined)
    return next
  }

  function tell(error: unknown): void {
    trouble(error instanceof Error ? error.message : String(error))
  }

  function send(key: string): Promise<void> {
    const entry = waiting.get(key)
    if (!entry) return Promise.resolve()
    waiting.delete(key)
    clearTimeout(entry.timer)
    const { where, field } = entry
    return enqueue(() => act(user, 'fill', { values: { [field]: entry.value }, where }))
      .then(
        () => changed(),
        (error: unknown) => {
          // The app may have taken the field away meanwhile: then there is nothing left to be told of.
          if (!(error instanceof ActError) || error.code !== 'no_such_field') tell(error)
        },
      )
      .finally(() => entry.done.resolve())
  }

  return {
    fill(where, field, value, isTyped = false) {
      hasEntries = true
      const key = JSON.stringify([where, field])
      const known = waiting.get(key)
      if (known) clearTimeout(known.timer)
      const entry: Waiting = {
        where,
        field,
        value,
        timer: setTimeout(() => void send(key), isTyped ? TYPING_PAUSE_MS : 0),
        done: known?.done ?? Promise.withResolvers<void>(),
      }
      waiting.set(key, entry)
      return entry.done.promise
    },
    async run<Result>(name: ActName, body: unknown = {}): Promise<Result> {
      for (const key of [...waiting.keys()]) void send(key)
      try {
        const { result } = await enqueue(() => act<Result>(user, name, body))
        return result
      } catch (error) {
        tell(error)
        throw error
      } finally {
        void changed()
      }
    },
    get hasEntries() {
      return hasEntries
    },
    forget() {
      for (const { timer, done } of waiting.values()) {
        clearTimeout(timer)
        done.resolve()
      }
      waiting.clear()
      hasEntries = false
    },
  }
}
