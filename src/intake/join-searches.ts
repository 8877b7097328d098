import type { ShownClient } from '../lead/draft.ts'
import { preselected, STRENGTHS } from '../matching/score.ts'
import type { ClientSearch, FoundMatch } from './search-clients.ts'

/** Several searches as one: it has ended when all have, and is answered in full when all are. */
export function joinSearches(searches: readonly [ClientSearch, ...ClientSearch[]]): ClientSearch {
  const [only, ...others] = searches
  if (others.length === 0) return only
  return {
    soFar: () => joinFound(searches.map((search) => search.soFar())),
    ended: Promise.all(searches.map((search) => search.ended)).then(joinFound),
    onProgress: (listener) => {
      for (const search of searches) search.onProgress(listener)
    },
  }
}

function joinFound(found: readonly FoundMatch[]): FoundMatch {
  const best = new Map<string, ShownClient>()
  for (const client of found.flatMap(({ shown }) => shown)) {
    const known = best.get(client.id)
    if (!known || rankOf(client) < rankOf(known)) best.set(client.id, client)
  }
  const shown = [...best.values()].toSorted((one, other) => rankOf(one) - rankOf(other))
  const complete = found.every((one) => one.complete)
  const cutShort = found.find((one) => one.cutShort)?.cutShort
  const single = preselected({ candidates: shown, complete })
  return {
    shown,
    asked: found.some(({ asked }) => asked),
    complete,
    failed: found.some(({ failed }) => failed),
    ...(cutShort && { cutShort }),
    ...(single && { preselected: single.id }),
    ...(found.some(({ searching }) => searching) && { searching: true as const }),
  }
}

const rankOf = ({ strength }: ShownClient): number => STRENGTHS.indexOf(strength)
