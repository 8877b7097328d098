/** How long the stand-ins let a call wait before they carry it out; ms. */
export type Latency = {
  readonly name: string
  readonly slackMs: () => number
  readonly singleopsMs: () => number
}

export const NO_LATENCY: Latency = { name: '0 ms', slackMs: () => 0, singleopsMs: () => 0 }

const SLACK_MS = 80
const SINGLEOPS_MS = 300
const JITTER_MS = 100
const SLOW_SHARE = 0.05
const SLOW_MS = 1500

/** Slack 80 ms, SingleOps 300 ± 100 ms, one call in twenty 1.5 s. The same draws for the same seed. */
export function realisticLatency(seed: number): Latency {
  const random = randomFrom(seed)
  return {
    name: 'realistic',
    slackMs: () => SLACK_MS,
    singleopsMs: () =>
      random() < SLOW_SHARE ? SLOW_MS : SINGLEOPS_MS - JITTER_MS + 2 * JITTER_MS * random(),
  }
}

/** mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
