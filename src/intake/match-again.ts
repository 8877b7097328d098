import { leadId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import type { WakeUp } from '../lead/wake-up.ts'
import type { Log } from '../ops/log.ts'
import type { DraftStore } from './ports.ts'
import type { ClientSearch, ContactQuery } from './search-clients.ts'
import type { IntakeSettings } from './settings.ts'

export type MatchAgainDeps = {
  readonly drafts: DraftStore
  readonly search: (query: ContactQuery) => ClientSearch
  readonly settings: Pick<IntakeSettings, 'matchAgainMs'>
  readonly now: () => number
  readonly log: Log
}

/** `problem.code` of a lead that can be matched now; the notices about it hang on that. */
export const SEARCH_ANSWERED = 'search_answered'

/** The nth look, from 0, for the clients of a lead that was saved undecided. */
export function wakeToMatch(lead: Pick<Lead, 'id'>, tries: number, runAt: number): WakeUp {
  return { key: `match-again:${lead.id}:${tries}`, topic: 'match-again', subject: lead.id, runAt }
}

export function matchAgainDelayMs(tries: number, { matchAgainMs }: MatchAgainDeps['settings']): number {
  return matchAgainMs[Math.min(tries, matchAgainMs.length - 1)] ?? 0
}

/**
 * Handler of `match-again`: asks SingleOps again about a lead that was saved because it did not answer, until it does; then the lead says
 * so, and taker and office hear of it.
 */
export async function matchAgain(wakeUp: WakeUp, signal: AbortSignal, deps: MatchAgainDeps): Promise<void> {
  signal.throwIfAborted()
  const { drafts, now, log } = deps
  const lead = await drafts.findLead(leadId(wakeUp.subject))
  if (!lead || !isUndecided(lead)) return
  const { account, content } = lead
  const found = await deps.search({ account, contact: content.contact, address: content.address }).ended
  // Broken off by a stop: it comes again after the start.
  signal.throwIfAborted()
  const tries = Number(wakeUp.key.split(':').at(-1)) + 1
  await drafts.transaction(async (tx) => {
    const latest = await tx.findLead(lead.id)
    if (!latest || !isUndecided(latest)) return
    if (found.failed) {
      await tx.wake(wakeToMatch(lead, tries, now() + matchAgainDelayMs(tries, deps.settings)))
      return
    }
    const problem = { code: SEARCH_ANSWERED, text: answerText(found.shown.length), at: now() }
    const amended = await tx.amendLead(latest, { problem }, now())
    if (!amended) throw new LeadChangedError()
    const { id, version } = amended
    await tx.wake({ key: `notify:${id}:${version}`, topic: 'notify', subject: id, runAt: now() })
  })
  log.info(
    { leadId: lead.id, reference: lead.reference, failed: found.failed, candidates: found.shown.length },
    'looked again for the client',
  )
}

/** Somebody changed the lead between two reads of one transaction: it is looked at again. */
class LeadChangedError extends Error {
  override name = 'LeadChangedError'
  readonly code = 'lead_changed'
}

const isUndecided = ({ state, problem, content }: Lead): boolean =>
  state === 'unmatched' && content.client.kind === 'undecided' && problem?.code !== SEARCH_ANSWERED

function answerText(clients: number): string {
  if (clients === 0) return 'No client has this number or email'
  return clients === 1 ? 'One client may be the one' : `${clients} clients may be the one`
}
