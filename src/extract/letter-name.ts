import { toNameCase } from '../lead/letter-case.ts'
import { isEverydayWord } from './everyday-words.ts'
import type { Mailbox } from './extraction.ts'
import { hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'
import type { Findings, Found, PersonName } from './found.ts'
import type { LetterPart } from './letter-part.ts'
import { domainOf, isPublicDomain } from './mailbox.ts'
import { isOffice } from './offices.ts'
import { isOwnName, type OwnFacts, squash } from './own-facts.ts'
import { looksLikeName, parsePersonName } from './person-name.ts'
import { isSame } from './signature.ts'

/** A person's name in a mailbox; undefined for businesses and user names. */
export function nameOf(author: Mailbox | undefined, own: OwnFacts): PersonName | undefined {
  if (!author?.name || isOwnName(author.name, own)) return undefined
  const text = author.name.replace(/\s+(?:via|at|from|\||-)\s.*$/u, '')
  if (isOffice(text)) return undefined
  if (hasCompanyWord(text) && !/^[^,]+,\s*\p{L}+$/u.test(text)) return undefined
  const words = text.split(/[\s,]+/u)
  if (isOfDomain(text, author.address) && !isFirstName(words[0] ?? '')) return undefined
  if (
    /[\d@_]/u.test(text) ||
    isHandle(text) ||
    words.every((word) => isEverydayWord(word)) ||
    (words.length === 1 && text === text.toLowerCase()) ||
    // "Purchasing <purchasing@…>" is a desk.
    (words.length === 1 && !isFirstName(text) && author.address?.split('@')[0] === text.toLowerCase())
  )
    return undefined
  return parsePersonName(text)
}

// "Sunrise Car Wash <info@sunrisecarwash.example>"
function isOfDomain(name: string, address: string | undefined): boolean {
  const domain = domainOf(address)
  const label = domain && !isPublicDomain(domain) ? squash(domain.split('.').at(-2) ?? '') : ''
  return label.length > 5 && squash(name) === label
}

// "MountainGal", "tree.lover": a user's name, unless it is one like McNabb.
const isHandle = (text: string): boolean =>
  !text.includes(' ') &&
  /\p{Ll}\p{Lu}\p{Ll}|\p{Ll}\./u.test(text) &&
  !/^(?:Mc|Mac|De|Di|La|Le|O)\p{Lu}/u.test(text)

const ON_BEHALF =
  /\b(?:for|on behalf of|behalf of)\s+(?:my|our)\s+(?:elderly |aging )?(?:mother|father|mom|dad|mum|parents?|grandmother|grandfather|grandma|grandpa|aunt|uncle|sister|brother|neighbou?r|friend|in-laws|mother-in-law|father-in-law|boss|client|wife|husband|son|daughter),?\s+((?:\p{Lu}[\p{L}'’.-]+\s?){1,3})/u

// Who arranges and pays for it all is the one to talk to.
const SPEAKS_THEMSELVES =
  /\b(?:(?:call|text|contact|reach|e-?mail|ring|deal with|work with|talk to|schedule with|go through|coordinate with) me\b|(?:my|best) (?:cell|phone|mobile|number|direct line)|i(?:['’]ll| will| am|['’]m) (?:be )?(?:paying|handling|arranging|coordinating|the (?:contact|one))|bill me|send (?:me|it to me|the (?:bill|invoice|estimate|quote) to me)|not (?:her|him|them)\b)/iu

/** Whether the writer wants to be the one whom we deal with. */
export const speaksThemselves = (text: string): boolean => SPEAKS_THEMSELVES.test(text)

// "ronnie t" in the header, "its ronnie tuttle" in the mail.
const isFuller = (name: PersonName, short: PersonName): boolean =>
  (short.last ?? '').replace('.', '').length < 2 &&
  (name.last ?? '').replace('.', '').length > 1 &&
  short.first !== undefined &&
  name.first?.toLowerCase().startsWith(short.first.toLowerCase()) === true &&
  (name.last ?? '').toLowerCase().startsWith((short.last ?? '').replace('.', '').toLowerCase())

// "odilon <odilon.ferland@…>", and "odilon ferland" somewhere in the mail: the address tells that it is a name.
function spelledByAddress(
  author: Mailbox | undefined,
  text: string,
  theirs: readonly LetterPart[],
): Found<PersonName> | undefined {
  const [, first, last] = /^(\p{L}{2,})[._-](\p{L}{3,})\d*@/u.exec(author?.address?.toLowerCase() ?? '') ?? []
  if (!first || !last) return undefined
  const said = `${text} ${theirs.flatMap((part) => part.signed.signature).join(' ')}`.toLowerCase()
  const isDisplayed = squash(author?.name ?? '') === squash(first)
  if (!said.includes(`${first} ${last}`) && !isDisplayed) return undefined
  const value = parsePersonName(`${toNameCase(first)} ${toNameCase(last)}`)
  return value && { value, confidence: 'likely', origin: 'from the address' }
}

/** Who the customer is: the display name, or the fuller one under the mail, or the person it was written for. */
export function chooseName(
  customer: LetterPart,
  theirs: readonly LetterPart[],
  bodies: readonly Findings[],
  own: OwnFacts,
): Found<PersonName> | undefined {
  const text = theirs.map((part) => part.signed.body.join(' ')).join(' ')
  const behalf = SPEAKS_THEMSELVES.test(text) ? undefined : ON_BEHALF.exec(text)?.[1]
  if (behalf && looksLikeName(behalf.trim())) {
    const value = parsePersonName(behalf)
    if (value?.last)
      return {
        value,
        confidence: 'weak',
        origin: 'on whose behalf the mail was written',
        quote: behalf.trim(),
      }
  }
  const display = nameOf(customer.author, own)
  const signed = theirs.map((part) => part.signed.name).filter((name) => name !== undefined)
  const same = signed.find((name) => display && isSame(name, display))
  const full = [display, same, ...signed].find(
    (name) => name?.first && name.last && name.first.replace('.', '').length > 1 && name.last.length > 1,
  )
  if (display && full && (isSame(full, display) || !display.last))
    return { value: full, confidence: 'sure', origin: full === display ? 'the sender' : 'from the signature' }
  // "Ulrich" in the header, "U. Schreiber" below.
  const initial = signed.find(
    ({ first = '', last = '' }) =>
      /^\p{L}\.?$/u.test(first) &&
      last.length > 1 &&
      display?.last === undefined &&
      display?.first?.[0] === first[0],
  )
  if (display?.first && initial?.last)
    return {
      value: { first: display.first, last: initial.last },
      confidence: 'likely',
      origin: 'from the signature',
    }
  const said = bodies
    .map((each) => each.name)
    .find((name) => display && name && isFuller(name.value, display))
  if (said) return said
  const spelled = display?.last ? undefined : spelledByAddress(customer.author, text, theirs)
  if (spelled) return spelled
  if (display) return { value: display, confidence: 'likely', origin: 'the sender' }
  if (signed[0]) return { value: full ?? signed[0], confidence: 'likely', origin: 'from the signature' }
  return bodies.map((each) => each.name).find(Boolean)
}
