import type { ClientId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import type { FoundClient } from './ports.ts'
import { isSentContact } from './sent-contact.ts'

/** What an answered search says about a lost answer. */
export type Verdict = 'proved' | 'nothing' | 'uncertain'

/**
 * Proved: exactly one client has come up that was not there before, with the name and contact that we sent and that no rival's attempt
 * can own. Nothing: nobody has come up. All else is for a person, and so is a client like ours that the search before the POST held
 * already: that search may have been answered after it.
 */
export function judgeLook(
  lead: Lead,
  found: readonly FoundClient[],
  knownClients: readonly ClientId[] | undefined,
  rivals: readonly Lead[],
): Verdict {
  const isLike = (client: FoundClient, other: Lead): boolean =>
    isSentContact(client.contact, other.content.contact)
  const isKnown = ({ id }: FoundClient): boolean => knownClients?.includes(id) ?? false
  const fresh = found.filter((client) => !isKnown(client))
  if (found.some((client) => isKnown(client) && isLike(client, lead))) return 'uncertain'
  const [only, ...others] = fresh
  if (!only) return 'nothing'
  if (!knownClients || others.length > 0 || !isLike(only, lead)) return 'uncertain'
  return rivals.some((rival) => isLike(only, rival)) ? 'uncertain' : 'proved'
}
