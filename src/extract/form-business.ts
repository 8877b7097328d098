import { hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'
import type { Pair } from './labelled-lines.ts'
import { looksLikeName } from './person-name.ts'

// "Fenwick Abara (Keystone Association Services)", "Hank Delgado | Desert Thistle RV Resort"
const BEHIND_NAME =
  /^(\p{L}[\p{L}'’. -]{2,40}?)(?:\s*\(([^()\d@]{3,60})\)\s*|\s[|/–—-]\s(\p{Lu}[^|@\d\n]{3,60}))$/u

/** A name, and the business that stands in brackets or behind a line after it. */
export function partBusiness(value: string): { readonly name: string; readonly business?: string } {
  const [, name, inBrackets, behindLine] = BEHIND_NAME.exec(value) ?? []
  const business = (inBrackets ?? behindLine)?.trim()
  return name && business && hasCompanyWord(business) ? { name, business } : { name: value }
}

/** The business behind somebody's name, as the pair that names it. */
export function businessBehindName(pairs: readonly Pair[]): Pair | undefined {
  for (const pair of pairs) {
    if (pair.field !== 'name' && pair.field !== 'contact') continue
    const { business } = partBusiness(pair.value)
    if (business) return { ...pair, value: business }
  }
  return undefined
}

/** "Client: Wolverine Tool & Die" beside "Contact: Horst Beckmann, Facilities". */
export function clientWithContact(pairs: readonly Pair[]): Pair | undefined {
  const client = pairs.find(({ label }) => /^(?:client|customer|account)(?: name)?\W*$/iu.test(label))
  const contact = pairs.find(({ label }) => /^(?:site )?contact(?: name| person)?\W*$/iu.test(label))
  if (!client || !contact) return undefined
  const isPerson = looksLikeName(contact.value.split(/\s*(?:[,(\n]|\s[-–—|]\s)/u)[0] ?? '')
  const [first = ''] = client.value.split(' ')
  const isFirm = !isFirstName(first) && (hasCompanyWord(client.value) || client.value.includes('&'))
  return isPerson && isFirm ? client : undefined
}

/** Customer databases call a business an account; elsewhere an account is a number. */
export const isBusinessAccount = (pair: Pair): boolean =>
  /^(?:account|calling (?:from|fr))$/iu.test(pair.label) &&
  /^\p{L}[^\d]{2,60}$/u.test(pair.value) &&
  hasCompanyWord(pair.value)
