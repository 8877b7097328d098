import type { Lead } from '../lead/lead.ts'
import { probeBlocked } from './blocked-account.ts'
import type { DeliveryContext } from './deps.ts'
import { endLostLease } from './lease.ts'
import { wakeUpAgain } from './move-lead.ts'

/** To be run each minute: wakes leads that nothing else would wake, and ends the leases of processes that have died. */
export async function sweepLeads(deps: DeliveryContext): Promise<void> {
  const stranded = await deps.leads.findStranded(deps.now(), deps.settings.sweepLimit)
  for (const lead of stranded) {
    try {
      await rescue(lead, deps)
    } catch (err) {
      // One lead that can't be helped now must not keep the others from being woken; the next sweep comes in a minute.
      deps.log.error({ err, leadId: lead.id, reference: lead.reference }, 'stranded lead not woken')
    }
  }
  await probeBlocked(deps)
}

async function rescue(lead: Lead, deps: DeliveryContext): Promise<void> {
  deps.log.warn({ leadId: lead.id, reference: lead.reference, state: lead.state }, 'stranded lead')
  if (lead.state === 'sending') return endLostLease(lead, deps)
  const topic = lead.state === 'unsure' ? 'look-up' : 'deliver'
  await deps.leads.transaction((tx) => tx.wake(wakeUpAgain(topic, lead, deps.now())))
}
