import type { Lead } from '../lead/lead.ts'
import { startDeadline } from './deadline.ts'
import type { DeliveryDeps } from './deps.ts'
import type { FoundClient } from './ports.ts'

/** One search under the contact that is sent; undefined when it was not answered in time. */
export async function findSentClients(
  lead: Lead,
  signal: AbortSignal,
  deps: Pick<DeliveryDeps, 'sentClients' | 'settings' | 'log'>,
): Promise<readonly FoundClient[] | undefined> {
  using deadline = startDeadline(deps.settings.search.deadlineMs, signal)
  try {
    return await deps.sentClients.find(lead.account, lead.content.contact, deadline.signal)
  } catch (err) {
    deps.log.info({ err, leadId: lead.id, reference: lead.reference }, 'search for sent clients not answered')
    return undefined
  }
}
