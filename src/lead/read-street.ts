import type { Token } from './address-tokens.ts'
import { ABBREVIATION_GAP, isJoined, PLAIN_GAP, placeAt } from './place-at.ts'
import { readNameOnly } from './read-name-only.ts'
import { isRegionCode, toRegionCode } from './regions.ts'
import {
  DIRECTIONS,
  LEADING_TYPES,
  STOP_WORDS,
  STRONG_SUFFIXES,
  TREES,
  UNIT_WORDS,
  WEAK_SUFFIXES,
} from './street-words.ts'

/** Where a street's line ends in the tokens, and how plainly it was one. `next` is the first token behind it. */
export type StreetSpan = {
  readonly next: number
  readonly kind: 'box' | 'highway' | 'leading-type' | 'suffix' | 'bare'
}

const HOUSE_NUMBER = /^(?:\d{1,6}[a-z]?|\d{1,5}-\d{1,5}[a-z]?|[nsew]\d{2,5}[nsew]\d{2,5}|[nsew]\d{3,5})$/iu
const HIGHWAY = new Set([
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
const NUMBERED_ROAD = /^(?:us|sr|cr|fm|hwy|i|[a-z]{2})-\d{1,4}$/u
const NUMBERED_BY = new Set([
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
const LONGEST_NAME = 6

/** Reads a street at token `at`: house number and name, or a box. Undefined when none begins there. */
export function readStreet(tokens: readonly Token[], at: number): StreetSpan | undefined {
  return readBox(tokens, at) ?? readNumbered(tokens, at)
}

function readBox(tokens: readonly Token[], at: number): StreetSpan | undefined {
  if (!/^(?:p|po|post|rr?|hc|rural|star)\b/u.test(tokens[at]?.lower ?? '')) return undefined
  const rest = tokens.slice(at, at + 6).map((token) => token.lower)
  const line = rest.join(' ')
  const box = /^(?:p ?o |post office )box (?:\d+|[a-z]\d*)\b/u.exec(line)
  const rural = /^(?:rr|r r|hc|rural route|star route) #?\d+[a-z]?(?: box \d+[a-z]?)?\b/u.exec(line)
  const match = box ?? rural
  if (!match) return undefined
  return { next: at + match[0].split(' ').length, kind: 'box' }
}

function readNumbered(tokens: readonly Token[], at: number): StreetSpan | undefined {
  const number = tokens[at]
  if (!number || !HOUSE_NUMBER.test(number.text) || /[$€£#]\s*$/u.test(number.gap)) return undefined
  // "edison nj 08820 15 calvert ave": a postal code, then the house.
  const isPostal = /^\d{5}$/u.test(number.text) && /^\d{1,5}$/u.test(tokens[at + 1]?.text ?? '')
  if (isPostal && toRegionCode(tokens[at - 1]?.text ?? '', 'US')) return undefined
  // "1:05 PM", "off Hwy 16 north of town"
  if (
    /\d:$/u.test(`${tokens[at - 1]?.text.at(-1) ?? ''}${number.gap}`) ||
    /^[ap]m$/u.test(tokens[at + 1]?.lower ?? '')
  )
    return undefined
  if (HIGHWAY.has(tokens[at - 1]?.lower ?? '') && PLAIN_GAP.test(number.gap) && number.text.length < 4)
    return undefined
  let name = at + 1
  if (/^\d\/\d$/u.test(tokens[name]?.text ?? '')) name += 1
  return (
    readLeadingType(tokens, name) ??
    readGrid(tokens, name) ??
    (isJoined(tokens[name])
      ? (readHighway(tokens, name) ??
        readSuffixed(tokens, name, number) ??
        readBare(tokens, name, number) ??
        readNameOnly(tokens, name, number))
      : undefined)
  )
}

// "9280 N 400 W": houses of Utah and Indiana are counted from the middle of the county.
function readGrid(tokens: readonly Token[], at: number): StreetSpan | undefined {
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

function readLeadingType(tokens: readonly Token[], at: number): StreetSpan | undefined {
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

function readHighway(tokens: readonly Token[], at: number): StreetSpan | undefined {
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

function readSuffixed(tokens: readonly Token[], at: number, number: Token): StreetSpan | undefined {
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

// "4108 N Mesa, El Paso": no suffix, but a known town right behind the name.
function readBare(tokens: readonly Token[], at: number, number: Token): StreetSpan | undefined {
  if (!/^\d{1,5}$/u.test(number.text)) return undefined
  // Between commas and with the state behind the town small letters and small numbers are a house, too.
  const opens =
    at === 1 ||
    /^(?:at|in|address|is)$/u.test(tokens[at - 2]?.lower ?? '') ||
    /[,;:|(\n¦–-]\s*$|\/\s+$/u.test(number.gap)
  const isLong = number.text.length > 2
  const directed = DIRECTIONS.has(tokens[at]?.lower ?? '')
  const from = directed ? at + 1 : at
  const isSaid = /^(?:at|address|is)$/u.test(tokens[at - 2]?.lower ?? '')
  for (let next = from; next < from + 3; next += 1) {
    const word = tokens[next]
    if (!word) return undefined
    const town = next > from && /^(?:,?|\s[/|–-]{1,2})\s+$/u.test(word.gap) ? placeAt(tokens, next) : 0
    if (
      next > from &&
      isLong &&
      word.lower === 'in' &&
      isJoined(word) &&
      placeAt(tokens, next + 1) > 0 &&
      isPlainName(tokens, from, next, directed || isSaid)
    )
      return { next, kind: 'bare' }
    const behind = tokens[next + town]
    const closed =
      (isLong && (directed || word.gap.includes(','))) ||
      (number.text.length > 1 &&
        behind !== undefined &&
        (isRegionCode(behind.text) || /^\d{5}$/u.test(behind.text)))
    const code = behind && toRegionCode(behind.text, 'US')
    const certain =
      opens && !PLAIN_GAP.test(word.gap) && code !== undefined && placeAt(tokens, next, code) > 0
    if (town > 0 && (certain || (closed && isPlainName(tokens, from, next, directed || isSaid))))
      return { next, kind: 'bare' }
    // "2915 Lipscomb 76110": a name and a postal code, and no town.
    if (
      next > from &&
      (opens || /\.\s+$/u.test(number.gap)) &&
      isLong &&
      /^,?\s+$/u.test(word.gap) &&
      /^\d{5}$/u.test(word.text) &&
      isPlainName(tokens, from, next, false)
    )
      return { next, kind: 'bare' }
    const named = /^(?:\p{L}[\p{L}'’-]+|\d{1,3}(?:st|nd|rd|th))$/iu.test(word.text)
    if (!isJoined(word) || !named || STOP_WORDS.has(word.lower)) return undefined
    if (TREES.has(word.lower)) return undefined
  }
  return undefined
}

const isPlainName = (tokens: readonly Token[], from: number, to: number, said: boolean): boolean =>
  said || tokens.slice(from, to).every((word) => /^\p{Lu}/u.test(word.text))

const endsSentence = (word: Token, before: Token | undefined): boolean =>
  ABBREVIATION_GAP.test(word.gap) && !isAbbreviation(before?.lower ?? '')

const isAbbreviation = (lower: string): boolean =>
  /^(?:[a-z]|st|ste|mt|ft|dr|ne|nw|se|sw|no|so|jr|co|av|ave|boul|ch)$/u.test(lower)

const isAbbreviated = (lower: string): boolean =>
  /^(?:st|rd|ave|av|dr|ln|blvd|ct|cir|pl|ter|trl|pkwy|hwy|cres|sq|road|avenue|boulevard|parkway|street)$/u.test(
    lower,
  )

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

function skipDirection(tokens: readonly Token[], at: number): number {
  const word = tokens[at]
  if (!word || !isJoined(word, true) || !DIRECTIONS.has(word.lower)) return at
  if (/^['’/]/u.test(tokens[at + 1]?.gap ?? '')) return at
  // "12 Main St West Linn": the direction belongs to the town.
  if (word.lower.length > 2 && placeAt(tokens, at) > 1) return at
  return at + 1
}
