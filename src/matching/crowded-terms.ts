import type { AccountKey } from '../lead/ids.ts'
import type { Term } from './search-terms.ts'

/**
 * Beginnings whose answer was too long to read the last time, such as `+1` in a big account: others begin with them too. They are not
 * asked again but narrowed down at once; the narrower ones cover the same, so that nothing is missed when the account has shrunk since.
 */
export type CrowdedTerms = {
  note(account: AccountKey, term: Term): void
  /** The questions that take the place of these. */
  narrowed(account: AccountKey, terms: readonly Term[]): readonly Term[]
}

// Country and area codes are few; exchanges that are crowded are met again and again.
const MOST_REMEMBERED = 5000

export function createCrowdedTerms(): CrowdedTerms {
  const known = new Set<string>()
  const keyOf = (account: AccountKey, { field, term }: Term) => `${account}|${field}|${term}`

  function narrowed(account: AccountKey, terms: readonly Term[]): readonly Term[] {
    return terms.flatMap((term) =>
      term.narrower.length > 0 && known.has(keyOf(account, term)) ? narrowed(account, term.narrower) : [term],
    )
  }
  return {
    note(account, term) {
      known.add(keyOf(account, term))
      const [oldest] = known
      if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest)
    },
    narrowed,
  }
}
