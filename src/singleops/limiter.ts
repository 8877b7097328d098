export type Limiter = {
  /** Runs at most so many at a time, first come first served. Who is aborted while waiting leaves the queue. */
  run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result>
}

export function createLimiter(concurrency: number): Limiter {
  const waiting = new Set<() => void>()
  let running = 0

  function enter(signal: AbortSignal): Promise<void> {
    if (running < concurrency) {
      running += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(begin)
        reject(signal.reason)
      }
      const begin = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      waiting.add(begin)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  // The place is handed on, not given back: nobody who comes just now can take it from the one who has waited longest.
  function exit(): void {
    const [next] = waiting
    if (!next) {
      running -= 1
      return
    }
    waiting.delete(next)
    next()
  }

  return {
    async run(work, signal) {
      signal.throwIfAborted()
      await enter(signal)
      try {
        return await work()
      } finally {
        exit()
      }
    },
  }
}
