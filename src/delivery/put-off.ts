import type { Lead } from '../lead/lead.ts'
import type { DeliveryContext } from './deps.ts'
import { moveLead, NO_WAIT } from './move-lead.ts'

/** Makes a lead wait without an attempt. People hear of it once, when the waiting begins. */
export async function putOff(
  lead: Lead,
  until: number,
  reason: { readonly code: string; readonly text: string },
  deps: DeliveryContext,
): Promise<void> {
  // It waits for its account already; the account's release or the next probe wakes it.
  if (lead.because === 'account_blocked') return
  const isNews = lead.state !== 'waiting'
  await deps.leads.transaction((tx) => {
    const now = deps.now()
    const problem = isNews || !lead.problem ? { ...reason, at: now } : lead.problem
    const change = { state: 'waiting', because: 'retry', retryAt: until, problem } as const
    return moveLead(tx, lead, change, { now, quiet: !isNews })
  })
}

/** Hands a lead back to the match view: its client is in SingleOps by now. */
export async function handBack(lead: Lead, deps: DeliveryContext): Promise<void> {
  await deps.leads.transaction(async (tx) => {
    const now = deps.now()
    const queued =
      lead.state === 'queued' ? lead : await tx.changeLead(lead, { ...NO_WAIT, state: 'queued' }, now)
    if (!queued) return
    const problem = {
      code: 'client_appeared',
      text: 'SingleOps has a client with this phone or email by now. Please choose again.',
      at: now,
    }
    await moveLead(tx, queued, { state: 'unmatched', problem, decidedBy: null }, { now })
  })
  deps.log.info({ leadId: lead.id, reference: lead.reference }, 'client found before sending again')
}
