import type { Address } from './address.ts'
import { type Token, toTokens } from './address-tokens.ts'
import { toPlaceCase } from './letter-case.ts'
import { type PlaceSpan, readPlace } from './read-place.ts'
import { readStreet } from './read-street.ts'
import type { StreetSpan } from './street-line.ts'
import { UNIT_WORDS } from './street-words.ts'

export type FoundAddress = {
  readonly address: Address
  /** Where it stands in the text. */
  readonly start: number
  readonly end: number
  /** A post office box: letters go there, crews don't. */
  readonly box: boolean
}

type Unit = { readonly next: number; readonly text: string }

/** Every street address in a text, in the order they stand, with the town, state and postal code that follow them. */
export function findAddresses(text: string, country: string): readonly FoundAddress[] {
  const tokens = toTokens(text)
  const found: FoundAddress[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const here = readAddress(text, tokens, at, country)
    if (!here) continue
    found.push(here.found)
    at = here.next - 1
  }
  return found
}

/** Reads one address that begins at token `at`. */
export function readAddress(
  text: string,
  tokens: readonly Token[],
  at: number,
  country: string,
): { readonly found: FoundAddress; readonly next: number } | undefined {
  const first = tokens[at]
  if (!first || !/^[\dnsewprh#]/iu.test(first.text)) return undefined
  const street = readStreet(tokens, at)
  if (!street) return undefined
  const unit =
    readUnit(text, tokens, street.next) ?? (street.kind === 'box' ? undefined : unitBefore(text, tokens, at))
  const after = Math.max(street.next, unit?.next ?? 0)
  const place = readPlace(text, tokens, after, country)
  const last = tokens[(place?.next ?? after) - 1] ?? first
  const from = isLot(tokens, at) ? at - 1 : at
  const address = toAddress(text, tokens, from, street, unit, place)
  return {
    found: {
      address,
      start: tokens[from]?.start ?? first.start,
      end: last.end,
      box: street.kind === 'box' && /^p/iu.test(first.text),
    },
    next: Math.max(place?.next ?? after, at + 1),
  }
}

// "Lot 12 Stillwater Cove": new plots have no house number yet.
const isLot = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.lower === 'lot' && /^[ #]{1,2}$/u.test(tokens[at]?.gap ?? '')

function toAddress(
  text: string,
  tokens: readonly Token[],
  at: number,
  street: StreetSpan,
  unit: Unit | undefined,
  place: PlaceSpan | undefined,
): Address {
  const line = text.slice(tokens[at]?.start, tokens[street.next - 1]?.end)
  return {
    street: toPlaceCase(line.replace(/\s+/gu, ' ')),
    ...(unit && { unit: toPlaceCase(unit.text) }),
    ...(place?.city !== undefined && { city: toPlaceCase(place.city) }),
    ...(place?.state !== undefined && { state: place.state }),
    ...(place?.postalCode !== undefined && { postalCode: place.postalCode }),
  }
}

const UNIT_GAP = /^[ \t\u00a0]*[,.(-]?[ \t\u00a0]*(?:\r?\n[ \t\u00a0>]*)?[(]?$/u
const UNIT_VALUE = /^#?(?:\d{1,5}[a-z]?|[a-z]\d{0,4}|[a-z]-?\d{1,4}|\d{1,4}-[a-z\d])$/iu

/** An apartment, suite, … at token `at`. */
export function readUnit(
  text: string,
  tokens: readonly Token[],
  at: number,
  behindStreet = true,
): Unit | undefined {
  const word = tokens[at]
  if (!word || (behindStreet && !UNIT_GAP.test(word.gap))) return undefined
  if (/^#\s?[\da-z]/iu.test(word.text)) return { next: at + 1, text: word.text.replace(/\s/gu, '') }
  if (!UNIT_WORDS.has(word.lower)) return undefined
  const value = tokens[at + 1]
  if (!value || !/^[ .\t\u00a0:]*$/u.test(value.gap) || !UNIT_VALUE.test(value.text)) return undefined
  return { next: at + 2, text: text.slice(word.start, value.end).replace(/\s+/gu, ' ') }
}

const BESIDE = /^(?:behind|beside|near|by|around|between|past|outside|of)$/u

/** "Unit 4, 1190 Birchmount Rd". */
function unitBefore(text: string, tokens: readonly Token[], at: number): Unit | undefined {
  const number = tokens[at]
  if (!number || !/^[ \t\u00a0]*[,-]?[ \t\u00a0]*$/u.test(number.gap)) return undefined
  // "behind building 4, 902 Alder Ct" is no part of the address.
  if (BESIDE.test(tokens[at - 3]?.lower ?? '')) return undefined
  const one = readUnit(text, tokens, at - 1, false)
  if (one && one.next === at) return one
  const two = readUnit(text, tokens, at - 2, false)
  return two && two.next === at ? two : undefined
}
