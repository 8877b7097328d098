import type { Token } from './address-tokens.ts'
import { ABBREVIATION_GAP, isJoined, placeAt } from './place-at.ts'
import { DIRECTIONS } from './street-words.ts'

/** Where a street's line ends in the tokens, and how plainly it was one. `next` is the first token behind it. */
export type StreetSpan = {
  readonly next: number
  readonly kind: 'box' | 'highway' | 'leading-type' | 'suffix' | 'bare'
}

/** What numbered roads are called. */
export const HIGHWAY = new Set([
  'highway',
  'hwy',
  'route',
  'rte',
  'rt',
  'sr',
  'cr',
  'fm',
  'us',
  'interstate',
  'autoroute',
])
/** What stands before a numbered road's kind: "County Rd 9". */
export const NUMBERED_BY = new Set([
  'county',
  'state',
  'township',
  'co',
  'twp',
  'farm',
  'ranch',
  'concession',
  'range',
  'forest',
  'town',
])
/** In words. */
export const LONGEST_NAME = 6

/** Whether a full stop before a word ends a sentence, and not an abbreviation. */
export const endsSentence = (word: Token, before: Token | undefined): boolean =>
  ABBREVIATION_GAP.test(word.gap) && !isAbbreviation(before?.lower ?? '')

const isAbbreviation = (lower: string): boolean =>
  /^(?:[a-z]|st|ste|mt|ft|dr|ne|nw|se|sw|no|so|jr|co|av|ave|boul|ch)$/u.test(lower)

/** Short words for kinds of streets, and those that stand in names as well. */
export const isAbbreviated = (lower: string): boolean =>
  /^(?:st|rd|ave|av|dr|ln|blvd|ct|cir|pl|ter|trl|pkwy|hwy|cres|sq|road|avenue|boulevard|parkway|street)$/u.test(
    lower,
  )

/** The token behind a direction that closes a street: "Main St NE". */
export function skipDirection(tokens: readonly Token[], at: number): number {
  const word = tokens[at]
  if (!word || !isJoined(word, true) || !DIRECTIONS.has(word.lower)) return at
  if (/^['’/]/u.test(tokens[at + 1]?.gap ?? '')) return at
  // "12 Main St West Linn": the direction belongs to the town.
  if (word.lower.length > 2 && placeAt(tokens, at) > 1) return at
  return at + 1
}
