import type { ClientId } from '../lead/ids.ts'
import type { Attempt, Lead } from '../lead/lead.ts'
import type { DeliveryContext } from './deps.ts'
import { findSentClients } from './find-sent-clients.ts'
import { canLookUp } from './sent-contact.ts'

export type ResendCheck =
  /** Nothing to search: no earlier attempt can have made the client, or a person has just seen the search. */
  | { readonly kind: 'needless' }
  | { readonly kind: 'nobody'; readonly knownClients: readonly ClientId[] }
  /** SingleOps has a client with this contact now: a person chooses again. */
  | { readonly kind: 'hit' }
  | { readonly kind: 'unanswered' }

/** A refused or unsure new client may exist already: it is searched for before each further POST. */
export async function searchBeforeResend(
  lead: Lead,
  signal: AbortSignal,
  deps: DeliveryContext,
): Promise<ResendCheck> {
  if (lead.attempts === 0 || !canLookUp(lead) || lead.decidedBy?.how === 'match') return { kind: 'needless' }
  const attempts = await deps.leads.attemptsOf(lead.id)
  if (!attempts.some(mayHaveMadeClient)) return { kind: 'needless' }
  const found = await findSentClients(lead, signal, deps)
  if (!found) return { kind: 'unanswered' }
  const passedOver = lead.content.client.kind === 'new' ? lead.content.client.despite?.id : undefined
  const knownClients = found.map(({ id }) => id)
  return knownClients.some((id) => id !== passedOver) ? { kind: 'hit' } : { kind: 'nobody', knownClients }
}

function mayHaveMadeClient({ outcome }: Attempt): boolean {
  return outcome === undefined || outcome === 'unsure' || outcome === 'refused'
}
