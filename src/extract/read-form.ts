import { toNameCase } from '../lead/letter-case.ts'
import { isPlace } from '../lead/places.ts'
import { toRegionCode } from '../lead/regions.ts'
import { isEverydayWord } from './everyday-words.ts'
import { findEmails } from './find-emails.ts'
import { findPhones } from './find-phones.ts'
import { nameSource } from './find-source.ts'
import { isFirstName } from './first-names.ts'
import { isSpot, readAddress } from './form-address.ts'
import { businessBehindName, clientWithContact, isBusinessAccount, partBusiness } from './form-business.ts'
import { firstValue, toFound } from './form-pairs.ts'
import type { Findings, Found, PersonName, PhoneMention, PhoneUse } from './found.ts'
import type { Pair } from './labelled-lines.ts'
import type { LabelField } from './labels.ts'
import { namesService } from './lead-signs.ts'
import { isRelay } from './mailbox.ts'
import { isOwnAddress, isOwnName, mentionsOwnName, type OwnFacts } from './own-facts.ts'
import { parsePersonName } from './person-name.ts'

const EMPTY =
  /^\(?(?:blank|left blank|empty|tbd|not entered|none given|\?+|n\/?a|none|nil|no|null|not (?:provided|given|specified|available)|unknown|-+|\.+|undefined|anonymous|declined|unavailable|\(none\)|_+|x+|no answer|unknown (?:name|caller|number)|wireless caller|cell phone(?: [a-z]{2})?|(?:private|blocked|restricted|unavailable)(?: (?:name|caller|number))?|no name|not answered|(?:see|same as|as) (?:above|below|zip|notes?|message|map|attached)|aucun|ninguno)\)?\.?$/iu

/** How the caller's name is written by the sender: caller ids put the last name first. */
export type NameOrder = 'usual' | 'last-first'

/** Reads the labelled fields of a form or notification. What is labelled counts as sure. */
export function readForm(pairs: readonly Pair[], own: OwnFacts, order: NameOrder = 'usual'): Findings {
  const filled = withoutMailing(pairs.filter((pair) => pair.value !== '' && !EMPTY.test(pair.value)))
  const client = clientWithContact(filled)
  const name = readName(client ? filled.filter((pair) => pair !== client) : filled, own, order)
  const email = readEmail(filled, own)
  const company =
    firstValue(filled, ['company']) ?? filled.find(isBusinessAccount) ?? businessBehindName(filled) ?? client
  const source = firstValue(filled, ['source'])
  const address = readAddress(filled, own)
  return {
    ...(name && { name }),
    ...(company && !isOwnName(company.value, own) && { company: toFound(company, company.value) }),
    ...(email && { email }),
    phones: readPhones(filled, own),
    addresses: address ? [address] : [],
    notes: readNotes(filled, own),
    ...(source && { source: toFound(source, nameSource(source.value.split('\n')[0] ?? source.value)) }),
  }
}

// Where letters go says where the work is only when nothing else does.
function withoutMailing(pairs: readonly Pair[]): readonly Pair[] {
  const isMailing = (pair: Pair): boolean => /^mailing\b/iu.test(pair.label)
  const isPlaced = pairs.some(
    (pair) => (pair.field === 'address' || pair.field === 'street') && !isMailing(pair),
  )
  return isPlaced ? pairs.filter((pair) => !isMailing(pair)) : pairs
}

/** Numbers that a label calls ours: "Called", "Tracking number", "To". */
export function ownNumbersOf(pairs: readonly Pair[], own: OwnFacts): readonly string[] {
  return pairs
    .filter((pair) => pair.field === 'ownPhone')
    .flatMap((pair) => findPhones(pair.value, own))
    .map((mention) => mention.number.split(' ext ')[0] ?? mention.number)
}

/** How many different things about a person the labels name; a form has two or more. */
export function countContactFields(pairs: readonly Pair[]): number {
  const fields = new Set<string>()
  for (const { field, value } of pairs) {
    if (value === '' || /^https?:\S+$/iu.test(value)) continue
    if (field === 'firstName' || field === 'lastName' || field === 'name') fields.add('name')
    if (field === 'phone' || field === 'mobile' || field === 'otherPhone' || field === 'contact')
      fields.add('phone')
    if (field === 'email') fields.add('email')
    if (field === 'address' || field === 'street') fields.add('address')
    if (field === 'city' || field === 'postalCode' || field === 'cityLine') fields.add('place')
  }
  return fields.size
}

