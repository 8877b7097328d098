import type { Address } from '../lead/address.ts'
import { type Token, toTokens } from '../lead/address-tokens.ts'
import { toPlaceCase } from '../lead/letter-case.ts'
import { placeAt } from '../lead/place-at.ts'
import { isPlace } from '../lead/places.ts'
import { readPlace } from '../lead/read-place.ts'
import { postalAt } from '../lead/read-region.ts'
import { STRONG_SUFFIXES } from '../lead/street-words.ts'
import { isEverydayWord } from './everyday-words.ts'
import { hasCompanyWord } from './find-company.ts'
import { isCommonFirstName, isFirstName } from './first-names.ts'
import { namesService } from './lead-signs.ts'
import { isBetweenMarks, isSaidCode } from './loose-postal-code.ts'

export type FoundPlace = {
  readonly address: Address
  readonly start: number
  readonly end: number
  readonly weak: boolean
}

const INTRODUCTION =
  /^(?:lives?|resides?|past|beyond|towards?|in|near|from|around|outside|by|at|service|serve|cover|à|en)$/u

// "soy Marisol Cantú de Katy"
const SPANISH = /\b(?:soy|habla|llamo|llama|mi nombre)\b/iu

// "nw calgary"
const PART_OF_TOWN = /^(?:[ns][ew]|(?:north|south)(?:east|west)?|east|west|downtown|uptown|central|greater)$/u

// "Put in Elaine Burkhart" says nothing about a town.
// "in May", "by March": a month unless a state follows.
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u

const PART = /^(?:side|part|end|edge|outskirts|section|suburbs?)$/u

const FRENCH = /^(?:de|à|dans|sur|par|sous|vers|derrière|devant|en|y|con|a)$/u

const PUT = /^(?:put|enter|add|send|come|came|call|called|turn|key|type)$/u

