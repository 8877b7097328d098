import { noteBaseline } from './baseline.ts'
import { startDeadline } from './deadline.ts'
import type { DeliveryContext } from './deps.ts'
import type { Lease } from './lease.ts'
import { type Outcome, toFailure } from './outcome.ts'
import { canLookUp } from './sent-contact.ts'

/** The one POST of a lease, over well before the lease ends. Never rejects. */
export async function postLead(
  lease: Lease,
  wasSearched: boolean,
  signal: AbortSignal,
  deps: DeliveryContext,
): Promise<Outcome> {
  const { lead } = lease
  const { settings, now, log } = deps
  const leftMs = (lead.leaseUntil ?? now()) - settings.leaseMarginMs - now()
  using deadline = startDeadline(Math.min(settings.attemptDeadlineMs, leftMs), signal)
  let isNeeded = true
  const baseline =
    wasSearched || !canLookUp(lead) ? undefined : noteBaseline(lease, deadline.signal, () => isNeeded, deps)
  try {
    const { jobId } = await deps.gateway.post(lead, deadline.signal)
    return { kind: 'delivered', ...(jobId === undefined ? {} : { jobId }) }
  } catch (err) {
    const failure = toFailure(err)
    log.info({ err, leadId: lead.id, reference: lead.reference, attempt: lead.attempts }, 'attempt failed')
    // Only a lost answer is ever looked up, and that look needs to know what was there before.
    if (failure.kind === 'unsure') await baseline
    return failure
  } finally {
    // The search is left to end by itself: broken off, its connection would be lost to the next one.
    isNeeded = false
  }
}
