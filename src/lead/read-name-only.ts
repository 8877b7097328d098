import type { Token } from './address-tokens.ts'
import { isJoined, PLAIN_GAP, placeAt } from './place-at.ts'
import { isRegionCode } from './regions.ts'
import type { StreetSpan } from './street-line.ts'
import { DIRECTIONS, STOP_WORDS, TREES, UNIT_WORDS } from './street-words.ts'

/** "…, 9931 Bolsa, …", "at 1600 E Shaw.": a number and a name in capitals with nothing else around them. */
export function readNameOnly(tokens: readonly Token[], at: number, number: Token): StreetSpan | undefined {
  if (!/^\d{2,5}$/u.test(number.text)) return undefined
  const isSaid = /^(?:at|address|on|is)$/u.test(tokens[at - 2]?.lower ?? '') && PLAIN_GAP.test(number.gap)
  const opensSentence = /^\.\s+$/u.test(number.gap) && /\p{Ll}{2}$|\d$/u.test(tokens[at - 2]?.text ?? '')
  const isOnGrid = number.text.length > 2 && /^[NSEW]$/u.test(tokens[at]?.text ?? '')
  if (!isSaid && !opensSentence && !isOnGrid && !/(?:[,;|¦\n]|¦\.|\s[–-])\s*$/u.test(number.gap))
    return undefined
  const directed = DIRECTIONS.has(tokens[at]?.lower ?? '')
  const from = directed ? at + 1 : at
  for (let next = from; next < from + 2; next += 1) {
    const word = tokens[next]
    if (!word || !isJoined(word, next === from) || !/^\p{Lu}\p{Ll}{2,}$/u.test(word.text)) return undefined
    if (
      STOP_WORDS.has(word.lower) ||
      TREES.has(word.lower) ||
      UNIT_WORDS.has(word.lower) ||
      NO_ROAD.test(word.lower)
    )
      return undefined
    const isPlural = word.lower.endsWith('s')
    const end = isSide(tokens[next + 1]) ? next + 2 : next + 1
    const behind = tokens[end]
    if (isPlural && (!isJoined(behind, true) || end > next + 1 || next > from)) return undefined
    if (
      behind === undefined ||
      behind.text.startsWith('#') ||
      (UNIT_WORDS.has(behind.lower) && /^\d|^\p{L}$/u.test(tokens[end + 1]?.text ?? '')) ||
      /^\s*(?:[,;|¦/)\n]|\.(?:\s|$)|[–-]\s|\()/u.test(behind.gap) ||
      (isSaid &&
        PLAIN_GAP.test(behind.gap) &&
        /^(?:wants?|needs?|called|calls|has|have|said|says|asked|asks|would|who|and)$/u.test(behind.text))
    ) {
      return directed || number.text.length > 2 || word.text.length > 5 || isSaid || isTownBehind(tokens, end)
        ? { next: next + 1, kind: 'bare' }
        : undefined
    }
    if (
      next > from - 1 &&
      placeAt(tokens, end) > 0 &&
      /^\p{Lu}/u.test(behind.text) &&
      isClosedPlace(tokens, end)
    )
      return number.text.length > 2 ? { next: end, kind: 'bare' } : undefined
  }
  return undefined
}

// "18 Possum Trot, Sikeston"
const isTownBehind = (tokens: readonly Token[], at: number): boolean =>
  /^,\s+$/u.test(tokens[at]?.gap ?? '') && /^\p{Lu}/u.test(tokens[at]?.text ?? '') && placeAt(tokens, at) > 0

const isSide = (word: Token | undefined): boolean =>
  word !== undefined && PLAIN_GAP.test(word.gap) && /^(?:N|S|E|W|NE|NW|SE|SW)$/u.test(word.text)

const NO_ROAD =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*$|^(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?$|^(?:foot|hour|minute|day|month|year|inch|gallon|yard|point|percent|deep|wide|high|tall|plus|each|total|budget|only|call|cell|house|old|new|big|large|dead|more|min|sq|lot|tree|customer|lead|project|job|palm|oak|pine|maple|ash|elm|stump|cedar|privet|thanks|code|gate)$/u

function isClosedPlace(tokens: readonly Token[], at: number): boolean {
  const behind = tokens[at + placeAt(tokens, at)]
  return behind === undefined || /^\s*[,.;|¦\n)]/u.test(behind.gap) || isRegionCode(behind.text)
}
