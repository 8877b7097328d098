import { isEverydayWord } from './everyday-words.ts'
import { hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'
import type { Found, PersonName } from './found.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'
import { parsePersonName } from './person-name.ts'

/** Whether a given name is that of one who passes something on rather than the customer's. */
export const tellsOfSomebody = (name: Found<PersonName>, text: string): boolean =>
  !name.value.last && (SELF.has(name.origin) || opensNote(name, text))

const SELF: ReadonlySet<string> = new Set(['after "this is"', 'after "I am"', 'after an introduction'])

// "Moe: my landlord needs …", "nick here. the guy whose …", "Daryl (the fuel guy) wants …": a given name that opens a note and no number beside it.
function opensNote({ origin, quote = '' }: Found<PersonName>, text: string): boolean {
  if (origin !== 'from the beginning') return false
  const at = text.indexOf(quote)
  return (
    at >= 0 &&
    /^(?:\s?:|,? here\b| \((?:the|my|our)\b|(?: (?:in|at|from) (?:the )?\p{L}+)? (?:took|grabbed|got|caught|fielded|found|sent)\b|,? (?:says|said|told|mentioned|asked|wrote|wants|at|from)\b)/u.test(
      text.slice(at + quote.length, at + quote.length + 30),
    )
  )
}

const WITH_NUMBER =
  /(?<!\p{L})(?:(\p{Lu}(?:\.|\p{Ll}{1,14}) \p{Lu}[\p{L}'’-]{1,20})|(\p{Ll}{3,14} \p{Ll}{3,20}))[,.]?(?: \(?[\p{Ll}\d, ]{1,24}\)?,)? ?(?:(?:cell|mobile|landline|home|work|office|phone|number|ph|tel)(?: is|:)? )?\(?¦/gu
const RELATIVE =
  /\b(?:wife|husband|son|daughter|mom|mother|dad|father|brother|sister|partner|caretaker|tenant|manager|assistant|crew|foreman)(?:[- ]in[- ]law)?(?: is|,)? $/iu

// "Hey its Rick. … Dorothea Lang, 83, ¦": one of us gives a given name only, the customer stands whole before a number.
export function findWritten(
  text: string,
  self: Found<PersonName>,
  own: OwnFacts,
): Found<PersonName> | undefined {
  for (const match of text.slice(0, 4000).matchAll(WITH_NUMBER)) {
    const quote = match[1] ?? match[2] ?? ''
    const [first = '', last = ''] = quote.split(' ')
    if (match[2] !== undefined && (isEverydayWord(first) || last.length < 3)) continue
    const isGiven = isFirstName(first) || /^\p{Lu}\.$/u.test(first)
    if (!isGiven || isEverydayWord(last) || first === self.value.first) continue
    if (RELATIVE.test(text.slice(Math.max(0, match.index - 30), match.index))) continue
    if (isOwnName(quote, own) || hasCompanyWord(quote)) continue
    const value = parsePersonName(quote)
    if (value?.last) return { value, confidence: 'likely', origin: 'before the number', quote }
  }
  return undefined
}
