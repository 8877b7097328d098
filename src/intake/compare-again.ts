import type { Address } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'
import type { Draft, ShownClient } from '../lead/draft.ts'
import { compareContacts } from '../matching/compare-contacts.ts'
import { newFacts, typedFacts } from '../matching/differences.ts'
import { knownClient } from '../matching/known-client.ts'
import { scoreClient } from '../matching/score.ts'
import { checkContact } from './check-contact.ts'
import type { AccountIntake } from './settings.ts'

/** Why a client is the one when nothing that is said now speaks for it. */
export const CHOSEN_BEFORE = 'chosen before'

/**
 * A client that was chosen before the form was submitted, by what the form says in the end. Where its record is not known, everything
 * that was typed counts as new: too much in the notes does less harm than a number that is nowhere.
 */
export function compareAgain(
  client: ShownClient,
  { contact, address }: { readonly contact: Contact; readonly address: Address },
  country: string,
): ShownClient {
  const { record } = client
  if (!record) {
    return { ...client, newFacts: typedFacts(contact, address, client, country), notCompared: true }
  }
  const known = knownClient(client, record)
  const score = scoreClient({ contact, address, country }, known)
  return {
    ...client,
    strength: score?.strength ?? 'weak',
    reasons: score?.reasons.map(({ text }) => text) ?? [CHOSEN_BEFORE],
    newFacts: newFacts(contact, address, known, country),
  }
}

/** The draft without its offer where number and email are not that client's any more. */
export function withoutOutdatedOffer(draft: Draft, account: AccountIntake): Draft {
  if (!draft.offered || hasSameContact(draft.offered, draft, account)) return draft
  const { offered: _, ...rest } = draft
  return rest
}

function hasSameContact(client: ShownClient, { entry }: Draft, account: AccountIntake): boolean {
  if (!client.record) return false
  const { contact } = checkContact(entry, account)
  const { number, email } = compareContacts(contact, knownClient(client, client.record), account.country)
  return email || number === 'exact' || number === 'no-extension'
}
