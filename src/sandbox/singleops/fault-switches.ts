import type { Fault } from './fault.ts'

export type FaultHandle = {
  /** How many requests it struck so far. */
  readonly used: number
  clear(): void
}

export type Hold = {
  /** Resolves when the first request has arrived and waits. */
  readonly arrived: Promise<void>
  /** Lets the waiting requests and all later ones through. */
  release(): void
}

export type HoldOptions = { readonly afterProcessing?: boolean }

/** What is known about a request when a fault is looked for. */
export type FaultTarget = {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly account: string | undefined
  readonly reusedConnection: boolean
}

/** `arrival`: the head of the request is read, its body isn't. */
export type Phase = 'arrival' | 'read'

type Switch = { readonly id: number; readonly fault: Fault; passed: number; used: number }
type HoldSwitch = {
  readonly path: string
  readonly afterProcessing: boolean
  readonly arrive: () => void
  readonly released: Promise<void>
}

/** The faults and holds that are switched on. */
export class FaultSwitches {
  readonly #switches = new Map<number, Switch>()
  readonly #holds = new Map<HoldSwitch, () => void>()
  #nextId = 1

  set(fault: Fault): FaultHandle & { readonly id: number } {
    const entry: Switch = { id: this.#nextId, fault, passed: 0, used: 0 }
    this.#nextId += 1
    this.#switches.set(entry.id, entry)
    return {
      id: entry.id,
      get used() {
        return entry.used
      },
      clear: () => {
        this.#switches.delete(entry.id)
      },
    }
  }

  list(): { id: number; used: number; fault: Fault }[] {
    return [...this.#switches.values()].map(({ id, used, fault }) => ({ id, used, fault }))
  }

  /** False when there is no such fault any more. */
  remove(id: number): boolean {
    return this.#switches.delete(id)
  }

  /** Also lets everything that is held through. */
  clear(): void {
    this.#switches.clear()
    for (const release of [...this.#holds.values()]) release()
  }

  /** Takes the first fault that fits and counts it. */
  take(phase: Phase, target: FaultTarget): Fault | undefined {
    for (const entry of this.#switches.values()) {
      if (phaseOf(entry.fault) !== phase || !fits(entry.fault, target)) continue
      if (entry.passed < (entry.fault.skip ?? 0)) {
        entry.passed += 1
        continue
      }
      if (entry.fault.times !== undefined && entry.used >= entry.fault.times) continue
      entry.used += 1
      return entry.fault
    }
    return undefined
  }

  hold(path: string, options: HoldOptions = {}): Hold {
    const arrival = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    const hold: HoldSwitch = {
      path,
      afterProcessing: options.afterProcessing === true,
      arrive: arrival.resolve,
      released: gate.promise,
    }
    const release = () => {
      this.#holds.delete(hold)
      gate.resolve()
    }
    this.#holds.set(hold, release)
    return { arrived: arrival.promise, release }
  }

  async waitForHolds(path: string, afterProcessing: boolean): Promise<void> {
    for (const hold of [...this.#holds.keys()]) {
      if (hold.afterProcessing !== afterProcessing || (hold.path !== '*' && hold.path !== path)) continue
      hold.arrive()
      await hold.released
    }
  }
}

function phaseOf(fault: Fault): Phase {
  const early = fault.kind === 'reset' && (fault.when === 'before-reading' || fault.when === 'mid-request')
  return early ? 'arrival' : 'read'
}

function fits(fault: Fault, target: FaultTarget): boolean {
  if (fault.kind === 'refuse' && (target.path !== 'jobs' || target.method !== 'POST')) return false
  return (
    (fault.method === undefined || fault.method === target.method) &&
    (fault.path === undefined || fault.path === target.path) &&
    (fault.account === undefined || fault.account === target.account) &&
    (fault.reusedConnection === undefined || target.reusedConnection) &&
    Object.entries(fault.query ?? {}).every(([key, value]) => target.query[key] === value)
  )
}
