import type { Token } from './address-tokens.ts'
import { isJoined, placeAt } from './place-at.ts'
import { isRegionCode } from './regions.ts'
import {
  endsSentence,
  HIGHWAY,
  LONGEST_NAME,
  NUMBERED_BY,
  type StreetSpan,
  skipDirection,
} from './street-line.ts'
import { DIRECTIONS, LEADING_TYPES, STRONG_SUFFIXES, TREES, UNIT_WORDS } from './street-words.ts'

const NUMBERED_ROAD = /^(?:us|sr|cr|fm|hwy|i|[a-z]{2})-\d{1,4}$/u
const PARTICLES = new Set([
  'del',
  'los',
  'las',
  'el',
  'de',
  'la',
  'du',
  'des',
  'le',
  'les',
  'of',
  'the',
  'aux',
  'au',
  'à',
])

/** "9280 N 400 W": houses of Utah and Indiana are counted from the middle of the county. */
export function readGrid(tokens: readonly Token[], at: number): StreetSpan | undefined {
  const [along, road, side] = tokens.slice(at, at + 3)
  const isGrid =
    along !== undefined &&
    road !== undefined &&
    side !== undefined &&
    DIRECTIONS.has(along.lower) &&
    /^\d{2,5}$/u.test(road.text) &&
    DIRECTIONS.has(side.lower) &&
    [along, road, side].every((word) => isJoined(word, true))
  return isGrid ? { next: at + 3, kind: 'suffix' } : undefined
}

/** Reads a street whose kind stands first: "rue Adoncour", "Avenida del Sol". */
export function readLeadingType(tokens: readonly Token[], at: number): StreetSpan | undefined {
  const type = tokens[at]
  if (!type || !LEADING_TYPES.has(type.lower) || !/^(?:,?[ \t\u00a0]+)$/u.test(type.gap)) return undefined
  let names = 0
  let next = at + 1
  for (; next < tokens.length && next - at <= LONGEST_NAME; next += 1) {
    const word = tokens[next]
    if (!word || !isJoined(word, true) || endsSentence(word, tokens[next - 1])) break
    if (next === at + 1 && STRONG_SUFFIXES.has(word.lower) && !/^st/u.test(word.lower)) return undefined
    if (next === at + 1 && TREES.has(word.text)) return undefined
    if (UNIT_WORDS.has(word.lower) || word.text.startsWith('#') || isRegionCode(word.text)) break
    const particle = PARTICLES.has(word.lower)
    const capital = /^(?:\p{Lu}|[dl]['’]\p{L}|\d)/u.test(word.text)
    if (!particle && !capital && names > 0) break
    if (names > 0 && DIRECTIONS.has(word.lower)) {
      next += 1
      break
    }
    if (names > 0 && !particle && placeAt(tokens, next) > 0) break
    if (!particle) names += 1
  }
  // "880 rue Adoncour à Longueuil"
  while (next > at + 1 && PARTICLES.has(tokens[next - 1]?.lower ?? '')) next -= 1
  return names > 0 ? { next, kind: 'leading-type' } : undefined
}

/** Reads a road that has a number or a letter for a name: "State Hwy ZZ", "County Rd 9". */
export function readHighway(tokens: readonly Token[], at: number): StreetSpan | undefined {
  for (let index = at; index < at + 3; index += 1) {
    const word = tokens[index]
    if (!word || !isJoined(word, true)) return undefined
    const before = tokens[index - 1]?.lower ?? ''
    const numbered = NUMBERED_ROAD.test(word.lower) && /^(?:us|sr|cr|fm|hwy|i)-/u.test(word.lower)
    const opensNumber =
      HIGHWAY.has(word.lower) ||
      (/^(?:rd|road)$/u.test(word.lower) && (index === at || NUMBERED_BY.has(before)))
    const after = tokens[index + 1]
    if (numbered || (opensNumber && after && isJoined(after, true) && isRoadNumber(after.text))) {
      const next = numbered ? index + 1 : index + 2
      return { next: skipDirection(tokens, next), kind: 'highway' }
    }
  }
  return undefined
}

// Missouri and Wisconsin letter their roads: "State Hwy ZZ".
const isRoadNumber = (text: string): boolean =>
  /^\d{1,4}[a-z]?$/iu.test(text) ||
  (/^[A-Z]{1,2}$/u.test(text) && !isRegionCode(text) && !DIRECTIONS.has(text.toLowerCase()))
