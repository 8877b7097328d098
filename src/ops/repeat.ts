import type { Log } from './log.ts'

/** Does something at once and then again and again until disposed, never twice at a time; what goes wrong is logged and tried again next time. */
export function repeat(work: () => Promise<void>, everyMs: number, log: Log): AsyncDisposable {
  let running: Promise<void> = Promise.resolve()
  let isRunning = false
  const begin = () => {
    if (isRunning) return
    isRunning = true
    running = work()
      .catch((err: unknown) => log.error({ err }, 'repeated work failed'))
      .finally(() => {
        isRunning = false
      })
  }
  begin()
  const timer = setInterval(begin, everyMs)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await running
    },
  }
}
