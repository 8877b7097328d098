import type { Address } from '../lead/address.ts'
import { findAddresses } from '../lead/find-addresses.ts'
import { toPlaceCase } from '../lead/letter-case.ts'
import { parseAddressLine } from '../lead/parse-address.ts'
import { regionOfPostalCode, toPostalCode } from '../lead/postal-code.ts'
import { toRegionCode } from '../lead/regions.ts'
import { firstValue, toFound } from './form-pairs.ts'
import type { Found } from './found.ts'
import type { Pair } from './labelled-lines.ts'
import { mentionsOwnName, type OwnFacts } from './own-facts.ts'

/** The address that the labels of a form give, whole or in parts. */
export function readAddress(pairs: readonly Pair[], own: OwnFacts): Found<Address> | undefined {
  const whole = pairs.filter(
    (pair) =>
      ((pair.field === 'address' && !isSpot(pair)) || isReachedAt(pair, own)) &&
      !mentionsOwnName(pair.value, own) &&
      !/@/u.test(pair.value),
  )
  const beside = firstValue(pairs, ['unit'])
  const box = pairs.find((pair) => PLACED.has(pair.field) && BOX.test(pair.value))
  // "PO Box 77", and below it "(service at 5 Mill Creek Spur)".
  const site = box && beside && findAddresses(beside.value, own.country).some((each) => !each.box)
  const street = site ? beside : withHouseNumber(firstValue(pairs, ['street']), pairs)
  const unit = site ? undefined : beside
  const parts = readPlaceParts(pairs, own)
  const source = street ?? whole[0] ?? firstValue(pairs, ['city', 'postalCode', 'cityLine', 'state', 'unit'])
  if (!source) return undefined
  let address: Address = {}
  for (const pair of [...whole, ...(street ? [street] : [])]) {
    const read = readAddressValue(pair.value, own)
    if (address.street === undefined || read.street !== undefined) address = { ...address, ...read }
  }
  const filled: Address = {
    ...address,
    ...(unit && address.unit === undefined && { unit: tidyUnit(unit.value) }),
    ...parts,
  }
  const state = filled.state ?? (filled.postalCode ? regionOfPostalCode(filled.postalCode) : undefined)
  const complete = { ...filled, ...(state && { state }) }
  return Object.keys(complete).length > 0 ? toFound(source, complete) : undefined
}

const BOX = /^\W*p\.? ?o\.? ?box\b/iu
const PLACED: ReadonlySet<string | undefined> = new Set(['address', 'street'])

// "Contact", and below it number and street.
function isReachedAt({ field, value }: Pair, own: OwnFacts): boolean {
  if (field !== 'contact') return false
  const [found] = findAddresses(value, own.country)
  return found !== undefined && !found.box
}

/** "Where is it? Back garden, close to a building": where on the property, not where the property is. */
export const isSpot = ({ field, value }: Pair): boolean =>
  field === 'address' && !/\d/u.test(value) && SPOT.test(value)

const SPOT =
  /^(?:in |on |at |along |by )?(?:the |my |our )?(?:(?:back|front|side|rear)(?: ?(?:and|&|\/) ?(?:back|front|side|rear))?(?: ?(?:garden|yard|lawn|of\b|corner|fence)|\s*(?:$|[,;]))|(?:back|front) ?yard|garden|fence ?line|property line|driveway|(?:close|next) to\b|near\b|behind\b|beside\b|all (?:over|around|along|through)\b|around (?:the|my|our)\b|throughout\b|everywhere\b|(?:left|right|north|south|east|west) side\b)/iu

// "No civique: 1277", and the street below it.
function withHouseNumber(street: Pair | undefined, pairs: readonly Pair[]): Pair | undefined {
  const number = pairs.find(
    ({ label, value }) => HOUSE_NUMBER.test(label.trim()) && /^\d{1,6}\p{L}?$/u.test(value),
  )
  return street && number && !/^\d/u.test(street.value)
    ? { ...street, value: `${number.value} ${street.value}` }
    : street
}

const HOUSE_NUMBER =
  /^(?:(?:house|street|civic|building) (?:number|no\.?|#)|(?:n[o°º]\.?|num[ée]ro)(?: (?:civique|exterior|de casa|de rue))?|no civique|haus-?nummer|hausnr\.?)$/iu

/** One address in a field: the street in it, whatever stands before, else the whole as place or street. */
function readAddressValue(given: string, own: OwnFacts): Address {
  // "97405 (Eugene, OR)"
  const value = given.replace(/^\s*([A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5})\s*\(([^()\d]{2,60})\)\s*$/u, '$2 $1')
  const [found] = findAddresses(value, own.country)
  if (found && !found.box) return found.address
  const digitsOnly = value.replace(/\D/gu, '').length >= 10 && !/\p{L}{3}/u.test(value)
  if (digitsOnly) return {}
  // "Abbotsford, BC V3G": the first half of a postal code alone says nothing that the town does not.
  const line = value
    .split('\n')
    .slice(0, 3)
    .join(', ')
    .replace(/(?<=\p{L}),? [ABCEGHJ-NPRSTVXY]\d[A-Z]$/u, '')
    // "K2G 3R4, Nepean, ON": the code stands first.
    .replace(/^([ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|\d{5}(?=,)),?\s+(?=\p{L})(.{2,60})$/u, '$2 $1')
  return withoutSentence(parseAddressLine(line, own))
}

// What has no number and runs on is a description.
function withoutSentence({ street, ...place }: Address): Address {
  const isStreet = street !== undefined && street.split(/\s+/u).length <= 12
  return isStreet ? { street, ...place } : place
}

function readPlaceParts(pairs: readonly Pair[], own: OwnFacts): Address {
  const city = firstValue(pairs, ['city'])
  const line = firstValue(pairs, ['cityLine'])
  const state = firstValue(pairs, ['state'])
  const postal = firstValue(pairs, ['postalCode'])
  const fromLine = line ? parseAddressLine(line.value, own) : {}
  const fromCity = city ? parseAddressLine(city.value, own) : {}
  const town = city
    ? (fromCity.city ?? (fromCity.street !== undefined ? toPlaceCase(city.value) : undefined))
    : fromLine.city
  const region = state
    ? (toRegionCode(state.value, own.country) ?? shortRegion(state.value))
    : (fromCity.state ?? fromLine.state)
  const code = postal
    ? (toPostalCode(postal.value.replace(/[^\p{L}\p{N}-]/gu, '')) ?? postalIn(postal.value))
    : (fromCity.postalCode ?? fromLine.postalCode)
  const place = postal && !code ? parseAddressLine(postal.value, own) : {}
  const cityName = town ?? place.city
  return {
    ...(cityName && { city: cityName }),
    ...(region && { state: region }),
    ...(code && { postalCode: code }),
  }
}

const shortRegion = (text: string): string | undefined =>
  text.length <= 3 && /^\p{L}+$/u.test(text) ? text.toUpperCase() : undefined

function postalIn(text: string): string | undefined {
  const match = /\b(?:\d{5}(?:-\d{4})?|[a-z]\d[a-z][ -]?\d[a-z]\d)\b/iu.exec(text)
  return match ? toPostalCode(match[0].replace(/(?<=[a-z]\d[a-z])-/iu, ' ')) : undefined
}

function tidyUnit(text: string): string {
  return text.trim().slice(0, 60)
}
