import { leadId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import { type WakeUp, wakeAfter } from '../lead/wake-up.ts'
import type { DeliveryContext } from './deps.ts'
import { findSentClients } from './find-sent-clients.ts'
import { judgeLook, type Verdict } from './judge-look.ts'
import { moveLead, wakeUpAgain } from './move-lead.ts'
import type { LeadChange } from './ports.ts'

/** Handler of `look-up`: asks SingleOps whether the client of an unsure lead has come up. */
export async function lookUpLead(wakeUp: WakeUp, signal: AbortSignal, deps: DeliveryContext): Promise<void> {
  const { leads, settings, log } = deps
  const lead = await leads.findLead(leadId(wakeUp.subject))
  // Without a time for the next look a person decides.
  if (lead?.state !== 'unsure' || lead.retryAt === undefined) return
  const { retryAt } = lead
  if (retryAt > deps.now()) {
    const later = wakeAfter(wakeUp, wakeUpAgain('look-up', lead, retryAt))
    return leads.transaction((tx) => tx.wake(later))
  }

  const found = await findSentClients(lead, signal, deps)
  signal.throwIfAborted()
  if (!found) return change(lead, { state: 'unsure', retryAt: deps.now() + settings.lookUp.everyMs }, deps)
  // Read after the search: whoever can own a found client has written its attempt down before.
  const [attempts, rivals] = [await leads.attemptsOf(lead.id), await leads.findRivals(lead)]
  const verdict = judgeLook(lead, found, attempts.at(-1)?.knownClients, rivals)
  log.info(
    { leadId: lead.id, reference: lead.reference, verdict, looks: lead.looks },
    'looked for the client',
  )
  return change(lead, changeFor(lead, verdict, deps), deps)
}

function changeFor(lead: Lead, verdict: Verdict, { settings, now }: DeliveryContext): LeadChange {
  const { everyMs, looks: enough, overMs } = settings.lookUp
  switch (verdict) {
    case 'proved':
      return { state: 'delivered', retryAt: null, problem: null }
    case 'uncertain': {
      const text = 'SingleOps has a client with this phone or email; it may or may not come from this lead'
      return { state: 'unsure', retryAt: null, problem: { code: 'may_be_there', text, at: now() } }
    }
    case 'nothing': {
      const looks = lead.looks + 1
      const isOver = looks >= enough && now() - lead.stateSince >= overMs
      return isOver
        ? { state: 'queued', looks, retryAt: null, problem: null }
        : { state: 'unsure', looks, retryAt: now() + everyMs }
    }
  }
}

async function change(lead: Lead, to: LeadChange, deps: DeliveryContext): Promise<void> {
  // People hear when something has changed for them: not of each look that found nothing.
  const quiet = to.state === 'unsure' && to.retryAt !== null
  const moved = await deps.leads.transaction((tx) => moveLead(tx, lead, to, { now: deps.now(), quiet }))
  if (!moved)
    deps.log.info({ leadId: lead.id, reference: lead.reference }, 'decided by somebody else meanwhile')
}
