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

/**
 * Parts an address that stands in one field, with or without commas. What can't be parted stays in `street`: nothing that was typed
 * is lost but a closing country.
 */
export function parseAddressLine(text: string, home: { readonly country: string }): Address {
  const line = text.trim().replace(/[ \t\u00a0]+/gu, ' ')
  if (line === '') return {}
  if (line.length > LONGEST) return { street: line }
  const bare = line.replace(COUNTRY, '')
  const tokens = toTokens(bare)
  for (let at = 0; at < tokens.length; at += 1) {
    const read = readAddress(bare, tokens, at, home.country)
    if (read) return withRest(bare, tokens, read, home.country)
  }
  return withoutStreet(bare, tokens, home.country)
}

function withRest(
  line: string,
  tokens: readonly Token[],
  read: NonNullable<ReturnType<typeof readAddress>>,
  country: string,
): Address {
  const { address, start } = read.found
  const unit = address.unit
  const before = trimEdges(line.slice(0, start))
  const isUnitBefore = unit !== undefined && before.toLowerCase() === unit.toLowerCase()
  const after = trimEdges(line.slice(tokens[read.next - 1]?.end ?? line.length))
  const lead = before !== '' && !isUnitBefore ? `${before}, ` : ''
  if (after === '') return { ...address, street: `${lead}${address.street ?? ''}` }
  if (address.city === undefined && address.state === undefined && address.postalCode === undefined) {
    const place = placeOf(after, country)
    if (place) return { ...address, ...place, street: `${lead}${address.street ?? ''}` }
  }
  return { ...address, street: `${lead}${address.street ?? ''}, ${after}` }
}

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
