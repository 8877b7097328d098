import { newCaller, type ReachedBy } from './caller.ts'
import type { Contestant } from './contestant.ts'
import { enterLeads } from './enter-lead.ts'
import { NO_LATENCY } from './latency.ts'
import { personOf } from './payloads.ts'

const LEADS = 600
const WIDTH = 8

/** Each person is known and the code has been compiled, as on any day but the first. */
export async function warmUp(app: Contestant, by: ReachedBy = 'email', leads = LEADS): Promise<void> {
  app.setLatency(NO_LATENCY)
  await enterLeads(app, leads, WIDTH, () => newCaller(by), personOf)
}
