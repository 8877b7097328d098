import type { Token } from './address-tokens.ts'
import { isJoined, PLAIN_GAP, placeAt } from './place-at.ts'
import { readNameOnly } from './read-name-only.ts'
import { readGrid, readHighway, readLeadingType } from './read-road.ts'
import { readSuffixed } from './read-suffixed.ts'
import { isRegionCode, toRegionCode } from './regions.ts'
import { HIGHWAY, type StreetSpan } from './street-line.ts'
import { DIRECTIONS, STOP_WORDS, TREES } from './street-words.ts'

const HOUSE_NUMBER = /^(?:\d{1,6}[a-z]?|\d{1,5}-\d{1,5}[a-z]?|[nsew]\d{2,5}[nsew]\d{2,5}|[nsew]\d{3,5})$/iu

/** Reads a street at token `at`: house number and name, or a box. Undefined when none begins there. */
export function readStreet(tokens: readonly Token[], at: number): StreetSpan | undefined {
  return readBox(tokens, at) ?? readNumbered(tokens, at)
}

function readBox(tokens: readonly Token[], at: number): StreetSpan | undefined {
  if (!/^(?:p|po|post|rr?|rte?|route|hc|rural|star)\b/u.test(tokens[at]?.lower ?? '')) return undefined
  const rest = tokens.slice(at, at + 6).map((token) => token.lower)
  const line = rest.join(' ')
  const box = /^(?:p ?o |post office )box (?:\d+|[a-z]\d*)\b/u.exec(line)
  const rural =
    /^(?:(?:rr|r r|hc|rural route|star route) #?\d+[a-z]?(?: box \d+[a-z]?)?|(?:rte?|route) #?\d+[a-z]? box \d+[a-z]?)\b/u.exec(
      line,
    )
  const match = box ?? rural
  if (!match) return undefined
  const next = at + match[0].split(' ').length
  // "Rt 2 Box 118A" and, in the next line, the same house by its number.
  const isOldAddress =
    /^r(?:t|oute)/u.test(match[0]) &&
    /^\s*\n/u.test(tokens[next]?.gap ?? '') &&
    /^\d/u.test(tokens[next]?.text ?? '')
  return isOldAddress ? undefined : { next, kind: 'box' }
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
