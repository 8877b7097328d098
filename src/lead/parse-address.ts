import type { Address } from './address.ts'
import { type Token, toTokens } from './address-tokens.ts'
import { readAddress } from './find-addresses.ts'
import { toPlaceCase } from './letter-case.ts'
import { isPlace } from './places.ts'
import { readPlace } from './read-place.ts'
import { postalAt, regionAt } from './read-region.ts'
import { STOP_WORDS } from './street-words.ts'

// A line longer than this is no address; it is kept whole as the street.
const LONGEST = 400
const COUNTRY = /[,\s]+(?:u\.?s\.?a\.?|united states(?: of america)?|canada)\.?\s*$/iu

/** An address, and what stands behind it and is none of it: "(gate code 4711)", ", behind the church". */
export type AddressLine = { readonly address: Address; readonly note?: string }

type Home = { readonly country: string }

/**
 * Parts an address that stands in one field, with or without commas. What can't be parted stays in `street`: nothing that was typed
 * is lost but a closing country.
 */
export function parseAddressLine(text: string, home: Home): Address {
  const { address, note } = readAddressLine(text, home)
  return note === undefined ? address : { ...address, street: joined(address.street, note) }
}

/** The same with a note behind the address on its own. What stands before the street stays there: it may be a building's name. */
export function readAddressLine(text: string, home: Home): AddressLine {
  const line = text.trim().replace(/[ \t\u00a0]+/gu, ' ')
  if (line === '') return { address: {} }
  if (line.length > LONGEST) return { address: { street: line } }
  const bare = line.replace(COUNTRY, '')
  const read = readBare(bare, home.country)
  const [, before = '', inBrackets = ''] = BRACKETS.exec(bare) ?? []
  // A town or a unit may stand in brackets too: then it is none of the street's.
  if (inBrackets === '' || !(read.note ?? read.address.street)?.includes(inBrackets)) return read
  const without = readBare(before.replace(COUNTRY, ''), home.country)
  return { ...without, note: joined(without.note, inBrackets.trim()) }
}

const BRACKETS = /^(.*[^\s,;-])[\s,;-]*[([]([^()[\]]+)[)\]][\s.]*$/su

function readBare(line: string, country: string): AddressLine {
  const tokens = toTokens(line)
  for (let at = 0; at < tokens.length; at += 1) {
    const read = readAddress(line, tokens, at, country)
    if (read) return withRest(line, tokens, read, country)
  }
  return { address: withoutStreet(line, tokens, country) }
}

function withRest(
  line: string,
  tokens: readonly Token[],
  read: NonNullable<ReturnType<typeof readAddress>>,
  country: string,
): AddressLine {
  const { address, start } = read.found
  const unit = address.unit
  const before = trimEdges(line.slice(0, start))
  const isUnitBefore = unit !== undefined && before.toLowerCase() === unit.toLowerCase()
  const behind = line.slice(tokens[read.next - 1]?.end ?? line.length)
  const after = trimEdges(behind)
  const street =
    before !== '' && !isUnitBefore ? joined(before, address.street ?? '') : (address.street ?? '')
  if (after === '') return { address: { ...address, street } }
  if (address.city === undefined && address.state === undefined && address.postalCode === undefined) {
    const place = placeOf(after, country)
    if (place) return { address: { ...address, ...place, street } }
    return { address: { ...address, street: joined(street, after) } }
  }
  // Without a break, what follows a town may be more of its name.
  const isNote = address.postalCode !== undefined || /^\s*[,;.\n–—-]/u.test(behind)
  if (isNote) return { address: { ...address, street }, note: after }
  return { address: { ...address, street: joined(street, after) } }
}

const joined = (first: string | undefined, second: string): string => (first ? `${first}, ${second}` : second)

function withoutStreet(line: string, tokens: readonly Token[], country: string): Address {
  // "Broadway Plaza, Marietta, GA 30060": the town begins behind the first comma.
  const comma = line.indexOf(',')
  if (comma > 0) {
    const place = placeOf(trimEdges(line.slice(comma + 1)), country, /\d/u.test(line.slice(0, comma)))
    if (place?.state || place?.postalCode) {
      const head = trimEdges(line.slice(0, comma))
      if (place.city !== undefined) return { street: toPlaceCase(head), ...place }
      if (!/\d/u.test(head)) return { ...place, city: toPlaceCase(head) }
      return { street: toPlaceCase(head), ...place }
    }
    const city = place?.city
    if (city !== undefined && /^\d/u.test(line)) return { street: toPlaceCase(line.slice(0, comma)), city }
  }
  const place = /^\d/u.test(line) && !postalAt(tokens, 0) ? undefined : placeOf(line, country, false)
  if (place && (place.state !== undefined || place.postalCode !== undefined || isPlace(line))) return place
  return parseTail(line, tokens, country)
}

/** "200 broadway denver co 80202": the end says where the town's part is. */
function parseTail(line: string, tokens: readonly Token[], country: string): Address {
  for (let at = 2; at < tokens.length; at += 1) {
    const place = readPlace(line, tokens, at, country)
    const known = place?.city !== undefined && isPlace(place.city, place.state)
    if (!place || place.next !== tokens.length || !known) continue
    if (place.state === undefined && place.postalCode === undefined) continue
    return { street: toPlaceCase(trimEdges(line.slice(0, tokens[at]?.start))), ...cased(place) }
  }
  return { street: /\d/u.test(line) ? toPlaceCase(line) : line }
}

/** The whole text as town, state and postal code; undefined when something of it would be left over. */
function placeOf(text: string, country: string, mayBeUnknown = true): Address | undefined {
  const tokens = toTokens(text)
  const place = readPlace(text, tokens, 0, country)
  if (place && place.next === tokens.length) return cased(place)
  const [first] = tokens
  const postal = postalAt(tokens, tokens.length - 1)
  if (!first || postal || regionAt(tokens, tokens.length - 1, country)) return undefined
  const isName = tokens.length <= 3 && /^[\p{L}\s.'’-]+$/u.test(text) && !tokens.some(isStopWord)
  return mayBeUnknown && isName ? { city: toPlaceCase(text) } : undefined
}

const isStopWord = (token: Token): boolean => STOP_WORDS.has(token.lower)

function cased(place: Address): Address {
  return {
    ...(place.city !== undefined && { city: toPlaceCase(place.city) }),
    ...(place.state !== undefined && { state: place.state }),
    ...(place.postalCode !== undefined && { postalCode: place.postalCode }),
  }
}

function trimEdges(text: string): string {
  return text.replace(/^[\s,;.()-]+/u, '').replace(/[\s,;(-]+$/u, '')
}
