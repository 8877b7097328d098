import { isPlace } from '../lead/places.ts'
import { STRONG_SUFFIXES } from '../lead/street-words.ts'
import { isEverydayWord } from './everyday-words.ts'
import { hasCompanyWord } from './find-company.ts'
import { isCommonFirstName, isFirstName } from './first-names.ts'
import type { Found, PersonName } from './found.ts'
import { MASK } from './mask.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'
import { isInitials, looksLikeName, looksLikeSmallName, parsePersonName } from './person-name.ts'
import { takeName } from './take-name.ts'

const OPENING =
  /^(?:\s*(?:\/lead|lead|leads|new lead|hot lead|new|add|pls|please|fyi|fwd|hey|hi|hello|ok|okay|so|customer|client|caller|callback|call back|call|called|cb|walk-?in|today|rush|urgent|estimate|est|quote|phone lead|web lead|nouveau client|nuevo cliente|team|guys|y['’]?all|inbound|referral|from|got a|a|vm|voicemail|name|contact)\b[\s:,.!–—>*#-]*)+/iu

const LEADING =
  /^(\p{Lu}[\p{L}'’.-]+(?: (?:(?:van|von|der|den|de|la|del|di|da|du|le|st\.?|el|al|bin|y)\s)*\p{Lu}[\p{L}'’.-]*){1,3})(?: (?:the (?:1st|2nd|3rd|4th|second|third|fourth|elder|younger)|jr|sr))?(?=\s*(?:¦|[,|(;–—]|\s-|\n|$)|\s(?:with|from|at|of|w\/|@|called|phoned|rang|wants|needs|here)\s)/u

// Who does this is a person, however rare the name.
const ACTING =
  /^(?: (?:the (?:1st|2nd|3rd|4th|second|third|fourth)|jr|sr))?,? (?:called|phoned|rang|left|with|from|of|at|@|w\/) /u

/** A whole name that opens a note: "Marcus Toomey with Redhawk …", "Leland Ashworth III, ¦". */
export function findLeading(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const head = text.replace(OPENING, '').replace(/^[\s@*"“:,.>-]+/u, '')
  const quote = LEADING.exec(head)?.[1]
  const first = quote?.split(' ')[0] ?? ''
  const acts = ACTING.test(head.slice(quote?.length ?? 0))
  if (!quote) return findGivenOfCompany(head.slice(0, 120), own, true)
  if (!(acts || isFirstName(first) || isInitials(first))) return undefined
  if (!looksLikeName(quote) || isOwnName(quote, own) || hasCompanyWord(quote) || isPlace(quote))
    return undefined
  const value = parsePersonName(quote)
  return value?.last ? { value, confidence: 'likely', origin: 'from the beginning', quote } : undefined
}

const GIVEN_WITH =
  /(?:^\s{0,3}|[.,:;¦\n]\s|\s[–-]\s)(\p{Lu}\p{Ll}{2,14}) (w\/ ?|with |from |of |@ ?|at )(?:the )?(\p{Lu}[\p{L}'’&.-]*(?: \p{Lu}[\p{L}'’&.-]*){0,5})/gu

/** "Lamont w/ Copperline Property Mgmt" */
export function findGivenOfCompany(
  text: string,
  own: OwnFacts,
  first = false,
): Found<PersonName> | undefined {
  for (const match of text.slice(0, 4000).matchAll(GIVEN_WITH)) {
    const [, given = '', how = '', company = ''] = match
    if (first && match.index > 0) return undefined
    if (!isFirstName(given) || isEverydayWord(given)) continue
    const isSaid = /^[@w]\/? ?$/u.test(how) && company.includes(' ') && !isPlace(company)
    if (!(hasCompanyWord(company) || isSaid) || isOwnName(company, own)) continue
    return { value: { first: given }, confidence: 'likely', origin: 'from the beginning', quote: given }
  }
  return undefined
}

const FLIPPED =
  /(?:^|[:|\n]|\p{Ll}\.\s)\s*(\p{Lu}[\p{L}'’-]+),\s(\p{Lu}[\p{L}'’-]+(?:\s(?:&|and)\s\p{Lu}[\p{L}'’-]+)?)(?=\s*(?:¦|\p{Lu}\.|[.|;(\n]|$))/gu

/** "file under: Okonkwo, Chidi." */
export function findFlipped(text: string, own: OwnFacts): Found<PersonName> | undefined {
  for (const [whole, last = '', first = ''] of text.matchAll(FLIPPED)) {
    const [given = ''] = first.split(' ')
    if (
      isEverydayWord(last) ||
      isEverydayWord(given) ||
      !(first.includes(' ') || isFlipped(last, given) || isTurned(last, given))
    )
      continue
    if (isOwnName(`${last} ${first}`, own) || (isPlace(last) && !isCommonFirstName(given))) continue
    const value = parsePersonName(`${last}, ${first}`)
    if (value)
      return { value, confidence: 'likely', origin: 'from the text', quote: whole.replace(/^[:|\s]+/u, '') }
  }
  return undefined
}

const SIGNED =
  /(?:^|[\s.!,¦])(?:thx|thanks|thank you|ty|tks|tysm|gracias|merci|cheers|best|regards|--?|–|—|~)[\s,!.]*(\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]*\.?)?)[\s.!)"”]*$/iu
const FIRST_PERSON =
  /\b(?:my|i|i['’]m|im|we|our|me)\b|\b(?:can|could|would) (?:you|someone|somebody|y['’]?all)\b/iu

/** Under what a customer wrote: "… half of it is dead. thx Greta". */
export function findSigned(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const quote = SIGNED.exec(text.slice(-80))?.[1]
  const isQuoted = /["“][^"”]*["”][\s.!)]*$/u.test(text)
  if (!quote || !(isQuoted || FIRST_PERSON.test(text)) || isOwnName(quote, own)) return undefined
  const words = quote.split(' ')
  if (!looksLikeName(quote) && !looksLikeSmallName(words)) return undefined
  const value = parsePersonName(quote)
  return value ? { value, confidence: 'likely', origin: 'from the closing', quote } : undefined
}

// Where a name usually stands in a short note: first, or alone between separators.
export function findByPlace(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const head = text.replace(OPENING, '').replace(/^[\s@*"“:,.>/-]+/u, '')
  const flipped = /^(\p{Lu}[\p{L}'’-]+),\s(\p{Lu}[\p{L}'’-]+)\b(?=\s*(?:¦|\p{Lu}\.|[-–/,;(\n]|$))/u.exec(head)
  if (
    flipped?.[1] &&
    flipped[2] &&
    !isEverydayWord(flipped[1]) &&
    !isEverydayWord(flipped[2]) &&
    (isFlipped(flipped[1], flipped[2]) ||
      (!isFirstName(flipped[1]) &&
        !isPlace(flipped[2]) &&
        /^\s*(?:[;|¦]|\/\/)/u.test(head.slice(flipped[0].length))))
  ) {
    const parsed = parsePersonName(`${flipped[1]}, ${flipped[2]}`)
    if (parsed)
      return { value: parsed, confidence: 'likely', origin: 'from the beginning', quote: flipped[0] }
  }
  const chunks = text
    .split(CHUNK_END)
    .map((chunk) => chunk.replace(OPENING, '').replace(/^[\s@"“*'(:>?!.-]+|[\s"”*':)-]+$/gu, ''))
  const filled = chunks.filter((chunk) => chunk.length > 1)
  for (const [at, chunk] of filled.entries()) {
    if (at === 0 && (isOneWordLabel(chunk, text) || OF_SOMEBODY.test(chunk))) continue
    const whole = nameOfChunk(chunk, at, filled)
    if (at === 0 && whole && isUnknownPair(whole) && !isBesideContact(text, whole)) continue
    if (!whole || isOwnName(whole, own) || hasCompanyWord(whole)) continue
    const parsed = parsePersonName(whole)
    if (parsed) {
      return {
        value: parsed,
        confidence: parsed.last ? 'likely' : 'weak',
        origin: at === 0 ? 'from the beginning' : 'from the text',
        quote: whole,
      }
    }
    if (at > 40) break
  }
  return undefined
}

const CHUNK_END = new RegExp(
  String.raw`${MASK}+|[,;|\n•()"“”/]|\s[-–—]+\s|(?<=\p{L}{3})[.!?]+(?=\s|$)|(?<=\p{L})[!?]+(?=\s)|(?<=\d)\.\s(?=\p{Lu})|:\s`,
  'u',
)

// Between full stops nobody else is told: "Parker, Joanne. ¦".
const isTurned = (last: string, first: string): boolean =>
  isFirstName(first) && !(isCommonFirstName(last) && !isCommonFirstName(first))

// "appt set!! Monday": two words that are no names are one only where a number follows.
const isUnknownPair = (name: string): boolean => {
  const [first = ''] = name.split(' ')
  return name === name.toLowerCase() && !isFirstName(first) && !isInitials(first)
}
const isBesideContact = (text: string, name: string): boolean =>
  /^[\s,;:|(@/–-]{0,4}(?:at |@ ?)?¦/u.test(text.slice(text.indexOf(name) + name.length)) ||
  /^\s(?:called|wants|needs|at|from|with|has|would|is|is|left)\b/u.test(
    text.slice(text.indexOf(name) + name.length),
  )

// "Rang: Ottoline Grey"
const isOneWordLabel = (chunk: string, text: string): boolean =>
  /^\p{L}+$/u.test(chunk) && !isFirstName(chunk) && text.slice(0, chunk.length + 12).includes(`${chunk}: `)

const isFlipped = (last: string, first: string): boolean =>
  isFirstName(first)
    ? !isFirstName(last) ||
      (isCommonFirstName(first) && !isCommonFirstName(last)) ||
      last === last.toUpperCase()
    : last === last.toUpperCase() && first === first.toUpperCase()

// "gloria nance rebecca st": a name and, without a number, where somebody lives.
const withoutStreet = (words: readonly string[]): readonly string[] =>
  words.length > 3 && STRONG_SUFFIXES.has(words.at(-1) ?? '') ? words.slice(0, -2) : words

// "Tina P's neighbor wants in."
const OF_SOMEBODY =
  /^\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]*)?['’]s? (?:\p{Ll}+ ){0,2}?(?:neighbou?r|friend|buddy|brother|sister|mother|mom|father|dad|son|daughter|cousin|boss|co-?worker|landlord|tenant|aunt|uncle|wife|husband)\b/u

function nameOfChunk(chunk: string, at: number, chunks: readonly string[]): string | undefined {
  const person = chunk
    .replace(/\s(?:at|from|with|of|over at|w\/)(?:\s.*)?$/iu, '')
    .replace(
      /\s(?:here|called|calls|calling|wants|needs|is|has|says|said|would|again|in|on|just|left|emailed|texted|stopped|wrote|lives|owns|asking|looking|requests?|requesting|interested|i (?:think|believe|guess)|maybe)\b.*$/iu,
      '',
    )
  const words = person.split(/\s+/u).filter(Boolean)
  const named = withoutStreet(words)
  if (named !== words && looksLikeSmallName(named)) return named.join(' ')
  const joined = at + 1 < chunks.length ? `${person} ${chunks[at + 1] ?? ''}` : ''
  if (words.length === 1 && looksLikeName(person)) {
    // First and last in two cells.
    const next = chunks[at + 1] ?? ''
    if (isFirstName(person) && /^\p{Lu}\p{L}+$/u.test(next) && !isEverydayWord(next) && looksLikeName(joined))
      return isCommonFirstName(next) && !isCommonFirstName(person) ? `${next} ${person}` : joined
    return at === 0 || isFirstName(person) ? person : undefined
  }
  if (looksLikeName(person)) return person
  if (person !== person.toLowerCase()) {
    const leading = at === 0 ? takeName(person, true) : undefined
    const given = leading?.split(' ')[0] ?? ''
    return leading?.includes(' ') && (isFirstName(given) || isInitials(given)) ? leading : undefined
  }
  if (looksLikeSmallName(words)) return person
  const noWords = words.every((word) => /^\p{L}[\p{L}'’-]+$/u.test(word) && !isEverydayWord(word))
  if (at === 0 && noWords && words.length === 2) return person
  const taken = at === 0 ? takeName(person) : undefined
  return taken && isFirstName(taken.split(' ')[0] ?? '') ? taken : undefined
}

// "¦ Marquetta. 2 crepe myrtles": a word with a capital and nothing else beside a number.
export function findBesideNumber(text: string, own: OwnFacts): Found<PersonName> | undefined {
  for (const match of text.slice(0, 4000).matchAll(/¦[ ,-]{1,3}(\p{Lu}\p{Ll}{2,14})(?=\s*[.,;(\n])/gu)) {
    const quote = match[1] ?? ''
    if (isEverydayWord(quote) || isPlace(quote) || isOwnName(quote, own) || hasCompanyWord(quote)) continue
    return { value: { first: quote }, confidence: 'weak', origin: 'beside the number', quote }
  }
  return undefined
}

// "Sunil Achari here at …", "Dorothy Klemm called", "hi Jane Doe wants".
export function findSaying(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const saying =
    /((?:\p{Lu}[\p{L}'’-]+\.?\s){1,3})(?:here\b|called\b|calling\b|wants\b|needs\b|is (?:looking|asking|interested)|would like|just called|stopped|emailed|texted|phoned|rang|reached out|asked|inquired|requested|reported|lives\b|has\b|at ¦)/gu
  for (const match of text.matchAll(saying)) {
    const words = (match[1] ?? '').trim().split(/\s+/u)
    while (words.length > 0 && isEverydayWord(words[0] ?? '')) words.shift()
    const name = words.join(' ')
    if (name === '' || !looksLikeName(name) || isOwnName(name, own) || hasCompanyWord(name)) continue
    const parsed = parsePersonName(name)
    if (parsed)
      return { value: parsed, confidence: 'likely', origin: 'from the text', quote: match[0].trim() }
  }
  return undefined
}
