import { setTimeout as pause } from 'node:timers/promises'
import type { Lead } from '../lead/lead.ts'
import { releaseBlocked } from './blocked-account.ts'
import type { DeliveryContext } from './deps.ts'
import { type Lease, toUnsure } from './lease.ts'
import { moveLead, NO_LEASE, NO_WAIT } from './move-lead.ts'
import type { Outcome } from './outcome.ts'
import type { DeliveryTransaction, LeadChange } from './ports.ts'
import { retryDelayMs } from './retry-policy.ts'

/**
 * Writes down how an attempt ended, if the lease is still ours. A store that fails is asked again for some seconds: an answer that
 * can't be kept makes the lead unsure.
 */
export async function settleAttempt(lease: Lease, outcome: Outcome, deps: DeliveryContext): Promise<void> {
  const { lead } = lease
  const answered = await tryAgain(deps, () =>
    deps.leads.transaction((tx) => settle(tx, lease, outcome, deps)),
  )
  const { id, reference, attempts } = lead
  deps.log.info({ leadId: id, reference, attempt: attempts, outcome: outcome.kind }, 'attempt ended')
  deps.metrics?.attemptEnded(outcome.kind)
  // Not only by whoever frees the account: that process may have died before it could.
  if (answered) await releaseBlocked(lead.account, deps)
}

/** True when SingleOps has taken or refused the lead, which shows that the account's settings are right. */
async function settle(
  tx: DeliveryTransaction,
  { lead, attemptId }: Lease,
  outcome: Outcome,
  deps: DeliveryContext,
): Promise<boolean> {
  const now = deps.now()
  const moved = await moveLead(tx, lead, changeFor(lead, outcome, now, deps), { now })
  if (!moved && !(await acceptLateSuccess(tx, lead, outcome, deps))) return false
  await tx.settleAttempt(attemptId, {
    outcome: outcome.kind,
    endedAt: now,
    ...(outcome.kind === 'delivered'
      ? outcome.jobId !== undefined && { jobId: outcome.jobId }
      : { errorCode: outcome.code }),
  })
  if (outcome.kind === 'blocked') await tx.setAccountBlocked(lead.account, true, now)
  if (outcome.kind !== 'delivered' && outcome.kind !== 'refused') return false
  await tx.setAccountBlocked(lead.account, false, now)
  return true
}

/** A success stays one when the lease has run out meanwhile, unless somebody has decided otherwise. */
async function acceptLateSuccess(
  tx: DeliveryTransaction,
  lead: Lead,
  outcome: Outcome,
  deps: DeliveryContext,
): Promise<boolean> {
  const now = deps.now()
  const current = await tx.findLead(lead.id)
  const fields = { leadId: lead.id, reference: lead.reference, outcome: outcome.kind, state: current?.state }
  deps.log.warn({ ...fields, ...jobOf(outcome) }, 'lease was gone before the attempt was settled')
  const isOpen = current?.state === 'unsure' && current.attempts === lead.attempts
  if (outcome.kind !== 'delivered' || !isOpen) return false
  return (await moveLead(tx, current, changeFor(current, outcome, now, deps), { now })) !== undefined
}

function changeFor(lead: Lead, outcome: Outcome, now: number, deps: DeliveryContext): LeadChange {
  const ended = { ...NO_LEASE, ...NO_WAIT }
  if (outcome.kind === 'delivered') {
    return { ...ended, state: 'delivered', jobId: outcome.jobId ?? null, problem: null }
  }
  const problem = { code: outcome.code, text: outcome.text, at: now }
  switch (outcome.kind) {
    case 'refused':
      return { ...ended, state: 'refused', problem, decidedBy: null }
    case 'blocked':
      return { ...ended, state: 'waiting', because: 'account_blocked', problem }
    case 'retry': {
      const delay = retryDelayMs(lead.attempts, outcome.retryAfterSeconds, deps.settings, deps.random)
      return { ...ended, state: 'waiting', because: 'retry', retryAt: now + delay, problem }
    }
    case 'unsure':
      return toUnsure(lead, problem, now, deps)
  }
}

function jobOf(outcome: Outcome): object {
  return outcome.kind === 'delivered' ? { jobId: outcome.jobId } : {}
}

async function tryAgain<T>({ settings, log }: DeliveryContext, work: () => Promise<T>): Promise<T> {
  for (const waitMs of settings.settleAgainMs) {
    try {
      return await work()
    } catch (err) {
      log.warn({ err }, 'outcome not written, trying again')
      await pause(waitMs)
    }
  }
  return work()
}
