import type { JobId, LeadId, UserId } from '../lead/ids.ts'
import type { Lead, LeadContent, LeadState, PersonsDecision } from '../lead/lead.ts'
import type { DeliveryDeps } from './deps.ts'
import { moveLead, NO_WAIT } from './move-lead.ts'
import type { LeadChange } from './ports.ts'
import { canLookUp } from './sent-contact.ts'

export type DecisionInput = {
  readonly leadId: LeadId
  readonly decision: PersonsDecision
  readonly by: UserId
  /** With `fix`: the whole content as it is to be sent. With `match` only the choice of the client counts. */
  readonly content?: LeadContent
  /** With `found`: the job's number, if the person knows it. */
  readonly jobId?: JobId
  /** The version that the person saw; a lead that has changed since is `too-late`. */
  readonly version?: number
  /** How often the lead had been sent when the person decided; once it was sent again since, the decision is `too-late`. */
  readonly attempts?: number
  /** The state that the person decided about; once somebody has moved the lead on, the decision is `too-late`. */
  readonly state?: LeadState
}

export type Decided =
  | { readonly kind: 'done'; readonly lead: Lead }
  /** Somebody else was first, or the lead went on by itself: this is how it is now. */
  | { readonly kind: 'too-late'; readonly lead: Lead }
  | { readonly kind: 'gone' }

const DECIDABLE: Readonly<Record<PersonsDecision, readonly LeadState[]>> = {
  'look-again': ['unsure'],
  found: ['unsure'],
  'send-again': ['unsure'],
  fix: ['refused'],
  match: ['unmatched'],
  discard: ['unmatched', 'queued', 'waiting', 'refused', 'unsure'],
}

/** Carries out what a person decided about a lead in trouble; the first one wins. */
export function decide(
  input: DecisionInput,
  deps: Pick<DeliveryDeps, 'leads' | 'now' | 'log'>,
): Promise<Decided> {
  return deps.leads.transaction(async (tx): Promise<Decided> => {
    const lead = await tx.findLead(input.leadId)
    if (!lead) return { kind: 'gone' }
    if (!isAsSeen(lead, input) || !DECIDABLE[input.decision].includes(lead.state))
      return { kind: 'too-late', lead }
    const now = deps.now()
    const moved = await moveLead(tx, lead, changeFor(lead, input, now), { now })
    if (!moved) return { kind: 'too-late', lead: (await tx.findLead(input.leadId)) ?? lead }
    const { id, reference, state } = moved
    deps.log.info(
      { leadId: id, reference, decision: input.decision, by: input.by, state },
      'decided by a person',
    )
    return { kind: 'done', lead: moved }
  })
}

const isAsSeen = (lead: Lead, { version, attempts, state }: DecisionInput): boolean =>
  (version === undefined || version === lead.version) &&
  (attempts === undefined || attempts === lead.attempts) &&
  (state === undefined || state === lead.state || (state === 'waiting' && lead.state === 'queued'))

function changeFor(lead: Lead, input: DecisionInput, now: number): LeadChange {
  const decidedBy = { user: input.by, how: input.decision }
  const settled = { ...NO_WAIT, problem: null, decidedBy }
  switch (input.decision) {
    case 'look-again':
      return {
        state: 'unsure',
        // Jobs can't be listed: for an existing client, or without phone and email, there is nothing to ask.
        retryAt: canLookUp(lead) ? now : null,
        looks: lead.retryAt === undefined ? 0 : lead.looks,
        decidedBy,
      }
    case 'found':
      return { ...settled, state: 'delivered', jobId: input.jobId ?? null }
    case 'send-again':
      return { ...settled, state: 'queued', looks: 0 }
    case 'fix':
      return { ...settled, state: 'queued', content: withTaker(lead.content, contentOf(input)) }
    case 'match':
      return { ...settled, state: 'queued', content: withClient(lead.content, contentOf(input)) }
    case 'discard':
      return { ...settled, state: 'discarded', problem: lead.problem ?? null }
  }
}

/** Whoever mends a lead has not taken it. */
function withTaker({ takerName }: LeadContent, mended: LeadContent): LeadContent {
  const { takerName: _, ...content } = mended
  return { ...content, ...(takerName !== undefined && { takerName }) }
}

/** Whoever chooses the client changes nothing else: notes may have been added while the choice was open. */
function withClient(content: LeadContent, { client, weighed }: LeadContent): LeadContent {
  return { ...content, client, ...(weighed && { weighed }) }
}

function contentOf({ decision, content }: DecisionInput): LeadContent {
  if (!content || content.client.kind === 'undecided') {
    throw new TypeError(`The decision ${decision} needs a content with a client`)
  }
  return content
}
