import type { Address } from '../lead/address.ts'
import { type FoundAddress, findAddresses } from '../lead/find-addresses.ts'
import { toNameCase } from '../lead/letter-case.ts'
import { isEverydayWord } from './everyday-words.ts'
import { capitalPhrases, hasCompanyWord } from './find-company.ts'
import { type EmailMention, findEmails } from './find-emails.ts'
import { findName } from './find-name.ts'
import { findPhones } from './find-phones.ts'
import { findPlaces } from './find-places.ts'
import { findSaidSource } from './find-source.ts'
import type { Findings, Found, PhoneMention } from './found.ts'
import { isRelay } from './mailbox.ts'
import { findUrls, MASK, maskSpans, type Span } from './mask.ts'
import { atTheNeighbours } from './neighbours.ts'
import { isOwnAddress, isOwnName, mentionsOwnName, type OwnFacts } from './own-facts.ts'

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
  const addresses = findAddresses(withoutContacts, own.country)
  const withoutStreets = maskSpans(withoutContacts, addresses)
  const places = findPlaces(withoutStreets, own.country)
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
  /\b(?:mail(?:ing)?(?: address)?(?: goes| is| to)?|bill(?:ing|ed)?(?: address)?(?: is| to)?|send (?:the )?(?:invoice|bill|estimate|check)|office (?:is )?(?:at|on|address)|our office|headquarters|moved from|used to live|old (?:place|house|address)|not|neighbor at|next door at|came from|finished|last job|(?:crew|guys|we|were|was|are) (?:working|grinding|cutting|trimming|climbing|mowing|on site|at)|working at|grinding at|done at)\b[^.;\n]{0,40}$/iu

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
  const moved = atTheNeighbours(text, chosen)
  const distinct = moved.filter(
    (found, at) => moved.findIndex((other) => isSameStreet(other.address, found.address)) === at,
  )
  const place = places.find((each) => !each.weak) ?? places[0]
  if (distinct.length === 0) {
    return place ? [{ value: mergePlaces(places), confidence: place.weak ? 'weak' : 'likely', origin }] : []
  }
  return distinct.map((found) => {
    const { address } = found
    const needsTown = address.city === undefined && address.postalCode === undefined
    const value = needsTown && place ? { ...mergePlaces(places), ...address } : address
    const confidence = sites.length === 0 ? 'weak' : 'likely'
    return { value, confidence, origin, quote: text.slice(found.start, found.end).replace(/\s+/gu, ' ') }
  })
}

// The same street mentioned twice: once in full, once in passing.
function isSameStreet(left: Address, right: Address): boolean {
  return left.street?.toLowerCase() === right.street?.toLowerCase()
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

const LEADING =
  /^(?:(?:new|lead|leads|call|called|caller|hi|hello|from|the|customer|client|for|at|please|pls|hot|fyi|name|attn|contact|hey|also|we|our|my|i|vm|text|email)\s+)+/iu

function findSaidCompany(masked: string, own: OwnFacts): Found<string> | undefined {
  for (const phrase of capitalPhrases(masked)) {
    const name = phrase.text.replace(LEADING, '')
    const words = name.split(/\s+/u)
    const isSentence = words.length > 3 && words.filter((word) => isEverydayWord(word)).length > 1
    if (words.length < 2 || words.length > 7 || isSentence || !hasCompanyWord(name) || isOwnName(name, own))
      continue
    if (
      !/^\p{Lu}/u.test(name) ||
      /^(?:tree|lawn|landscape|stump|lot|yard|hedge|leaf|snow|free|get|request|service)s?\b/iu.test(name)
    )
      continue
    const before = masked.slice(Math.max(0, phrase.start - 30), phrase.start)
    const after = masked.slice(phrase.end, phrase.end + 20)
    const introduced =
      /(?:\b(?:at|from|with|of|for|represent(?:s|ing)?|manager|behalf of|work(?:s|ing)? (?:at|for))|@|,|\(|-|^|\n|:|;|¦|\.)\s*(?:the\s)?$/iu.test(
        before,
      )
    const acting = /^\s*(?:called|wants|needs|is (?:seeking|looking)|would|requests|\(|,|$|\n|¦|-)/iu.test(
      after,
    )
    const said =
      /\b(?:board of|behalf of|with|from|manage\w* (?:at|of|for)?|represent\w*|president of|works? (?:at|for)|owner of)\s+(?:the\s)?$/iu.test(
        before,
      )
    if (introduced || acting)
      return {
        value: name,
        confidence: said ? 'sure' : 'likely',
        origin: 'from the text',
        quote: phrase.text,
      }
  }
  return findSmallCompany(masked, own)
}

const SMALL_COMPANY =
  /\b(?:from|at|with|for|of|by|behalf of)\s(?:the\s)?((?:[a-z][a-z'’]+\s){1,4}(?:hoa|condos|church|apartments|clinic|dental(?: care)?|builders|homes|construction|properties|property management|management|realty|storage|school|academy|daycare|preschool|church|chapel|hotel|inn|motel|restaurant|brewery|winery|farms?|nursery|landscaping|contracting|roofing|plumbing|insurance|bank|credit union|country club|golf club|hospital|veterinary|animal hospital|llc|inc))(?![\p{L}'’])/gu

// "rosa from bluebonnet dental care": with a word in front that is none of every day.
function findSmallCompany(masked: string, own: OwnFacts): Found<string> | undefined {
  for (const match of masked.matchAll(SMALL_COMPANY)) {
    const [quote, name = ''] = match
    const [first = ''] = name.split(' ')
    if (isEverydayWord(first) || first.length < 3 || isOwnName(name, own)) continue
    return { value: toNameCase(name), confidence: 'likely', origin: 'from the text', quote }
  }
  return undefined
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
