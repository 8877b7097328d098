import type { Token } from './address-tokens.ts'
import { beginsPlace, isPlace } from './places.ts'

export const PLAIN_GAP = /^[ \t\u00a0]+$/u
export const ABBREVIATION_GAP = /^\.[ \t\u00a0]+$/u

/** Number of tokens from `at` on that are the name of a known place, longest first; 0: none. */
export function placeAt(tokens: readonly Token[], at: number, region?: string): number {
  const first = tokens[at]
  if (!first || !beginsPlace(first.text)) return 0
  for (let length = 4; length > 0; length -= 1) {
    const words = tokens.slice(at, at + length)
    if (words.length < length || !words.every((word, index) => index === 0 || isJoined(word, true))) continue
    if (isPlace(words.map((word) => word.text).join(' '), region)) return length
  }
  return 0
}

/** Whether only white space stands before the token; with `abbreviated` a full stop, too. */
export function isJoined(token: Token | undefined, abbreviated = false): boolean {
  if (!token) return false
  return PLAIN_GAP.test(token.gap) || (abbreviated && ABBREVIATION_GAP.test(token.gap))
}
