export type Figures = { readonly p50: number; readonly p95: number; readonly p99: number }

/** Of what was measured in one round; nearest rank. */
export function figuresOf(samples: readonly number[]): Figures {
  const sorted = samples.toSorted((a, b) => a - b)
  return { p50: rank(sorted, 0.5), p95: rank(sorted, 0.95), p99: rank(sorted, 0.99) }
}

/** Of several rounds: each figure's median over the rounds, so that one bad round decides nothing. */
export function medianOfRounds(rounds: readonly (readonly number[])[]): Figures {
  const figures = rounds.filter((samples) => samples.length > 0).map(figuresOf)
  const middle = (pick: (one: Figures) => number) => median(figures.map(pick))
  return { p50: middle(({ p50 }) => p50), p95: middle(({ p95 }) => p95), p99: middle(({ p99 }) => p99) }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)] ?? Number.NaN
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper
}

function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