function readName(pairs: readonly Pair[], own: OwnFacts, order: NameOrder): Found<PersonName> | undefined {
  const first = firstValue(pairs, ['firstName'])
  const last = firstValue(pairs, ['lastName'])
  const whole = pairs.filter((pair) => pair.field === 'name' || pair.field === 'contact')
  if (first) {
    // In French "Nom" beside "Prénom" is the last name.
    const surname =
      last ??
      whole.find(
        ({ label, value }) => /^nom$/iu.test(label) || /^(?:mrs?|ms|miss|dr)\.? \p{L}+$/iu.test(value),
      )
    const given = parsePersonName(`${toNameCase(first.value)} Surname`)?.first ?? first.value
    const family = surname
      ? (parsePersonName(`Given ${toNameCase(surname.value)}`)?.last ?? surname.value)
      : undefined
    return toFound(first, { first: given, ...(family && { last: family }) })
  }
  for (const pair of whole) {
    const text = withoutContacts(partBusiness(pair.value.replace(ALSO_CALLED, '')).name, own)
    const bare = withoutMonsieur(text, pair.label)
      .replace(NOT_GIVEN, '')
      .replace(/\b(?:wants|needs|called|requested|is looking)\b.*$/iu, '')
      .replace(/\s[-–—|/]\s.*$/u, '')
      .replace(OFFICE, '$1')
      .replace(/\s(?:@|w\/|with|from|of|at)\s+(?=\p{Lu}).*$/u, '')
    if (
      bare === '' ||
      isWhereFrom(bare, own.country) ||
      /\d/u.test(bare) ||
      isOwnName(bare, own) ||
      bare.split(/[\s,]+/u).every(isEverydayWord) ||
      beginsAsWords(bare)
    )
      continue
    const isCallerId =
      bare === bare.toUpperCase() && !bare.includes(',') && (order === 'last-first' || standsReversed(bare))
    const parsed = parsePersonName(bare, isCallerId ? 'last-first' : 'usual')
    if (parsed) return toFound(pair, last ? { ...parsed, last: last.value } : parsed)
  }
  return last ? toFound(last, { last: last.value }) : undefined
}

// In English "M." is an initial.
const withoutMonsieur = (text: string, label: string): string =>
  /\b(?:nom|appelant|demandeur|personne|requ[ée]rant|interlocuteur)\b/iu.test(label)
    ? text.replace(/^M\.? (?=\p{Lu}\S* \p{Lu})/u, '')
    : text

// "Junior Mullins (real name Clyde)"
const ALSO_CALLED =
  /\s\((?:real|full|legal|goes|aka|a\.k\.a|like|rhymes|pronounced|spelled)\b[^()]{0,60}\)\s*$/iu

// "From: website chat"
const beginsAsWords = (text: string): boolean => {
  const [first = ''] = text.split(/\s+/u)
  return text === text.toLowerCase() && isEverydayWord(first) && !isFirstName(first)
}

// "HUME MARJORIE", as caller ids are written.
function standsReversed(text: string): boolean {
  const [one = '', two = '', more] = text.split(/\s+/u)
  return more === undefined && isFirstName(two) && !isFirstName(one)
}

