import type { ClientId } from '../lead/ids.ts'
import type { Attempt, Lead } from '../lead/lead.ts'
import type { DeliveryContext, DeliveryDeps } from './deps.ts'
import { moveLead, NO_LEASE, NO_WAIT } from './move-lead.ts'
import type { LeadChange } from './ports.ts'
import { canLookUp } from './sent-contact.ts'

export type Lease = { readonly lead: Lead; readonly attemptId: string }

/**
 * Takes the lead for one POST and writes the attempt down before it. Undefined when somebody else was faster. `knownClients` come from
 * a search made directly before.
 */
export async function leaseLead(
  lead: Lead,
  knownClients: readonly ClientId[] | undefined,
  deps: DeliveryContext,
): Promise<Lease | undefined> {
  const { leads, settings, owner } = deps
  return leads.transaction(async (tx) => {
    const now = deps.now()
    const leased = await moveLead(
      tx,
      lead,
      {
        ...NO_WAIT,
        state: 'sending',
        owner,
        leaseUntil: now + settings.leaseMs,
        attempts: lead.attempts + 1,
      },
      { now },
    )
    if (!leased) return undefined
    const attempt: Attempt = {
      id: `${leased.id}:${leased.attempts}`,
      leadId: leased.id,
      number: leased.attempts,
      owner,
      startedAt: now,
      ...(knownClients && { knownClients }),
    }
    await tx.insertAttempt(attempt)
    return { lead: leased, attemptId: attempt.id }
  })
}

/** Calls an attempt unsure whose process has not come back within its lease. */
export async function endLostLease(lead: Lead, deps: DeliveryDeps): Promise<void> {
  const open = (await deps.leads.attemptsOf(lead.id)).filter((attempt) => attempt.outcome === undefined)
  const moved = await deps.leads.transaction(async (tx) => {
    const now = deps.now()
    const problem = { code: 'interrupted', text: 'Sending was interrupted', at: lead.stateSince }
    const moved = await moveLead(tx, lead, toUnsure(lead, problem, now, deps), { now })
    if (!moved) return undefined
    for (const { id } of open) {
      await tx.settleAttempt(id, { outcome: 'unsure', endedAt: now, errorCode: problem.code })
    }
    return moved
  })
  deps.log.warn(
    { leadId: lead.id, reference: lead.reference, owner: lead.owner, moved: !!moved },
    'lease lost',
  )
}

/** The change to `unsure`: with a time for the first look where SingleOps can be asked at all. */
export function toUnsure(
  lead: Lead,
  problem: NonNullable<Lead['problem']>,
  now: number,
  { settings }: Pick<DeliveryDeps, 'settings'>,
): LeadChange {
  return {
    ...NO_LEASE,
    state: 'unsure',
    looks: 0,
    retryAt: canLookUp(lead) ? now + settings.lookUp.firstAfterMs : null,
    problem,
    decidedBy: null,
  }
}
