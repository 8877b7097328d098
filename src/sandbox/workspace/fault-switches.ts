import type { ApiFault, DeliveryFault, DeliveryKind, Fault, FaultHandle, Hold } from './api.ts'

type Switch<Kind extends Fault> = { readonly fault: Kind; used: number }
type HoldSwitch = {
  readonly method: string
  readonly afterProcessing: boolean
  readonly arrive: () => void
  readonly released: Promise<void>
}

/** The faults and holds that are switched on. */
export type FaultSwitches = {
  set(fault: Fault): FaultHandle
  list(): { readonly fault: Fault; readonly used: number }[]
  clear(): void
  hold(method: string, options?: { afterProcessing?: boolean }): Hold
  /** Takes the first fault that fits this call and counts it. `channels`: id and name of the channel it names. */
  takeForCall(method: string, channels: readonly string[]): ApiFault | undefined
  takeForDelivery(kind: DeliveryKind): DeliveryFault | undefined
  waitForHolds(method: string, phase: 'before' | 'after'): Promise<void>
}

export function createFaultSwitches(): FaultSwitches {
  const calls = new Set<Switch<ApiFault>>()
  const deliveries = new Set<Switch<DeliveryFault>>()
  const holds = new Set<HoldSwitch>()
  const releases = new Set<() => void>()

  return {
    set(fault) {
      return 'deliver' in fault ? register(deliveries, fault) : register(calls, fault)
    },
    list: () => [...calls, ...deliveries].map(({ fault, used }) => ({ fault, used })),
    clear() {
      calls.clear()
      deliveries.clear()
      for (const release of [...releases]) release()
    },
    hold(method, options = {}) {
      const arrival = Promise.withResolvers<void>()
      const gate = Promise.withResolvers<void>()
      const hold: HoldSwitch = {
        method,
        afterProcessing: options.afterProcessing === true,
        arrive: arrival.resolve,
        released: gate.promise,
      }
      const release = () => {
        holds.delete(hold)
        releases.delete(release)
        gate.resolve()
      }
      holds.add(hold)
      releases.add(release)
      return { arrived: arrival.promise, release }
    },
    takeForCall: (method, channels) =>
      take(
        calls,
        (fault) =>
          (fault.method === '*' || fault.method === method) &&
          (fault.channel === undefined || channels.includes(fault.channel.replace(/^#/u, ''))),
      ),
    takeForDelivery: (kind) => take(deliveries, (fault) => fault.deliver === kind),
    async waitForHolds(method, phase) {
      for (const hold of [...holds]) {
        if (hold.method !== '*' && hold.method !== method) continue
        if (hold.afterProcessing !== (phase === 'after')) continue
        hold.arrive()
        await hold.released
      }
    },
  }
}

function register<Kind extends Fault>(switches: Set<Switch<Kind>>, fault: Kind): FaultHandle {
  const entry: Switch<Kind> = { fault, used: 0 }
  switches.add(entry)
  return {
    get used() {
      return entry.used
    },
    clear: () => {
      switches.delete(entry)
    },
  }
}

function take<Kind extends Fault>(
  switches: Set<Switch<Kind>>,
  fits: (fault: Kind) => boolean,
): Kind | undefined {
  for (const entry of switches) {
    if (!fits(entry.fault)) continue
    entry.used += 1
    if (entry.fault.times !== undefined && entry.used >= entry.fault.times) switches.delete(entry)
    return entry.fault
  }
  return undefined
}
