import type { ClientDirectory } from '../../src/matching/ports.ts'

export type Asked = { first: number; extra: number; rounds: number }

/** Gives the answers of all that is under way at once, as if each request took exactly as long: what is left is how often one waits. */
export function inRounds(directory: ClientDirectory, asked: Asked): ClientDirectory {
  let running = 0
  let waiting: (() => void)[] = []
  function release(): void {
    if (waiting.length < running) return
    const ready = waiting
    waiting = []
    running = 0
    asked.rounds += 1
    for (const go of ready) go()
  }
  return {
    async search(account, term, page, signal) {
      if (page === 1) asked.first += 1
      else asked.extra += 1
      running += 1
      const answer = await directory.search(account, term, page, signal)
      await new Promise<void>((go) => {
        waiting.push(go)
        setImmediate(release)
      })
      return answer
    },
  }
}
