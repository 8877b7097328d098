import type { AccountKey, LeadId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import type { DeliverySettings } from './settings.ts'

export type Admission =
  | { readonly kind: 'go' }
  /** The one attempt that finds out whether SingleOps answers again. */
  | { readonly kind: 'probe' }
  | { readonly kind: 'hold'; readonly until: number }

/**
 * Keeps a process from hammering a SingleOps that is down, account by account. After an outage it lets the held-back leads go a few
 * at a time, each released by name, while new ones go at once.
 */
export type Breaker = {
  admit(lead: Lead): Admission
  /** SingleOps answered an attempt. Gives how many held-back leads may follow now. */
  noteAnswer(account: AccountKey): number
  /** SingleOps did not answer; `notBefore` where it named a time. */
  noteFailure(account: AccountKey, notBefore?: number): void
  /** The probe did not take place. */
  abandonProbe(account: AccountKey): void
  release(account: AccountKey, leads: readonly LeadId[]): void
  /** Released and not yet admitted. */
  released(account: AccountKey): ReadonlySet<LeadId>
  /** Nothing is held back any more. */
  endBacklog(account: AccountKey): void
}

type Circuit = {
  failures: number
  /** How often it was opened since the last answer. */
  openings: number
  heldUntil?: number | undefined
  probing: boolean
  backlog?: { readonly since: number; lastAnswerAt: number } | undefined
  readonly released: Set<LeadId>
}

export function createBreaker(
  settings: Pick<DeliverySettings, 'breaker' | 'backlog'>,
  now: () => number,
): Breaker {
  const circuits = new Map<AccountKey, Circuit>()
  const circuitOf = (account: AccountKey): Circuit => {
    const circuit = circuits.get(account) ?? { failures: 0, openings: 0, probing: false, released: new Set() }
    circuits.set(account, circuit)
    return circuit
  }
  const nextHoldMs = ({ openings }: Circuit): number =>
    settings.breaker.holdMs[Math.min(openings, settings.breaker.holdMs.length - 1)] ?? 0

  return {
    admit(lead) {
      const circuit = circuitOf(lead.account)
      if (circuit.heldUntil !== undefined) return admitToOpen(circuit, now(), nextHoldMs(circuit))
      if (circuit.released.delete(lead.id)) return { kind: 'go' }
      const { backlog } = circuit
      if (!backlog || lead.confirmedAt >= backlog.since) return { kind: 'go' }
      if (now() - backlog.lastAnswerAt < settings.backlog.holdMs) {
        return { kind: 'hold', until: now() + settings.backlog.holdMs }
      }
      // Nobody releases leads any more (another process may have sent the last ones): they go by their own times.
      circuit.backlog = undefined
      return { kind: 'go' }
    },

    noteAnswer(account) {
      const circuit = circuitOf(account)
      const wasHeld = circuit.heldUntil !== undefined
      Object.assign(circuit, { failures: 0, openings: 0, heldUntil: undefined, probing: false })
      if (wasHeld) circuit.backlog = { since: now(), lastAnswerAt: now() }
      if (!circuit.backlog) return 0
      circuit.backlog.lastAnswerAt = now()
      return wasHeld ? settings.backlog.width : 1
    },

    noteFailure(account, notBefore) {
      const circuit = circuitOf(account)
      circuit.failures += 1
      const isFirstSinceHeld = circuit.heldUntil === undefined || circuit.probing
      const mustHold = circuit.probing || circuit.failures >= settings.breaker.failures
      circuit.probing = false
      if (mustHold && isFirstSinceHeld) {
        circuit.heldUntil = now() + nextHoldMs(circuit)
        circuit.openings += 1
      }
      if (notBefore !== undefined) circuit.heldUntil = Math.max(circuit.heldUntil ?? 0, notBefore)
    },

    abandonProbe(account) {
      circuitOf(account).probing = false
    },
    release(account, leads) {
      for (const id of leads) circuitOf(account).released.add(id)
    },
    released: (account) => circuitOf(account).released,
    endBacklog(account) {
      circuitOf(account).backlog = undefined
    },
  }
}

function admitToOpen(circuit: Circuit, now: number, holdMs: number): Admission {
  if (circuit.heldUntil !== undefined && now < circuit.heldUntil) {
    return { kind: 'hold', until: circuit.heldUntil }
  }
  if (circuit.probing) return { kind: 'hold', until: now + holdMs }
  circuit.probing = true
  return { kind: 'probe' }
}
