import type { Lead } from '../lead/lead.ts'
import type { WakeUp } from '../lead/wake-up.ts'
import type { DeliveryTransaction, LeadChange } from './ports.ts'

/** Takes away what belongs to a state that the lead leaves. */
export const NO_LEASE = { owner: null, leaseUntil: null } as const
export const NO_WAIT = { retryAt: null, because: null } as const

/**
 * Changes a lead and writes the wake-ups that the new state asks for, or gives undefined when somebody else was faster. People hear of
 * the change unless it is `quiet`.
 */
export async function moveLead(
  tx: DeliveryTransaction,
  lead: Lead,
  change: LeadChange,
  when: { readonly now: number; readonly sendAt?: number; readonly quiet?: boolean },
): Promise<Lead | undefined> {
  const moved = await tx.changeLead(lead, change, when.now)
  if (!moved) return undefined
  const next = nextWakeUp(moved, when.sendAt ?? when.now)
  if (next) await tx.wake(next)
  // That it is being sent is shown nowhere; the state that follows brings its own notice.
  if (!when.quiet && moved.state !== 'sending') await tx.wake(wakeUpFor('notify', moved, when.now))
  return moved
}

/** The first wake-up of a lead's version. */
export function wakeUpFor(topic: 'deliver' | 'look-up' | 'notify', lead: Lead, runAt: number): WakeUp {
  return { key: `${topic}:${lead.id}:${lead.version}`, topic, subject: lead.id, runAt }
}

/** A further one: a key can be used once only. */
export function wakeUpAgain(topic: 'deliver' | 'look-up', lead: Lead, runAt: number): WakeUp {
  const first = wakeUpFor(topic, lead, runAt)
  return { ...first, key: `${first.key}:${runAt}` }
}

function nextWakeUp(lead: Lead, sendAt: number): WakeUp | undefined {
  if (lead.state === 'queued') return wakeUpFor('deliver', lead, sendAt)
  // Without a time a person, or the account's release, makes it go on.
  if (lead.retryAt === undefined) return undefined
  if (lead.state === 'waiting') return wakeUpFor('deliver', lead, lead.retryAt)
  if (lead.state === 'unsure') return wakeUpFor('look-up', lead, lead.retryAt)
  return undefined
}
