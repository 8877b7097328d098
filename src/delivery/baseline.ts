import type { DeliveryContext } from './deps.ts'
import { findSentClients } from './find-sent-clients.ts'
import type { Lease } from './lease.ts'

/**
 * Notes which clients SingleOps knew before the POST, without holding it up: the search is begun first and the POST follows at once.
 *
 * So the search may be answered after SingleOps has made our client, and an id in it proves nothing: it may be an old client or ours.
 * But an id that it does *not* hold was made after the search began, and only such an id is ever taken for ours. Reading it this way
 * can only cost a person's decision, never a lead: the search need not be over before the POST, it must not begin after it.
 */
export async function noteBaseline(
  { lead, attemptId }: Lease,
  signal: AbortSignal,
  isNeeded: () => boolean,
  deps: DeliveryContext,
): Promise<void> {
  const found = await findSentClients(lead, signal, deps)
  if (!found || signal.aborted || !isNeeded()) return
  const ids = found.map(({ id }) => id)
  try {
    await deps.leads.transaction((tx) => tx.noteKnownClients(attemptId, ids), 'soon')
  } catch (err) {
    // Without it a lost answer goes to a person, nothing worse.
    deps.log.warn({ err, leadId: lead.id, reference: lead.reference }, 'known clients not noted')
  }
}
