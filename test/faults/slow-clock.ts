/** A clock that only goes on when everything that its time has started is done. */
export type SlowClock = {
  readonly now: () => number
  sleep(ms: number): Promise<void>
  /** Goes on by `ms` in steps of `stepMs` at most, calling `step` after each. */
  run(ms: number, step: () => void, stepMs: number): Promise<void>
  runUntil(end: number, step: () => void, stepMs: number): Promise<void>
}

// Enough turns of the event loop for a handler to come to its next wait: nothing here waits for a device.
const TURNS = 8

export function createSlowClock(start: number): SlowClock {
  let time = start
  const sleepers: { at: number; wake: () => void }[] = []

  async function settle(step: () => void): Promise<void> {
    step()
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  async function runUntil(end: number, step: () => void, stepMs: number): Promise<void> {
    await settle(step)
    while (time < end) {
      sleepers.sort((one, other) => one.at - other.at)
      time = Math.min(end, time + stepMs, sleepers[0]?.at ?? end)
      while (sleepers[0] && sleepers[0].at <= time) sleepers.shift()?.wake()
      await settle(step)
    }
  }
  return {
    now: () => time,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: time + ms, wake })),
    run: (ms, step, stepMs) => runUntil(time + ms, step, stepMs),
    runUntil,
  }
}
