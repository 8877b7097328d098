import type { Draft } from '../lead/draft.ts'
import type { ClientId } from '../lead/ids.ts'
import type { ClientChoice } from '../lead/lead.ts'
import { knownClients } from './known-clients.ts'

export type Choice =
  | { readonly kind: 'existing'; readonly id: ClientId }
  | { readonly kind: 'new' }
  /** *Save: decide later*. */
  | { readonly kind: 'undecided' }

/** The choice as the lead keeps it; undefined for a client that was not shown for this draft. */
export function clientChoice(
  draft: Pick<Draft, 'chosenClient' | 'match'>,
  choice: Choice,
): ClientChoice | undefined {
  const shown = knownClients(draft)
  if (choice.kind === 'undecided') return choice
  if (choice.kind === 'new') {
    // Best first. A weak one (only the name is alike) is no reason to bother the office.
    const passedOver = shown.find((client) => client.strength !== 'weak')
    return passedOver
      ? { kind: 'new', despite: { id: passedOver.id, reason: passedOver.reasons.join(', ') } }
      : { kind: 'new' }
  }
  const client = shown.find((one) => one.id === choice.id)
  if (!client) return undefined
  const { id, name, isUnconfirmed, newFacts } = client
  return { kind: 'existing', id, name, ...(isUnconfirmed && { isUnconfirmed }), newFacts }
}
