import type { ShownClient } from '../lead/draft.ts'
import type { UserId } from '../lead/ids.ts'
import type { ClientChoice, Lead } from '../lead/lead.ts'
import { present } from '../lead/present.ts'
import type { FormRequest } from './begin-form.ts'
import { CHOSEN_BEFORE } from './compare-again.ts'
import { contentToEntry } from './to-entry.ts'

/** The form for another site of a lead's client: client, contact, operation and custom values stay, the work and its place don't. */
export function anotherSite(lead: Lead, by: UserId, country: string): FormRequest {
  const { phone, secondPhone, email, name, firstName, lastName, companyName, operationId, customValues } =
    contentToEntry(lead.content, country)
  return present({
    taker: by,
    wayIn: 'another-site' as const,
    account: lead.account,
    chosenClient: toShown(lead.content.client),
    entry: present({
      phone,
      secondPhone,
      email,
      name,
      firstName,
      lastName,
      companyName,
      operationId,
      customValues,
    }),
  })
}

/** A client that was chosen before, as the match view shows it. */
export function toShown(client: ClientChoice): ShownClient | undefined {
  if (client.kind !== 'existing') return undefined
  return {
    id: client.id,
    name: client.name,
    line: '',
    strength: 'strong',
    reasons: [CHOSEN_BEFORE],
    warnings: [],
    newFacts: client.newFacts,
  }
}
