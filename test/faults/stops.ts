import { anEntry, confirm, enterLead, reachMatch } from './person.ts'
import { type FaultStage, QUICK_PLAN, startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, settle } from './verdict.ts'

const STOP_WITHIN_S = 3
// What was broken off is still written down, and a busy machine takes its time to end a process.
const GRACE_MS = 10_000
const POST = { method: 'POST', path: 'jobs', times: 1 } as const

type Stop = {
  readonly name: string
  /** Begins what is under way when the signal comes; resolves with what has to be true of the lead's state once the process is gone. */
  play(
    stage: FaultStage,
    stop: () => Promise<void>,
  ): Promise<{ readonly name: string; readonly states: readonly string[] }>
}

const STOPS: readonly Stop[] = [
  {
    name: 'a POST under way is let finish',
    async play(stage, stop) {
      const hold = stage.singleops.hold('jobs', { afterProcessing: true })
      const entry = anEntry()
      await enterLead(stage, stage.ws.as('ana'), entry)
      await hold.arrived
      const stopped = stop()
      hold.release()
      await stopped
      return { name: entry.Name, states: ['delivered'] }
    },
  },
  {
    name: 'a POST that does not end is recorded as unsure',
    async play(stage, stop) {
      const fault = stage.singleops.setFault({ ...POST, kind: 'silent', processed: true })
      const entry = anEntry()
      await enterLead(stage, stage.ws.as('ana'), entry)
      await stage.singleops.waitFor(() => fault.used > 0, { timeoutMs: 20_000 })
      await stop()
      return { name: entry.Name, states: ['unsure'] }
    },
  },
  {
    name: 'a confirm under way is acknowledged, and nothing new is begun',
    async play(stage, stop) {
      const ana = stage.ws.as('ana')
      const entry = anEntry()
      if (!(await reachMatch(stage, ana, entry))) throw new Error('The search did not end')
      const confirmed = ana.submit()
      const [outcome] = await Promise.all([confirmed, stop()])
      // Not answered before the end: the person sees that, and presses again once the next process is up.
      if (outcome.kind !== 'updated') {
        await stage.replica.start()
        await confirm(stage, ana)
      }
      return { name: entry.Name, states: ['queued', 'sending', 'waiting', 'unsure', 'delivered'] }
    },
  },
]

/** SIGTERM while something is under way: it ends within its limit, in good order, and the next process goes on. */
export async function stopUnderWay(progress: (row: Row) => void): Promise<void> {
  for (const { name, play } of STOPS) {
    await using stage = await startFaultStage({
      env: { STOP_WITHIN: String(STOP_WITHIN_S) },
      // Longer than the limit of the stop.
      plan: {
        delivery: { ...QUICK_PLAN.delivery, attemptDeadlineMs: 20_000, leaseMs: 25_000 },
        posting: { connectMs: 20_000, headersMs: 20_000, bodyMs: 20_000 },
      },
    })
    const broken: string[] = []
    const stop = async () => {
      const began = Date.now()
      const how = await stage.replica.stop()
      const tookMs = Date.now() - began
      if (how !== '0') broken.push(`ended with ${how}`)
      if (tookMs > STOP_WITHIN_S * 1000 + GRACE_MS) broken.push(`took ${tookMs} ms`)
    }
    const { name: customer, states } = await play(stage, stop)
    const lead = (await stage.ledger.leads()).find((one) => one.name === customer)
    if (!lead || !states.includes(lead.state)) broken.push(`was left as ${lead?.state}`)
    if (stage.replica.port === undefined) await stage.replica.start()
    await settle(stage, 60_000)
    progress(toRow(`SIGTERM: ${name}`, 1, await judge(stage, [customer]), broken))
  }
}
