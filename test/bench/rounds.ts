import type { Contestant } from './contestant.ts'
import type { Progress } from './result.ts'

export const ROUNDS = 10

/**
 * Each contestant's measurements of each round, taken in turns: whatever else the machine does meets all of them alike. Who begins
 * changes from round to round.
 */
export async function interleave<Measured>(
  contestants: readonly Contestant[],
  rounds: number,
  measure: (contestant: Contestant) => Promise<Measured>,
  progress: Progress,
): Promise<ReadonlyMap<Contestant['kind'], readonly Measured[]>> {
  const measured = new Map(contestants.map(({ kind }) => [kind, [] as Measured[]]))
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? contestants : contestants.toReversed()
    for (const contestant of order) measured.get(contestant.kind)?.push(await measure(contestant))
    progress(`round ${round + 1} of ${rounds}`)
  }
  return measured
}
