import type { Token } from './address-tokens.ts'
import { isJoined, PLAIN_GAP, placeAt } from './place-at.ts'
import { isRegionCode, toRegionCode } from './regions.ts'
import {
  endsSentence,
  HIGHWAY,
  isAbbreviated,
  LONGEST_NAME,
  NUMBERED_BY,
  type StreetSpan,
  skipDirection,
} from './street-line.ts'
import { DIRECTIONS, STOP_WORDS, STRONG_SUFFIXES, UNIT_WORDS, WEAK_SUFFIXES } from './street-words.ts'

/** Reads a street up to its last suffix: "Park Place Ave", "Kimberlin Glen Way". */
export function readSuffixed(tokens: readonly Token[], at: number, number: Token): StreetSpan | undefined {
  let found = -1
  for (let index = at; index < Math.min(tokens.length, at + LONGEST_NAME); index += 1) {
    const word = tokens[index]
    if (!word || !isJoined(word, true)) break
    const before = tokens[index - 1]
    // After a full stop only an initial, a direction or "St." goes on: anything else begins a sentence.
    if (index > at && endsSentence(word, before)) break
    if (isRegionCode(word.text) && !DIRECTIONS.has(word.lower) && index > at && found >= 0) break
    const strong = STRONG_SUFFIXES.has(word.lower)
    const weak = WEAK_SUFFIXES.has(word.lower) && isWeakAllowed(word, number)
    const named = index > at && !isOnlyDirection(tokens, at, index)
    if (named && strong) {
      // "St Clair", "Mt Vernon" inside a name; "Park Place Ave" goes on to its last suffix.
      if (found >= 0 && isAbbreviated(tokens[found]?.lower ?? '')) break
      found = index
      if (isAbbreviated(word.lower) && !strongFollows(tokens, index + 1)) break
      continue
    }
    // "Kimberlin Glen Way": two in a row, unless the second begins the town.
    const isSecond =
      found === index - 1 &&
      /^\p{Lu}/u.test(word.text) &&
      (placeAt(tokens, index) === 0 || endsBeforeTown(tokens, index + 1))
    if (named && weak && found < 0 && endsTown(tokens, at, index)) break
    if (named && weak && (found < 0 || (isSecond && !STRONG_SUFFIXES.has(before?.lower ?? '')))) {
      found = index
      continue
    }
    // "Thorn Grove Pike"
    if (
      found === index - 1 &&
      weak &&
      /^(?:pike|way|run|path|pass|trace|turnpike|tpke|row)$/u.test(word.lower)
    ) {
      found = index
      continue
    }
    if (found >= 0 && !STRONG_SUFFIXES.has(word.lower) && !strongFollows(tokens, index)) break
    if (!/^[\p{L}\p{N}]/u.test(word.text) || isStop(word, index === at, number)) break
    if (/^\d+$/u.test(word.text) && index > at && found < 0 && !/^\d{1,3}$/u.test(word.text)) break
    if (/^\d{2,}$/u.test(word.text) && index > at && found < 0 && before && isTold(before)) return undefined
    if (UNIT_WORDS.has(word.lower) && index > at) break
  }
  if (found < 0 || isCounted(tokens, at, found)) return undefined
  let next = found + 1
  const extension = tokens[next]
  if (
    extension &&
    /^(?:ext|extension|bypass|spur|connector)$/u.test(extension.lower) &&
    isJoined(extension, true)
  ) {
    if (!/^\d/u.test(tokens[next + 1]?.text ?? '')) next += 1
  }
  return { next: skipDirection(tokens, next), kind: 'suffix' }
}

// "Lyons View Pike, Knoxville": what stands before the comma is no town when a town stands behind it.
const endsBeforeTown = (tokens: readonly Token[], at: number): boolean =>
  /^,\s/u.test(tokens[at]?.gap ?? '') &&
  !isRegionCode(tokens[at]?.text ?? '') &&
  toRegionCode(tokens[at]?.text ?? '', 'US') === undefined &&
  /^\p{Lu}/u.test(tokens[at]?.text ?? '')

// "2 euc removed 155 Vista Grande": a sentence ends, and a house begins.
const isTold = (word: Token): boolean =>
  /^\p{Ll}{4,}$/u.test(word.text) &&
  !HIGHWAY.has(word.lower) &&
  !NUMBERED_BY.has(word.lower) &&
  !DIRECTIONS.has(word.lower) &&
  !STRONG_SUFFIXES.has(word.lower)

// "940 Cherry SE Grand Rapids": what looks like a suffix is the end of a town.
function endsTown(tokens: readonly Token[], at: number, index: number): boolean {
  for (let from = Math.max(at + 1, index - 2); from < index; from += 1)
    if (/^\p{Lu}/u.test(tokens[from]?.text ?? '') && from + placeAt(tokens, from) === index + 1)
      return !STRONG_SUFFIXES.has(tokens[index + 1]?.lower ?? '')
  return false
}

// "45 honeylocusts along Summit Ridge Pkwy": a number of things, then a street's name with capitals.
function isCounted(tokens: readonly Token[], at: number, found: number): boolean {
  const first = tokens[at]
  if (!first || !/^\p{Ll}{4,}s$/u.test(first.text)) return false
  return tokens.slice(at + 1, found).some((word) => /^\p{Lu}/u.test(word.text))
}

// "Heritage Oaks Ln" is a street, "3 oaks" and "2 Oaks" are trees.
function isStop(word: Token, isFirst: boolean, number: Token): boolean {
  if (!STOP_WORDS.has(word.lower)) return false
  return word.text === word.lower || (isFirst && number.text.length === 1)
}

// Of these nothing is counted: "6 pilgrim way".
const PLAIN_WEAK = /^(?:way|run|path|cove|ridge|hollow|glen|knoll|trace|mews|landing|commons|turnpike|tpke)$/u

function isWeakAllowed(word: Token, number: Token): boolean {
  if (/^\p{Lu}/u.test(word.text) || number.text.length > 1) return true
  return /[,;|¦\n]\s*$/u.test(number.gap) && PLAIN_WEAK.test(word.lower)
}

function isOnlyDirection(tokens: readonly Token[], at: number, index: number): boolean {
  return index === at + 1 && /^(?:n|s|e|w|ne|nw|se|sw)$/u.test(tokens[at]?.lower ?? '')
}

function strongFollows(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < at + 2; index += 1) {
    const word = tokens[index]
    if (!word || !PLAIN_GAP.test(word.gap)) return false
    const lower = word.lower
    if (STRONG_SUFFIXES.has(lower))
      return (
        !/^(?:st|ct|drive|place|court|square|loop|terrace|lane|circle|crossing)$/u.test(lower) || index > at
      )
    if (STOP_WORDS.has(lower) || isRegionCode(word.text) || DIRECTIONS.has(lower)) return false
    if (!/^\p{L}/u.test(lower)) return false
  }
  return false
}
