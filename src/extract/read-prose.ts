import type { Address } from '../lead/address.ts'
import { type FoundAddress, findAddresses } from '../lead/find-addresses.ts'
import { isPlace } from '../lead/places.ts'
import { regionOfPostalCode } from '../lead/postal-code.ts'
import { type EmailMention, findEmails } from './find-emails.ts'
import { findName } from './find-name.ts'
import { findPhones } from './find-phones.ts'
import { findPlaces } from './find-places.ts'
import { findSaidSource } from './find-source.ts'
import { isFirstName } from './first-names.ts'
import type { Findings, Found, PhoneMention } from './found.ts'
import { isRelay } from './mailbox.ts'
import { findUrls, MASK, maskSpans, type Span } from './mask.ts'
import { atTheNeighbours } from './neighbours.ts'
import { beginsOwnName, isOwnAddress, mentionsOwnName, type OwnFacts } from './own-facts.ts'
import { findPartedStreet } from './parted-street.ts'
import { findSaidCompany } from './said-company.ts'
import { siteFirst } from './work-site.ts'

/** What running text says, and the text with numbers, mails and addresses blotted out. */
export type Prose = Findings & { readonly masked: string; readonly spans: readonly Span[] }

// Who asks for work says so within a few pages; what comes after is history or noise.
const LONGEST_PROSE = 20_000

/** Reads running text: typed notes, mail bodies, transcripts. `origin` is for the evidence ("from the message"). */
export function readProse(given: string, own: OwnFacts, origin: string): Prose {
  const text = given.slice(0, LONGEST_PROSE)
  const phones = findPhones(text, own)
  const emails = findEmails(text)
  const urls = findUrls(text)
  const withoutContacts = maskSpans(text, [...phones, ...emails, ...urls])
  const numbered = findAddresses(withoutContacts, own.country).map((found) => withoutPerson(text, found))
  const parted = numbered.length === 0 ? findPartedStreet(withoutContacts) : undefined
  const addresses = parted ? [parted] : numbered
  const withoutStreets = maskSpans(withoutContacts, addresses)
  const places = findPlaces(withoutStreets, own.country).filter(
    ({ start }) => !beginsOwnName(text.slice(start, start + 60), own),
  )
  const masked = maskSpans(withoutStreets, places)
  const name = findName(masked, own)
  const company = findSaidCompany(masked, own)
  const email = customerMail(emails, own)
  const source = findSaidSource(withoutContacts)
  return {
    ...(name && { name }),
    ...(company && { company }),
    ...(email && { email: { value: email.address, confidence: 'likely', origin } }),
    ...(source && { source }),
    phones: customerPhones(phones, origin),
    addresses: rankAddresses(text, addresses, places, own, origin),
    notes: [],
    masked,
    spans: [...phones, ...emails, ...urls, ...addresses],
  }
}

// "410 Pinecrest Ave, Jane Delgadillo": who stands behind a street is no town.
function withoutPerson(text: string, found: FoundAddress): FoundAddress {
  const { city, state, postalCode, ...street } = found.address
  if (city === undefined || state !== undefined || postalCode !== undefined || isPlace(city)) return found
  const [first = '', second] = city.split(/\.?\s+/u)
  const isPerson =
    /^(?:mr|mrs|ms|miss|dr|rev|sra?)$/iu.test(first) || (second !== undefined && isFirstName(first))
  if (!isPerson) return found
  const at = text.lastIndexOf(first, found.end)
  return { ...found, address: street, end: at > found.start ? at : found.end }
}

function customerMail(emails: readonly EmailMention[], own: OwnFacts): EmailMention | undefined {
  return emails.find((mail) => !isOwnAddress(mail.address, own) && !isRelay(mail.address))
}

function customerPhones(phones: readonly PhoneMention[], origin: string): readonly Found<PhoneMention>[] {
  const theirs = phones.filter((phone) => phone.use !== 'ours' && phone.use !== 'fax')
  const own = theirs.filter((phone) => phone.use !== 'somebody-else')
  const direct = own.filter((phone) => !phone.ofAnother)
  const chosen = direct.length > 0 ? direct : own.length > 0 ? own : theirs
  return chosen
    .filter((phone, at) => chosen.findIndex((other) => other.number === phone.number) === at)
    .map((value) => ({
      value,
      confidence: value.use === 'somebody-else' ? 'weak' : 'likely',
      origin,
      quote: value.quote,
    }))
}

