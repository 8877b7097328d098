import type { Token } from './address-tokens.ts'
import { isPlace } from './places.ts'
import { toPostalCode } from './postal-code.ts'
import { beginsRegion, isRegionCode, toRegionCode } from './regions.ts'

/** A code and how many tokens it is long. */
export type Hit = { readonly length: number; readonly code: string }

/** Between the words of one name. */
export const INNER_GAP = /^(?:\.?[ \t\u00a0]+)$/u
// Codes that are words too: in small letters they count only with a postal code behind them.
const WORD_CODES = new Set([
  'in',
  'or',
  'me',
  'ok',
  'hi',
  'oh',
  'la',
  'ma',
  'pa',
  'de',
  'al',
  'co',
  'id',
  'on',
  'mo',
  'ne',
  'as',
  'mi',
  'pe',
])

// "call me, …", "in or, …" say nothing about a state even before a comma.
const SENTENCE_WORDS = new Set(['in', 'or', 'me', 'hi', 'on', 'as'])

/** A postal code at token `at`, which may be two tokens long. */
export function postalAt(tokens: readonly Token[], at: number): Hit | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const next = tokens[at + 1]
  if (/^[a-z]\d[a-z]$/iu.test(token.text) && next && /^[ \t\u00a0]+$/u.test(next.gap)) {
    const code = toPostalCode(`${token.text} ${next.text}`)
    if (code) return { length: 2, code }
  }
  const bare = /^[a-z]\d[a-z]-\d[a-z]\d$/iu.test(token.text) ? token.text.replace('-', '') : token.text
  const code = toPostalCode(bare)
  return code ? { length: 1, code } : undefined
}

/** A state or province at token `at`, by code or name. */
export function regionAt(
  tokens: readonly Token[],
  at: number,
  country: string,
  city?: string,
): Hit | undefined {
  if (!beginsRegion(tokens[at]?.text ?? '')) return undefined
  for (let length = 3; length > 0; length -= 1) {
    const words = tokens.slice(at, at + length)
    if (words.length < length || !words.every((word, index) => index === 0 || INNER_GAP.test(word.gap)))
      continue
    const code = toRegionCode(words.map((word) => word.text).join(' '), country)
    const [first] = words
    if (!code || !first) continue
    if (isRegionPlain(tokens, at, length, code, city)) return { length, code }
  }
  return undefined
}

function isRegionPlain(
  tokens: readonly Token[],
  at: number,
  length: number,
  code: string,
  city: string | undefined,
): boolean {
  const first = tokens[at]
  if (!first) return false
  if (postalAt(tokens, at + length)) return true
  // "the Pickens County Library, Ms. Odessa Wynn"
  const title = tokens[at + 1]
  if (first.text === 'Ms' && /^\.? $/u.test(title?.gap ?? '') && /^\p{Lu}\p{Ll}/u.test(title?.text ?? ''))
    return false
  if (length === 1 && isRegionCode(first.text)) return true
  const following = tokens[at + length]
  const closed = !following || !/^[ \t\u00a0]+$/u.test(following.gap)
  if (length === 1 && first.text.length === 2) {
    if (WORD_CODES.has(first.lower)) {
      return (
        (/^\p{Lu}/u.test(first.text) || !following || !SENTENCE_WORDS.has(first.lower)) &&
        closed &&
        city !== undefined &&
        isPlace(city, code)
      )
    }
    return city !== undefined && (isPlace(city, code) || (closed && first.gap.includes(',')))
  }
  return closed || (city !== undefined && isPlace(city, code))
}
