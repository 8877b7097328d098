import { startContestant } from '../contestant.ts'
import type { Options, PartResult } from '../result.ts'
import { warmUp } from '../warm-up.ts'

const WARM = 4
// Slack's client waits five seconds before each.
const RECONNECTS = 20
const FLAT_WITHIN_MB = 1

/** Memory over many Socket Mode reconnects, as Slack asks for them every few hours. */
export async function measureReconnects({ quick, progress }: Options): Promise<PartResult> {
  await using app = await startContestant('leadhand', { transport: 'socket' })
  await warmUp(app, 'email', 200)
  const reconnect = async (times: number): Promise<void> => {
    for (let done = 0; done < times; done += 1) {
      const before = app.slack.connections
      app.slack.refreshSockets()
      while (app.slack.connections === before || app.slack.sockets === 0)
        await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  await reconnect(quick ? 1 : WARM)
  const before = await app.vitals(true)
  const count = quick ? 2 : RECONNECTS
  await reconnect(count)
  const after = await app.vitals(true)
  progress(`heap ${before.heapMb.toFixed(1)} → ${after.heapMb.toFixed(1)} MB`)
  // It still takes what Slack sends.
  await warmUp(app, 'email', 5)
  return {
    lines: [
      {
        what: `heap after ${count} more reconnects`,
        setting: 'socket',
        unit: 'MB more',
        leadhand: after.heapMb - before.heapMb,
      },
    ],
    goals: [
      {
        what: `memory over ${count} Socket Mode reconnects`,
        goal: `flat: at most ${FLAT_WITHIN_MB} MB of heap more`,
        measured: after.heapMb - before.heapMb,
        limit: FLAT_WITHIN_MB,
        unit: 'MB more',
      },
    ],
  }
}
