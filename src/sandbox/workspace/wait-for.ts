import type { WaitOptions } from './api.ts'
import type { Changes } from './changes.ts'

/** Long enough for a busy machine, below the time after which the journeys give up, so that the reason is seen. */
const DEFAULT_TIMEOUT_MS = 10_000

/** See `Workspace.waitFor`. */
export function createWaitFor(changes: Changes, closing: AbortSignal, describe: () => string) {
  return function waitFor<Value>(
    find: () => Value | undefined | null | false,
    { timeoutMs = DEFAULT_TIMEOUT_MS, what = 'what the test waits for' }: WaitOptions = {},
  ): Promise<Value> {
    const { promise, resolve, reject } = Promise.withResolvers<Value>()
    let lastThrown: unknown
    const look = () => {
      try {
        const value = find()
        if (value === undefined || value === null || value === false) return
        stop()
        resolve(value)
      } catch (error) {
        lastThrown = error
      }
    }
    const giveUp = () => {
      stop()
      reject(new Error(`The sandbox was closed while waiting for ${what}.`))
    }
    const timer = setTimeout(() => {
      stop()
      const thrown = lastThrown === undefined ? '' : `\nLast error while looking: ${String(lastThrown)}`
      reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}.${thrown}\n${describe()}`))
    }, timeoutMs)
    const stopListening = changes.listen(look)
    const stop = () => {
      clearTimeout(timer)
      closing.removeEventListener('abort', giveUp)
      stopListening()
    }
    closing.addEventListener('abort', giveUp)
    look()
    return promise
  }
}
