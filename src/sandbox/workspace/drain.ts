import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Changes } from './changes.ts'
import type { TrafficLog } from './traffic.ts'

/** See `Workspace.drain`. */
export function createDrain(changes: Changes, traffic: TrafficLog): () => Promise<void> {
  return async function drain() {
    do {
      await idle(changes, traffic)
      // What an answer sets off starts within the same turn; look once more after it.
      await nextTurn()
    } while (traffic.underWay() > 0)
  }
}

function idle(changes: Changes, traffic: TrafficLog): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const look = () => {
    if (traffic.underWay() > 0) return
    stop()
    resolve()
  }
  const stop = changes.listen(look)
  look()
  return promise
}