const ELSEWHERE =
  /\b(?:mail(?:ing)?(?: address)?(?: goes| is| to)?|bill(?:ing|ed)?(?: address)?(?: is| to)?|send (?:the )?(?:invoice|bill|estimate|check)|office (?:is )?(?:at|on|address)|our office|headquarters|moved from|used to live|old (?:place|house|address)|not|neighbor at|my neighbou?r(?:['’]s)?(?: (?:yard|house|property|place|lot|tree))? (?:is |who is |lives )?at|next door at|came from|finished|last job|(?:crew|guys|we|were|was|are) (?:working|grinding|cutting|trimming|climbing|mowing|on site|at)|(?:currently|presently|now) (?:live|living|rent\w*|reside|staying)|moving from|(?:current|old|previous|former|present) (?:place|house|home|address|apartment)|working at|grinding at|done at)\b[^.;\n]{0,40}$/iu

type FoundPlace = { readonly address: Address; readonly weak: boolean; readonly start: number }

function rankAddresses(
  text: string,
  addresses: readonly FoundAddress[],
  places: readonly FoundPlace[],
  own: OwnFacts,
  origin: string,
): readonly Found<Address>[] {
  const theirs = addresses.filter((found) => !mentionsOwnName(lineBefore(text, found.start), own))
  const sites = theirs.filter(
    (found, at) =>
      !found.box &&
      !ELSEWHERE.test(text.slice(Math.max(theirs[at - 1]?.end ?? 0, found.start - 60), found.start)),
  )
  const chosen = sites.length > 0 ? sites : theirs
  const moved = siteFirst(text, atTheNeighbours(text, chosen))
  const distinct = moved.flatMap((found, at) =>
    moved.findIndex((other) => isSameStreet(other.address, found.address)) === at
      ? [fullestOf(found, moved)]
      : [],
  )
  const place = places.find((each) => !each.weak) ?? places[0]
  if (distinct.length === 0) {
    return place ? [{ value: mergePlaces(places), confidence: place.weak ? 'weak' : 'likely', origin }] : []
  }
  return distinct.map((found) => {
    const { address } = found
    const needsTown = address.city === undefined && address.postalCode === undefined
    const near = places.find((each) => isTownOf(each, found))
    const town = near ? { ...(near.address.city && { city: near.address.city }) } : {}
    const value = needsTown && place ? { ...mergePlaces(places), ...address } : { ...town, ...address }
    const confidence = sites.length === 0 ? 'weak' : 'likely'
    return { value, confidence, origin, quote: text.slice(found.start, found.end).replace(/\s+/gu, ' ') }
  })
}

// "in Riverview, 10412 Alder Green Dr 33578": the postal code follows the street, the town stands elsewhere.
function isTownOf(place: FoundPlace, { address, start, end }: FoundAddress): boolean {
  if (address.city !== undefined || place.address.city === undefined) return false
  const state = address.state ?? (address.postalCode && regionOfPostalCode(address.postalCode))
  if (place.address.state !== undefined) return place.address.state === state
  return Math.abs(place.start - start) < 60 || Math.abs(place.start - end) < 60
}

// The same street mentioned twice: once in full, once in passing.
function isSameStreet(left: Address, right: Address): boolean {
  return left.street?.toLowerCase() === right.street?.toLowerCase()
}

// "9103 Riggs Rd … no wait, 9103 Riggs Rd Adelphi MD 20783"
const isPlaced = ({ city, postalCode }: Address): boolean => city !== undefined || postalCode !== undefined
const fullestOf = (found: FoundAddress, all: readonly FoundAddress[]): FoundAddress => {
  const fuller = isPlaced(found.address)
    ? undefined
    : all.find((other) => isSameStreet(other.address, found.address) && isPlaced(other.address))
  return fuller ? { ...fuller, address: { ...found.address, ...fuller.address } } : found
}

function mergePlaces(places: readonly FoundPlace[]): Address {
  const best = places.find((each) => !each.weak && each.address.city !== undefined) ?? places[0]
  const city = places.find((each) => each.address.city !== undefined)?.address
  const postal = places.find((each) => each.address.postalCode !== undefined)?.address
  return { ...city, ...best?.address, ...(postal?.postalCode && { postalCode: postal.postalCode }) }
}

function lineBefore(text: string, at: number): string {
  const piece = text.slice(Math.max(0, at - 80), at)
  return piece.slice(piece.lastIndexOf('\n') + 1)
}

/** What is left to say once contact data is taken out: whole clauses, tidied. */
export function restOf(masked: string): string {
  return masked
    .split('\n')
    .map((line) => tidy(line.replace(new RegExp(`${MASK}+`, 'gu'), MASK)))
    .filter((line) => line !== '')
    .join('\n')
}

function tidy(line: string): string {
  return line
    .replace(
      new RegExp(
        String.raw`\s*(?:\b(?:and|at|on|in|is|phone|cell|mobile|home|email|tel|ph|number|call|his|her|my|from|or|address|addr|live[sd]?|located|c|h|w|m|t)\b[\s:#.]*){0,3}${MASK}`,
        'giu',
      ),
      MASK,
    )
    .replace(new RegExp(String.raw`(?:\s*[,;:()|/–—-]*\s*${MASK}\s*[,;:()|/–—-]*\s*)+`, 'gu'), ' – ')
    .replace(/^[\s,;:.|/–—-]+|[\s,;:|/–—-]+$/gu, '')
    .replace(/(?:\s–){2,}/gu, ' –')
    .replace(/\s{2,}/gu, ' ')
    .trim()
}
