import type { Log } from './log.ts'

/** Does something again and again until disposed, never twice at a time; what goes wrong is logged and tried again next time. */
export function repeat(work: () => Promise<void>, everyMs: number, log: Log): AsyncDisposable {
  let running: Promise<void> = Promise.resolve()
  let isRunning = false
  const timer = setInterval(() => {
    if (isRunning) return
    isRunning = true
    running = work()
      .catch((err: unknown) => log.error({ err }, 'repeated work failed'))
      .finally(() => {
        isRunning = false
      })
  }, everyMs)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await running
    },
  }
}