/** Towns and postal codes that stand without a street: "in Decatur 30030", "Smyrna, GA", "zip 68132". */
export function findPlaces(text: string, country: string): readonly FoundPlace[] {
  const tokens = toTokens(text)
  const found: FoundPlace[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token) break
    const before = tokens[at - 1]
    const introduced =
      before !== undefined &&
      INTRODUCTION.test(before.lower) &&
      /^\s+$/u.test(token.gap) &&
      !PUT.test(tokens[at - 2]?.lower ?? '') &&
      !isThingNearby(tokens, at)
    const capital = /^\p{Lu}/u.test(token.text)
    const isBehindStreet = capital && STRONG_SUFFIXES.has(before?.lower ?? '') && /^,?\s+$/u.test(token.gap)
    const isPartOf =
      PART_OF_TOWN.test(before?.lower ?? '') && placeAt(tokens, at) > 0 && token.text.length > 4
    const towards =
      before?.lower === 'to' && ((capital && !isFirstName(token.text)) || placeAt(tokens, at) > 1)
    // "Ed Buskirk of Lake Oswego"
    const isHome =
      (before?.lower === 'of' || (before?.lower === 'de' && SPANISH.test(text))) &&
      capital &&
      isSurname(tokens[at - 2]) &&
      placeAt(tokens, at) > 0
    // "east side of Madison"
    const isSideOf =
      before?.lower === 'of' && PART.test(tokens[at - 2]?.lower ?? '') && placeAt(tokens, at) > 0
    const isZip =
      /^(?:zip|zipcode|code|postal)$/u.test(before?.lower ?? '') ||
      /^\p{L}/u.test(token.text) ||
      isBetweenMarks(text, tokens, at)
    // "12 mi N of Buffalo"
    if (tokens[at + 1]?.lower === 'of' && /^(?:[nsew]|[ns][ew]|north|south|east|west)$/u.test(token.lower))
      continue
    const postal = postalAt(tokens, at)
    if (postal && (isZip || isSaidCode(text, tokens, at))) {
      found.push({
        address: { postalCode: postal.code },
        start: token.start,
        end: tokens[at + postal.length - 1]?.end ?? token.end,
        weak: false,
      })
      at += postal.length - 1
      continue
    }
    if (MONTH.test(token.lower) && !/^,/u.test(tokens[at + 1]?.gap ?? '')) continue
    const alone = isAlone(tokens, at) || isLast(text, tokens, at)
    if (
      !capital &&
      !introduced &&
      !towards &&
      !isPartOf &&
      !isSideOf &&
      !alone &&
      placeAt(tokens, at) < 2 &&
      !(isPlace(token.text) && !isEverydayWord(token.lower))
    )
      continue
    // "au coin de la rue"
    if (
      !capital &&
      !(alone && !FRENCH.test(before?.lower ?? '')) &&
      /^(?:la|le|les|las|los|el|de|du|des)$/u.test(token.lower)
    )
      continue
    if (isEverydayWord(token.lower) && !isPlace(`${token.text} ${tokens[at + 1]?.text ?? ''}`)) continue
    // The town begins here, so what lies before it does not matter.
    const from = tokens.slice(at, at + 14)
    const place = readPlace(text, [{ ...token, gap: '' }, ...from.slice(1)], 0, country)
    // "… wants bush hog 2 acres Bay Minette"
    const behind = place ? tokens[at + place.next]?.gap : ''
    const isAtEnd =
      capital &&
      at > 3 &&
      place?.city?.includes(' ') === true &&
      /^[,\s]/u.test(token.gap) &&
      (behind === undefined || /^\s*[.,;\n]/u.test(behind)) &&
      !/^\p{Lu}/u.test(before?.text ?? '') &&
      !BY_WHOM.test(before?.lower ?? '')
    // "2 acre lot Bettendorf / wants"
    const closesPart =
      capital &&
      token.text.length > 4 &&
      !isFirstName(token.text) &&
      /^\p{Ll}/u.test(before?.text ?? '') &&
      !BY_WHOM.test(before?.lower ?? '') &&
      behind !== undefined &&
      /^\s*(?:[/|¦\n]|[–—-]\s)/u.test(behind)
    // "in Quail Hollow in Apex": a town's name may begin another one's.
    const next = place ? tokens[at + place.next] : undefined
    if (
      place?.city !== undefined &&
      !place.city.includes(' ') &&
      place.state === undefined &&
      place.postalCode === undefined &&
      next !== undefined &&
      /^ $/u.test(next.gap) &&
      NAMED_GROUND.test(next.text)
    )
      continue
    // "from maplewood church"
    if (place && goesOnAsCompany(tokens, at + place.next)) continue
    if (
      !place ||
      !isConvincing(
        place,
        introduced || towards || isPartOf || isSideOf || isHome || isBehindStreet || isHeadline(tokens, at),
        isAtEnd || alone || closesPart,
      )
    )
      continue
    const { city, state, postalCode } = place
    const address: Address = {
      ...(city !== undefined && { city: toPlaceCase(city) }),
      ...(state !== undefined && { state }),
      ...(postalCode !== undefined && { postalCode }),
    }
    const weak = state === undefined && postalCode === undefined
    // "West Ashley" is not Ashley.
    const isPart =
      capital && before !== undefined && TOWN_FRONT.test(before.text) && /^\.?\s$/u.test(token.gap)
    if (isPart && weak) continue
    const whole =
      isPart && city !== undefined ? { ...address, city: `${before.text} ${toPlaceCase(city)}` } : address
    const start = isPart ? before.start : token.start
    found.push({ address: whole, start, end: from[place.next - 1]?.end ?? token.end, weak })
    at += place.next - 1
  }
  return found
}

// Of what a subdivision's name ends with.
const NAMED_GROUND =
  /^(?:Hollow|Ridge|Run|Glen|Trace|Chase|Crossing|Pointe?|Landing|Farms?|Estates|Acres|Woods|Meadows?|Hills?|Creek|Lakes?|Bend|Knoll|Heights|Manor|Village|Commons|Ranch|Preserve|Plantation|Subdivision)$/u

const TOWN_FRONT =
  /^(?:North|South|East|West|Upper|Lower|New|Old|Fort|Ft|Mount|Mt|Saint|St|Port|Lake|Glen|Cape)$/u

// "near brick wall": in small letters a town stands alone or behind "in".
function isThingNearby(tokens: readonly Token[], at: number): boolean {
  const [before, token, behind] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!before || !token || !behind || /^\p{Lu}/u.test(token.text) || placeAt(tokens, at) !== 1) return false
  return (
    /^(?:at|by)$/u.test(before.lower) ||
    (/^(?:near|around|past|beyond|towards?)$/u.test(before.lower) && /^\s+$/u.test(behind.gap))
  )
}

const isSurname = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^\p{Lu}\p{Ll}/u.test(token.text) &&
  !isEverydayWord(token.lower) &&
  !hasCompanyWord(token.text)

// "at Quail Run Villas": a town's name may begin a business'.
function goesOnAsCompany(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 3; at += 1) {
    const word = tokens[at]
    if (!word || !/^\s+$/u.test(word.gap)) return false
    if (hasCompanyWord(word.text)) return true
    if (!/^\p{Lu}/u.test(word.text)) return false
  }
  return false
}

