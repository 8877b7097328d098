import { leadId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import { type WakeUp, wakeAfter } from '../lead/wake-up.ts'
import { releaseHeld } from './backlog.ts'
import type { DeliveryContext } from './deps.ts'
import { endLostLease, leaseLead } from './lease.ts'
import { wakeUpAgain } from './move-lead.ts'
import type { Outcome } from './outcome.ts'
import { postLead } from './post-lead.ts'
import { handBack, putOff } from './put-off.ts'
import { askedDelayMs, retryDelayMs } from './retry-policy.ts'
import { searchBeforeResend } from './search-before-resend.ts'
import { settleAttempt } from './settle-attempt.ts'

const HELD_BACK = { code: 'held_back', text: 'SingleOps does not answer at the moment' }
const NOT_SEARCHED = { code: 'search_unanswered', text: 'SingleOps did not answer the search for the client' }

/** Handler of `deliver`: sends the lead if it is due and SingleOps may be asked, else sees to it that it is woken again. */
export async function deliverLead(wakeUp: WakeUp, signal: AbortSignal, deps: DeliveryContext): Promise<void> {
  // Thrown back to the queue: the wake-up comes again after the stop.
  signal.throwIfAborted()
  const lead = await deps.leads.findLead(leadId(wakeUp.subject))
  if (!lead) return deps.log.warn({ leadId: wakeUp.subject }, 'lead to deliver not found')
  const notBefore = earliest(lead)
  if (notBefore === undefined) return
  if (notBefore > deps.now()) {
    const later = wakeAfter(wakeUp, wakeUpAgain('deliver', lead, notBefore))
    return deps.leads.transaction((tx) => tx.wake(later))
  }
  if (lead.state === 'sending') return endLostLease(lead, deps)

  const admission = deps.breaker.admit(lead)
  switch (admission.kind) {
    case 'hold':
      return putOff(lead, admission.until, HELD_BACK, deps)
    case 'go':
      await attempt(lead, signal, deps)
      return
    case 'probe':
      if (await probe(lead, signal, deps)) return deliverLead(wakeUp, signal, deps)
  }
}

/** Undefined: not to be delivered. */
function earliest(lead: Lead): number | undefined {
  if (lead.state === 'queued') return 0
  if (lead.state === 'waiting') return lead.retryAt ?? 0
  if (lead.state === 'sending') return lead.leaseUntil ?? 0
  return undefined
}

/** The probe is the account's oldest lead, whichever came first; true when `lead` itself is still to be delivered. */
async function probe(lead: Lead, signal: AbortSignal, deps: DeliveryContext): Promise<boolean> {
  try {
    const [oldest = lead] = await deps.leads.findHeld(lead.account, 1)
    if (oldest.id !== lead.id && (await attempt(oldest, signal, deps))) return true
    await attempt(lead, signal, deps)
    return false
  } finally {
    deps.breaker.abandonProbe(lead.account)
  }
}

/** True when the lead was posted. */
async function attempt(lead: Lead, signal: AbortSignal, deps: DeliveryContext): Promise<boolean> {
  const check = await searchBeforeResend(lead, signal, deps)
  signal.throwIfAborted()
  if (check.kind === 'hit') {
    await handBack(lead, deps)
    return false
  }
  if (check.kind === 'unanswered') {
    const until = deps.now() + retryDelayMs(lead.attempts, undefined, deps.settings, deps.random)
    await putOff(lead, until, NOT_SEARCHED, deps)
    return false
  }
  const wasSearched = check.kind === 'nobody'
  const lease = await leaseLead(lead, wasSearched ? check.knownClients : undefined, deps)
  if (!lease) {
    deps.log.info({ leadId: lead.id, reference: lead.reference }, 'somebody else has the lead')
    return false
  }
  const outcome = await postLead(lease, wasSearched, signal, deps)
  const next = tellBreaker(lead, outcome, deps)
  await settleAttempt(lease, outcome, deps)
  await releaseHeld(lead.account, next, deps)
  return true
}

/** How many held-back leads may follow. */
function tellBreaker(
  { account }: Lead,
  outcome: Outcome,
  { breaker, settings, now }: DeliveryContext,
): number {
  switch (outcome.kind) {
    case 'delivered':
    case 'refused':
      return breaker.noteAnswer(account)
    // The account's other leads would fare no better: they are left to the probe of a blocked account.
    case 'blocked':
      breaker.noteAnswer(account)
      return 0
    case 'unsure':
      breaker.noteFailure(account)
      return 0
    case 'retry': {
      const askedMs = askedDelayMs(outcome.retryAfterSeconds, settings)
      breaker.noteFailure(account, askedMs === undefined ? undefined : now() + askedMs)
      return 0
    }
  }
}