// 'would not give last name, "Trudy"'
const NOT_GIVEN =
  /\b(?:would|did|does|could) ?n(?:o|['’])t (?:give|leave|provide|share|say|want to give) (?:a |an |her |his |their |any )?(?:last |full |first )?name\b[\s,;:–-]*/iu

// "Rainer Holm, Property Manager, Bluestem Management": two words or more before a comma are no last name.
const OFFICE =
  /^(\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){1,3}),\s*(?:[^,]*,.*|.*\b(?:manager|director|owner|president|treasurer|secretary|agent|realtor|supervisor|coordinator|administrator|assistant|tenant|board|management|llc|inc|company)\b.*)$/iu

// Caller ids give a town or a carrier where they know no name: "WESTERVILLE OH", "TENNESSEE CALL".
function isWhereFrom(text: string, country: string): boolean {
  const words = text.trim().split(/\s+/u)
  const last = words.at(-1) ?? ''
  if (text !== text.toUpperCase() || words.length < 2) return false
  if (/^(?:CALL|CALLER|WIRELESS|CELLULAR|COUNTY)$/u.test(last)) return true
  const code = last.length === 2 ? toRegionCode(last, country) : undefined
  return code !== undefined && isPlace(words.slice(0, -1).join(' '), code)
}

function withoutContacts(value: string, own: OwnFacts): string {
  // "(Superior, WI)" behind a number is where the line is at home.
  const line = (value.split('\n')[0] ?? '').replace(/\([^(),]{1,40}, ?\p{Lu}{2}\)/u, ' ')
  const spans = [...findPhones(line, own), ...findEmails(line)]
  let text = line
  for (const span of spans)
    text = text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end)
  return text
    .replace(/[<>()[\]]\s*[<>()[\]]?/gu, ' ')
    .replace(/\s(?:ph|phone|tel|cell|c|p|h|at|@|#)[\s:.#]*$/iu, '')
    .replace(/^[\s,;/|-]+|[\s,;/|-]+$/gu, '')
}

function readEmail(pairs: readonly Pair[], own: OwnFacts): Found<string> | undefined {
  const order = ['email', 'contact', 'name', 'phone', 'address'] as const
  for (const field of order) {
    for (const pair of pairs.filter((each) => each.field === field)) {
      const mail = findEmails(pair.value).find(
        (each) => !isOwnAddress(each.address, own) && !isRelay(each.address),
      )
      if (mail) return toFound(pair, mail.address)
    }
  }
  return undefined
}

const PHONE_FIELDS: Readonly<Partial<Record<LabelField, PhoneUse>>> = {
  phone: 'plain',
  mobile: 'mobile',
  contact: 'plain',
  name: 'plain',
}

function readPhones(pairs: readonly Pair[], own: OwnFacts): readonly Found<PhoneMention>[] {
  const found: Found<PhoneMention>[] = []
  const order: readonly LabelField[] = ['phone', 'mobile', 'contact', 'name']
  for (const field of order) {
    for (const pair of pairs.filter((each) => each.field === field)) {
      for (const mention of findPhones(pair.value, own)) {
        if (mention.use === 'ours' || mention.use === 'fax') continue
        const said =
          mention.use === 'plain' || mention.use === 'somebody-else' ? PHONE_FIELDS[field] : mention.use
        found.push(toFound(pair, { ...mention, use: said ?? 'plain' }))
      }
    }
  }
  found.push(...pairs.flatMap((pair) => unnamedPhone(pair, own)))
  for (const pair of pairs.filter((each) => each.field === 'otherPhone')) {
    for (const mention of findPhones(pair.value, own)) {
      if (mention.use === 'ours' || mention.use === 'fax') continue
      found.push(toFound(pair, { ...mention, use: mention.use === 'somebody-else' ? 'plain' : mention.use }))
    }
  }
  return found.filter(
    (each, at) => found.findIndex((other) => other.value.number === each.value.number) === at,
  )
}

// "Where to ring: 555-0134": a label that says nothing else, and nothing but a number behind it.
function unnamedPhone(pair: Pair, own: OwnFacts): readonly Found<PhoneMention>[] {
  if (
    pair.field !== undefined ||
    /\b(?:id|ref\w*|no|ticket|track\w*|our|realtor|agent|tenant)\b/iu.test(pair.label)
  )
    return []
  const [mention] = findPhones(`${pair.label}: ${pair.value}`, own)
  const isAll = mention !== undefined && pair.value.length - mention.quote.length <= 2
  return isAll && !['ours', 'fax', 'somebody-else'].includes(mention.use) ? [toFound(pair, mention)] : []
}

const NOTE_FIELDS: ReadonlySet<LabelField> = new Set(['message', 'service'])

function readNotes(pairs: readonly Pair[], own: OwnFacts): readonly string[] {
  const messages: string[] = []
  const answers: string[] = []
  for (const pair of pairs) {
    // "Work: remove the oak" is no number.
    const isMislabelled =
      (pair.field === 'phone' || pair.field === 'mobile') &&
      !/\d(?:\D{0,3}\d){6}/u.test(pair.value) &&
      /\p{L}{2}\s+\S/u.test(pair.value) &&
      !WITHHELD.test(pair.value)
    if (pair.field === 'message' || isMislabelled) messages.push(pair.value)
    else if (pair.field === undefined || NOTE_FIELDS.has(pair.field) || isSpot(pair)) {
      if (isWorthNoting(pair, own))
        answers.push(
          `${pair.label.replace(/[?:]+$/u, (end) => end[0] ?? '')}${/[?:]$/u.test(pair.label) ? '' : ':'} ${pair.value}`,
        )
    }
  }
  // Of a call that nobody wrote down, what was searched for tells what it was about.
  if (messages.length === 0 && answers.every((answer) => !namesService(answer)))
    answers.push(
      ...pairs.filter((pair) => SEARCHED.test(pair.label)).map((pair) => `${pair.label}: ${pair.value}`),
    )
  return [...messages, ...answers]
}

// "Phone: shared after you reply"
const WITHHELD =
  /\b(?:shared|hidden|provided|available|visible|shown|unlock\w*|repl(?:y|ies)|verified|on file|upgrade|request(?:ed)?)\b/iu

const SEARCHED = /\b(?:keywords?|search (?:term|phrase|query)|campaign)\b(?! (?:id|source|name))/iu

function isWorthNoting(pair: Pair, own: OwnFacts): boolean {
  if (!/\p{L}{2}/u.test(pair.value) && /\d{3}.*\d{4}/u.test(pair.value)) return false
  if (pair.value.length > 600 || /^https?:/iu.test(pair.value)) return false
  if (/\b(?:https?|www)\b|\bpage\b.*\burl\b|\bid$/iu.test(pair.label)) return false
  return !mentionsOwnName(pair.value, own)
}