// "Ottawa lead: …"
const isHeadline = (tokens: readonly Token[], at: number): boolean => {
  const behind = tokens[at + placeAt(tokens, at)]
  return (
    at === 0 &&
    /^(?:leads?|caller|call|customer|client|estimate|est|quote|job|prospect|inquiry)$/u.test(
      behind?.lower ?? '',
    )
  )
}

const ABBREVIATED = /^(?:mrs?|ms|dr|st|mt|ft|rev|fr|sr|jr|pt|sgt|lt|col|capt|\p{L})$/u
// "has insurance through State Farm"
const BY_WHOM = /^(?:thru|through|with|via|w)$/u

// A town between separators: "… 662-555-0136 tupelo. 60 ft water oak".
function isAlone(tokens: readonly Token[], at: number): boolean {
  const length = placeAt(tokens, at)
  const token = tokens[at]
  const before = tokens[at - 1]
  const behind = tokens[at + length]
  if (length === 0 || !token || !before || (length === 1 && token.text.length < 4)) return false
  // "Holcomb, Tyra"
  if (behind && /^,\s+$/u.test(behind.gap) && /^\p{Lu}/u.test(behind.text) && isFirstName(behind.text))
    return false
  const isCalled = token.gap.includes('¦') ? isCommonFirstName(token.text) : isFirstName(token.text)
  if (length === 1 && (isCalled || isEverydayWord(token.lower))) return false
  const isNamed = length > 1 && /^\p{Lu}/u.test(token.text) && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')
  const words = tokens.slice(at, at + length)
  if (!isNamed && words.some((word) => word.text.length > 2 && isEverydayWord(word.lower))) return false
  const ends = behind === undefined || /^\s*\.?\s*\n/u.test(behind.gap)
  const opened =
    /(?:[,;\n/|(]|¦\.?|\s[–—-])\s*$/u.test(token.gap) ||
    // "Marian Holt. Weaverville. ¦"
    (/^\.\s+$/u.test(token.gap) &&
      /^\p{Lu}/u.test(token.text) &&
      token.text.length > 4 &&
      /^\.\s+¦/u.test(behind?.gap ?? '')) ||
    (ends &&
      /\.\s+$/u.test(token.gap) &&
      (token.gap.includes('¦') ||
        (/^\p{Lu}/u.test(token.text) && !ABBREVIATED.test(before.lower)) ||
        (before?.text.length ?? 0) > 3))
  const isVague = /^(?:area|side|vicinity)$/u.test(behind?.lower ?? '')
  return opened && (length > 1 || isVague || behind === undefined || /^\s*[.,;\n/|¦"”()-]/u.test(behind.gap))
}

// "her ash is toast"
const LINKS = /^(?:is|are|was|were|be|been|looks?|gets?|got|its|his|her|their|my)$/u

// City last, as people type it: "… stump x3 grandview heights", "… two dead oaks smyrna".
function isLast(text: string, tokens: readonly Token[], at: number): boolean {
  const length = placeAt(tokens, at)
  const [first, last] = [tokens[at], tokens[at + length - 1]]
  if (length === 0 || !first || !last || !/^[\s.!]*(?:\n|$)/u.test(text.slice(last.end, last.end + 40)))
    return false
  if (BY_WHOM.test(tokens[at - 1]?.lower ?? '') || LINKS.test(tokens[at - 1]?.lower ?? '')) return false
  const words = tokens.slice(at, at + length)
  if (words.every((word) => isEverydayWord(word.lower)) || isFirstName(first.text)) return false
  // "lightning hit his red oak" ends with a tree.
  if (!/^\p{Lu}/u.test(first.text) && namesService(last.text)) return false
  if (length > 1) return true
  return first.text.length > 4 && !isEverydayWord(first.lower) && isEverydayWord(tokens[at - 1]?.lower ?? '')
}

function isConvincing(place: Address, introduced: boolean, isAtEnd: boolean): boolean {
  if (place.city === undefined)
    return place.postalCode !== undefined && place.state !== undefined && introduced
  if (place.city.split(' ').some((word) => word.length > 2 && isEverydayWord(word)) && !isPlace(place.city))
    return false
  if (place.state !== undefined)
    return (
      isPlace(place.city, place.state) ||
      introduced ||
      place.postalCode !== undefined ||
      /^\p{Lu}/u.test(place.city)
    )
  return isPlace(place.city) && (introduced || isAtEnd)
}
