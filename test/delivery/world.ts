import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts'
import type { LeadGateway, SentClients } from '../../src/delivery/ports.ts'
import { DELIVERY_DEFAULTS, type DeliverySettings } from '../../src/delivery/settings.ts'
import type { Lead } from '../../src/lead/lead.ts'
import type { WakeUp } from '../../src/lead/wake-up.ts'
import { MAIN, START } from './a-lead.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createLife, type Life, mortal } from './mortal.ts'
import { createSilentLog } from './silent-log.ts'
import { createSingleOpsDouble, type SingleOpsDouble } from './singleops-double.ts'

type Handler = (wakeUp: WakeUp, signal: AbortSignal) => Promise<void>

export type World = {
  readonly ledger: Ledger
  readonly singleops: SingleOpsDouble
  readonly log: ReturnType<typeof createSilentLog>
  readonly delivery: Delivery
  now(): number
  advance(ms: number): void
  /** A process of its own on the same ledger. */
  startProcess(owner: string, life?: Life): Delivery
  /** Runs the wake-ups of deliveries that are due now. */
  runDue(delivery?: Delivery): Promise<void>
  /** Runs and moves the clock from one wake-up to the next until nothing is left or the time is up. */
  runFor(ms: number, delivery?: Delivery): Promise<void>
}

export function createWorld(settings: Partial<DeliverySettings> = {}, ...leads: readonly Lead[]): World {
  const ledger = createLedger()
  const singleops = createSingleOpsDouble()
  const log = createSilentLog()
  let clock = START
  const startProcess = (owner: string, life: Life = createLife()): Delivery =>
    createDelivery({
      leads: mortal(ledger.leads, life),
      gateway: mortal({ post: (lead, signal) => singleops.post(lead, signal) } satisfies LeadGateway, life),
      sentClients: mortal({ find: (...question) => singleops.find(...question) } satisfies SentClients, life),
      accounts: [MAIN],
      settings: { ...DELIVERY_DEFAULTS, jitter: 0, settleAgainMs: [], ...settings },
      now: () => clock,
      random: () => 0,
      owner,
      log,
    })
  let nextSweep = START + 60_000
  const delivery = startProcess('first')
  const runDue = async (process: Delivery): Promise<void> => {
    for (;;) {
      const due = ledger.pending().find(({ topic, runAt }) => topic in process.handlers && runAt <= clock)
      if (!due) return
      await runWakeUp(ledger, process.handlers, due, clock)
    }
  }
  for (const lead of leads) ledger.confirm(lead)

  return {
    ledger,
    singleops,
    log,
    delivery,
    now: () => clock,
    advance(ms) {
      clock += ms
    },
    startProcess,
    runDue: (process = delivery) => runDue(process),
    async runFor(ms, process = delivery) {
      const end = clock + ms
      for (;;) {
        await runDue(process)
        const next = ledger.pending().find(({ topic }) => topic in process.handlers)
        clock = Math.min(next?.runAt ?? Infinity, nextSweep, end)
        if (clock === end) return
        if (clock === nextSweep) {
          // One that fails is followed by the next a minute later, as in the app.
          await process.sweep().catch(() => undefined)
          nextSweep += 60_000
        }
      }
    },
  }
}

/** A handler that fails has its wake-up again a second later. */
export async function runWakeUp(
  ledger: Ledger,
  handlers: Readonly<Partial<Record<string, Handler>>>,
  wakeUp: WakeUp,
  now: number,
): Promise<void> {
  try {
    await handlers[wakeUp.topic]?.(wakeUp, new AbortController().signal)
    ledger.complete(wakeUp)
  } catch {
    ledger.comeAgain(wakeUp, now + 1_000)
  }
}

/** Runs the next wake-up of a topic before its time, again and again, as a database does whose clock is ahead. */
export async function comeEarly(
  { ledger, delivery, now, advance }: World,
  topic: 'deliver' | 'look-up',
  times: number,
): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const next = ledger.pending().find((wakeUp) => wakeUp.topic === topic)
    if (!next) throw new Error(`Nothing is left that would wake ${topic}`)
    await runWakeUp(ledger, delivery.handlers, next, now())
    advance(1)
  }
}
