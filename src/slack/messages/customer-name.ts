import { contactName } from '../../lead/contact.ts'
import type { Lead } from '../../lead/lead.ts'
import { escapeLine } from '../escape.ts'

/** Long enough for any name, short enough for a line. */
const NAME_CAP = 120

type Named = { readonly content: Pick<Lead['content'], 'contact' | 'client'> }

/** What people call the customer: as taken down, else as SingleOps knows the client. Not escaped. */
export function customerName({ content }: Named): string | undefined {
  const known = content.client.kind === 'existing' ? content.client.name : undefined
  return contactName(content.contact)?.trim() || known?.trim() || undefined
}

/** The same, escaped and short enough for a line. */
export function shownName(lead: Named): string | undefined {
  return toShownName(customerName(lead))
}

/** Escapes and cuts a name for a line; undefined when nothing of it can be shown. */
export function toShownName(name: string | undefined): string | undefined {
  return name === undefined ? undefined : escapeLine(name, NAME_CAP) || undefined
}

/** "Jane Smith's lead", escaped; "The lead" where there is no name. */
export function customersLead(lead: Named, at: 'start' | 'inside' = 'start'): string {
  const name = shownName(lead)
  if (!name) return at === 'start' ? 'The lead' : 'the lead'
  return `${name}'s lead`
}

/** For lock screens: a name that is really a phone number is not shown. Escaped. */
export function speakableName(lead: Named): string {
  const name = shownName(lead)
  return name && !holdsNumber(name) ? name : 'A customer'
}

// House and unit numbers have up to five digits; a phone number has at least seven.
const holdsNumber = (text: string): boolean => text.replaceAll(/\P{Nd}/gu, '').length > 5
