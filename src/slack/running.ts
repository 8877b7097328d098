/** Counts what is under way, so that stopping can wait for it. */
export type Running = {
  track<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when nothing is under way, or when `signal` aborts. */
  settled(signal: AbortSignal): Promise<void>
}

export function createRunning(): Running {
  let count = 0
  const waiting = new Set<() => void>()

  return {
    async track(work) {
      count += 1
      try {
        return await work()
      } finally {
        count -= 1
        if (count === 0) for (const resolve of waiting) resolve()
      }
    },
    settled: (signal) =>
      new Promise((resolve) => {
        const done = () => {
          waiting.delete(done)
          signal.removeEventListener('abort', done)
          resolve()
        }
        if (count === 0 || signal.aborted) return resolve()
        waiting.add(done)
        signal.addEventListener('abort', done)
      }),
  }
}
