import type { AccountKey } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import type { DeliveryContext } from './deps.ts'
import { moveLead, NO_WAIT, wakeUpAgain } from './move-lead.ts'

/** Lets the oldest `count` leads go that an outage has held back. */
export async function releaseHeld(account: AccountKey, count: number, deps: DeliveryContext): Promise<void> {
  if (count === 0) return
  const { breaker, leads } = deps
  const released = breaker.released(account)
  const held = await leads.findHeld(account, count + released.size)
  const next = held.filter(({ id }) => !released.has(id)).slice(0, count)
  if (held.length === 0) breaker.endBacklog(account)
  breaker.release(
    account,
    next.map(({ id }) => id),
  )
  for (const lead of next) await hurry(lead, deps)
}

async function hurry(lead: Lead, deps: DeliveryContext): Promise<void> {
  await deps.leads.transaction(async (tx) => {
    const now = deps.now()
    if (lead.state === 'queued') return tx.wake(wakeUpAgain('deliver', lead, now))
    await moveLead(tx, lead, { ...NO_WAIT, state: 'queued' }, { now })
  })
}
