import type { Changes } from '../changes.ts'

/** Calls `announce` once per turn in which something changed. */
export function announceChanges(changes: Changes, announce: () => void): () => void {
  let announced = false
  return changes.listen(() => {
    if (announced) return
    announced = true
    setImmediate(() => {
      announced = false
      announce()
    })
  })
}
