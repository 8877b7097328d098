import type { Token } from './address-tokens.ts'
import { PLAIN_GAP, placeAt } from './place-at.ts'
import { isPlace } from './places.ts'
import { regionOfPostalCode } from './postal-code.ts'
import { type Hit, INNER_GAP, postalAt, regionAt } from './read-region.ts'
import { isRegionCode, toRegionCode } from './regions.ts'
import { STOP_WORDS, TREES } from './street-words.ts'

/** Town, state and postal code as they follow a street. `next` is the first token behind them. */
export type PlaceSpan = {
  readonly next: number
  readonly city?: string
  readonly state?: string
  readonly postalCode?: string
}

const LONGEST_TOWN = 5
// Between a street and its town, and inside of it: no sentence may end there.
const SOFT_GAP =
  /^[ \t\u00a0]*\)?[ \t\u00a0]*(?:[,.;(|-]|\/{1,2}|\r?\n|,\s*\r?\n|\. )?[ \t\u00a0\r]*(?:\n[ \t\u00a0>]*)?[(]?$/u

/** Reads town, state and postal code at token `at`; undefined when no place begins there. */
export function readPlace(
  text: string,
  tokens: readonly Token[],
  at: number,
  country: string,
): PlaceSpan | undefined {
  const begin = skipLeadIn(tokens, at)
  const first = tokens[begin]
  if (!first || !(SOFT_GAP.test(first.gap) || begin > at)) return undefined
  for (let words = 0; words <= LONGEST_TOWN; words += 1) {
    const index = begin + words
    const token = tokens[index]
    if (!token || (words > 0 && !SOFT_GAP.test(token.gap))) break
    const zip = words > 0 && /^\s*[,(]?\s*$/u.test(token.gap) ? skipZipWord(tokens, index) : index
    const postal = postalAt(tokens, zip)
    const city = townOf(text, tokens, begin, index)
    if (postal && (words === 0 || city !== undefined)) {
      const state = regionOfPostalCode(postal.code)
      return present({ next: zip + postal.length, city, state, postalCode: postal.code })
    }
    const region = regionAt(tokens, index, country, city)
    if (region && words === 0 && isTownOf(tokens, index, region.length, country)) continue
    if (region && (words === 0 || city !== undefined)) {
      const after = index + region.length
      const code = SOFT_GAP.test(tokens[after]?.gap ?? '') ? postalAt(tokens, after) : undefined
      const town = city ?? (code || words === 0 ? sameNamedTown(text, tokens, index, region) : undefined)
      return present({
        next: after + (code?.length ?? 0),
        city: town,
        state: region.code,
        postalCode: code?.code,
      })
    }
    if (words > 0 && city === undefined) break
  }
  if (isTree(tokens, begin)) return undefined
  return behindPart(text, tokens, begin, country) ?? townOnly(text, tokens, begin, begin > at)
}

// "14422 Mineral Springs Rd. Post oak on a power pole": a new sentence begins with a tree.
const isTree = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.gap.startsWith('.') === true &&
  TREES.has(`${tokens[at + 1]?.text}s`) &&
  PLAIN_GAP.test(tokens[at + 1]?.gap ?? '')

// "512 Farwell St, Maple Bluff, Madison 53704": a part of the town, or a building, stands before the town.
function behindPart(
  text: string,
  tokens: readonly Token[],
  at: number,
  country: string,
): PlaceSpan | undefined {
  let next = at
  while (
    next < at + 3 &&
    /^\p{Lu}/u.test(tokens[next]?.text ?? '') &&
    (next === at || INNER_GAP.test(tokens[next]?.gap ?? ''))
  )
    next += 1
  if (next === at || !/^,\s/u.test(tokens[at]?.gap ?? '') || !/^,\s/u.test(tokens[next]?.gap ?? ''))
    return undefined
  if (!/^\p{Lu}/u.test(tokens[next]?.text ?? '')) return undefined
  for (let words = 1; words <= LONGEST_TOWN; words += 1) {
    const city = townOf(text, tokens, next, next + words)
    if (city === undefined) return undefined
    const region = regionAt(tokens, next + words, country, city)
    const after = next + words + (region?.length ?? 0)
    const postal = SOFT_GAP.test(tokens[after]?.gap ?? '') ? postalAt(tokens, after) : undefined
    const state = region?.code ?? (postal && regionOfPostalCode(postal.code))
    if (state && isPlace(city, state))
      return present({ next: after + (postal?.length ?? 0), city, state, postalCode: postal?.code })
  }
  return undefined
}

// "Oregon, WI", "Nevada, MO": a town that is called like a state.
function isTownOf(tokens: readonly Token[], at: number, length: number, country: string): boolean {
  const state = tokens[at + length]
  const isNamed = tokens[at]?.text.length !== 2
  if (!isNamed || !state || !/^,\s+$/u.test(state.gap) || !isRegionCode(state.text)) return false
  const name = tokens
    .slice(at, at + length)
    .map((token) => token.text)
    .join(' ')
  return toRegionCode(state.text, country) !== toRegionCode(name, country)
}

function skipLeadIn(tokens: readonly Token[], at: number): number {
  const words = tokens.slice(at, at + 3).map((token) => token.lower)
  const softly = /^[ \t\u00a0,]*$/u.test(tokens[at]?.gap ?? 'x')
  if (!softly) return at
  if (words[0] === 'in' || words[0] === 'à') return at + 1
  if (/^(?:zip|postal)$/u.test(words[0] ?? '') && words[1] === 'code') return at + 2
  if (/^(?:zip|zipcode)$/u.test(words[0] ?? '')) return at + 1
  if (/^(?:over|out|down|up|here)$/u.test(words[0] ?? '') && words[1] === 'in') return at + 2
  if (/^(?:city|town)$/u.test(words[0] ?? '') && words[1] === 'of') return at + 2
  return at
}

// "in Meridian, zip 83646"
function skipZipWord(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.lower ?? ''
  if (/^(?:zip|zipcode)$/u.test(word)) {
    const next = tokens[at + 1]?.lower === 'code' ? at + 2 : at + 1
    return tokens[next]?.lower === 'is' ? next + 1 : next
  }
  return word === 'postal' && tokens[at + 1]?.lower === 'code' ? at + 2 : at
}

// Southern Pines, Thousand Oaks.
const TOWN_TREES = /^(?:Oaks|Pines|Maples|Acres)$/u

function townOf(text: string, tokens: readonly Token[], from: number, to: number): string | undefined {
  const words = tokens.slice(from, to)
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last) return undefined
  const plain = words.every((word, index) => {
    if (!/^\p{L}[\p{L}'’-]*$/u.test(word.text)) return false
    // "Ft. Worth" is no measure.
    if (word.text === 'Ft' && index === 0) return true
    if (STOP_WORDS.has(word.lower) || word.lower === 'in')
      return index > 0 && (word.lower === 'on' || TOWN_TREES.test(word.text) || isNamedTown(words, word))
    return index === 0 || INNER_GAP.test(word.gap)
  })
  if (!plain) return undefined
  return text.slice(first.start, last.end).replace(/\s+/gu, ' ')
}

// "Southern Pines", "Twin Oaks": trees in a town's name.
const isNamedTown = (words: readonly Token[], word: Token): boolean =>
  /^\p{Lu}/u.test(word.text) && isPlace(words.map((each) => each.text).join(' '))

/** "New York 10001", "Québec G1R 2A5": the region's name stands for the town. */
function sameNamedTown(text: string, tokens: readonly Token[], at: number, region: Hit): string | undefined {
  const first = tokens[at]
  const last = tokens[at + region.length - 1]
  if (!first || !last || first.text.length <= 3) return undefined
  const name = text.slice(first.start, last.end)
  return isPlace(name, region.code) ? name : undefined
}

function townOnly(
  text: string,
  tokens: readonly Token[],
  at: number,
  saidIn: boolean,
): PlaceSpan | undefined {
  const first = tokens[at]
  if (!first) return undefined
  const length = placeAt(tokens, at)
  const capital = /^\p{Lu}/u.test(first.text)
  if (length > 0 && beginsSentence(tokens, at, length)) return undefined
  if (length > 0 && (capital || saidIn || length > 1 || !isEverydayWord(first.lower))) {
    const city = townOf(text, tokens, at, at + length)
    if (city !== undefined) return { next: at + length, city }
  }
  if (!capital) return undefined
  // A town that no list knows: capitalised words up to the end of the phrase.
  let next = at
  while (
    next < at + 3 &&
    /^\p{Lu}/u.test(tokens[next]?.text ?? '') &&
    (next === at || INNER_GAP.test(tokens[next]?.gap ?? ''))
  )
    next += 1
  const closed = next >= tokens.length || /^\s*(?:[,.;)\n|]|[-–—] )/u.test(tokens[next]?.gap ?? '')
  const introduced = saidIn || /^,[ \t\u00a0]+$/u.test(first.gap)
  if (!introduced || !(closed || saidIn)) return undefined
  const city = townOf(text, tokens, at, next)
  return city === undefined ? undefined : { next, city }
}

// "5842 N Kostner. Silver maple in back"
function beginsSentence(tokens: readonly Token[], at: number, length: number): boolean {
  const [before, first, behind] = [tokens[at - 1], tokens[at], tokens[at + length]]
  if (!before || !first || !behind || !/^\.\s/u.test(first.gap)) return false
  if (/^(?:st|rd|ave?|dr|ln|blvd|ct|cir|pl|terr?|trl|pkwy|hwy|cres|sq|[nsew]|[ns][ew])$/u.test(before.lower))
    return false
  return (
    /^[ \t]+$/u.test(behind.gap) &&
    /^\p{Ll}/u.test(behind.text) &&
    toRegionCode(behind.text, 'US') === undefined
  )
}

const EVERYDAY = new Set(
  'price oak oaks ash pine cedar maple hickory poplar walnut branch hope home big best call front back side corner near garden house gate driveway door yard needs wants dead storm lawn grass mulch stump limb limbs tree trees large small hedge new old spring fall summer winter monday friday sunday today tomorrow morning water power line fence roof garage shed white black red brown green cell phone mobile office name lead job rush early friend neighbor plant rock rocks clearing grind removal remove clean wood wood chips leaves ivy rose holly park point blue gray grey deck pool good gas magnolia cypress juniper laurel sycamore willow locust aspen birch elm beech mulberry cherry plum pear peach spruce hemlock linden alder redwood sequoia cottonwood mesquite mimosa dogwood myrtle'.split(
    ' ',
  ),
)

const isEverydayWord = (word: string): boolean => EVERYDAY.has(word)

function present(span: {
  next: number
  city: string | undefined
  state: string | undefined
  postalCode: string | undefined
}): PlaceSpan {
  return {
    next: span.next,
    ...(span.city !== undefined && { city: span.city }),
    ...(span.state !== undefined && { state: span.state }),
    ...(span.postalCode !== undefined && { postalCode: span.postalCode }),
  }
}
