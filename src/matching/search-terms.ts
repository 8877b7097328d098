import type { Contact } from '../lead/contact.ts'
import { type Beginning, beginningsOf } from './phone-spellings.ts'
import type { SearchTerm } from './ports.ts'

/** A question to SingleOps, and the narrower ones that cover the same when its answer is too long to read. */
export type Term = SearchTerm & {
  /** 0 is asked first. */
  readonly rank: number
  readonly narrower: readonly Term[]
}

/**
 * What to ask SingleOps to find everybody with one of the contact's numbers or its email, commonest spelling first. Emails are asked
 * lower-cased and as typed: whether the search minds the case is not documented.
 */
export function searchTerms(contact: Contact, typedEmail?: string): Term[] {
  const typed = [contact.email, typedEmail].map((email) => email?.trim() ?? '')
  const emailTerms = [...new Set(typed.flatMap((email) => [email.toLowerCase(), email]))]
    .filter((term) => term !== '')
    .map((term, rank): Term => ({ field: 'email', term, rank, narrower: [] }))
  const mains = [contact.mobile, contact.phone]
    .filter((number) => number !== undefined)
    .map((number) => number.replace(/ ext .*/u, ''))
  const phoneTerms = mergeSame([...new Set(mains)].flatMap((number) => beginningsOf(number)).map(toTerm))
  return [...emailTerms, ...phoneTerms].toSorted((a, b) => a.rank - b.rank)
}

function toTerm({ text, rank, narrower }: Beginning): Term {
  return { field: 'phone', term: text, rank, narrower: narrower.map(toTerm) }
}

// Two numbers share beginnings (`+1`): asked once, narrowed for both.
function mergeSame(terms: readonly Term[]): Term[] {
  const byText = Map.groupBy(terms, ({ term }) => term)
  return [...byText.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    if (others.length === 0) return [first]
    return [{ ...first, narrower: mergeSame([first, ...others].flatMap((term) => term.narrower)) }]
  })
}
