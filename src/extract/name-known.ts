import { toNameCase } from '../lead/letter-case.ts'
import { isEverydayWord } from './everyday-words.ts'
import { hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'
import type { Found, PersonName } from './found.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'
import { parsePersonName } from './person-name.ts'
import { takeName } from './take-name.ts'

// "Ran into Coach Whitlow … Darren Whitlow, 662-555-0143": the same surname, this time with the given name.
export function completeName(
  known: Found<PersonName>,
  text: string,
  own: OwnFacts,
): Found<PersonName> | undefined {
  const { first, last } = known.value
  if (first && !last) return addSurname(known, first, text, own) ?? turnSurname(known, first, text, own)
  if (first || !last) return undefined
  const given = GIVEN.exec(text)?.[1] ?? givenAtNumber(text, last)
  if (given && !isEverydayWord(given)) return { ...known, value: { first: toNameCase(given), last } }
  for (const match of text.matchAll(/(?<!\p{L})(\p{Lu}\p{Ll}{1,14}) (\p{Lu}[\p{L}'’-]{1,20})(?!\p{L})/gu)) {
    const [quote, given = '', family = ''] = match
    const value = family === last && !isEverydayWord(given) ? parsePersonName(quote) : undefined
    if (value?.first && value.last && !isOwnName(quote, own)) return { ...known, value, quote }
  }
  return undefined
}

// "Mrs Nguyen at the nail salon, Tina, ¦"
function givenAtNumber(text: string, last: string): string | undefined {
  const behind = text.slice(text.indexOf(last) + last.length)
  const given = /^[^.!?\n¦]{0,60}[,(] ?(\p{Lu}\p{Ll}+)[,)]{1,2} ?\(?¦/u.exec(behind)?.[1]
  return given && isFirstName(given) ? given : undefined
}

const GIVEN = /\b(?:first name|fname|f name)(?:['’]?s| is| was|:)?[\s,]+(?:is )?(\p{L}[\p{L}'’-]+)/iu
const FAMILY =
  /(?<!\b(?:no|without|without a|give a|leave a|get a|catch a|give his|give her|leave his|leave her|get his|get her) )\b(?:last name|surname|lname|l name)(?:['’]?s| is| was|:)?[\s,]+(?:is )?(?!given|left|provided|unknown|unclear|missing|didn|not\b)(\p{L}[\p{L}'’-]+)|(?<![\p{L}'’])(\p{L}[\p{L}'’-]+),? (?:is|as) (?:the|his|her|their|my) (?:last name|surname)\b/iu

// "name Thibodeau, first name Rene"
const BESIDE_GIVEN =
  /\bname(?:['’]?s| is| was|:)?\s(\p{L}[\p{L}'’-]+),? (?:and )?(?:(?:the|his|her) )?first name\b/iu

/** "first name is Bridget last name is Calloway", in either order. */
export function findParted(text: string): Found<PersonName> | undefined {
  const given = GIVEN.exec(text)
  const family = findSurname(text)
  if (!given?.[1] || !family || isEverydayWord(given[1])) return undefined
  const value = { first: toNameCase(given[1]), ...family.value }
  return { ...family, value, origin: 'after "first name" and "last name"' }
}

/** "last name is Krzyzewicz" */
export function findSurname(text: string): Found<PersonName> | undefined {
  const family = FAMILY.exec(text) ?? BESIDE_GIVEN.exec(text)
  const last = family?.[1] ?? family?.[2]
  if (!family || !last || isEverydayWord(last)) return undefined
  return {
    value: { last: toNameCase(last) },
    confidence: 'sure',
    origin: 'after "last name"',
    quote: family[0],
  }
}

// "estimate for the Abernathys"
export function findFamily(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const match =
    /\b(?:for|call|(?:lead|message|inquiry|request) from) the (\p{Lu}\p{Ll}{2,20}s)(?=\s*(?:[,.;¦\n]|$))/u.exec(
      text,
    )
  const [quote, plural = ''] = match ?? []
  if (!quote || isEverydayWord(plural) || hasCompanyWord(plural) || isOwnName(plural, own)) return undefined
  const last = plural.replace(/(?<=s|x|z|ch|sh)es$|s$/u, '')
  return { value: { last }, confidence: 'weak', origin: 'from the text', quote: plural }
}

// "her name is Dolores, Dolores Quintanilla", "Siobhan … last name is Krzyzewicz"
function addSurname(
  known: Found<PersonName>,
  first: string,
  text: string,
  own: OwnFacts,
): Found<PersonName> | undefined {
  const said = findSurname(text)
  if (said) return { ...known, value: { first, ...said.value } }
  const lower = text.toLowerCase()
  const wanted = `${first.toLowerCase()} `
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (/\p{L}/u.test(text[at - 1] ?? '')) continue
    const quote = takeName(text.slice(at, at + 60))
    const value = quote?.includes(' ') && !isOwnName(quote, own) ? parsePersonName(quote) : undefined
    if (quote && value?.last && value.first?.toLowerCase() === first.toLowerCase())
      return { ...known, value, quote }
  }
  return undefined
}

// "Coach Reynolds …, Dwight Reynolds": what stood alone was the surname.
function turnSurname(
  known: Found<PersonName>,
  only: string,
  text: string,
  own: OwnFacts,
): Found<PersonName> | undefined {
  for (const match of text.matchAll(/(?<!\p{L})(\p{Lu}\p{Ll}{1,14}) (\p{Lu}[\p{L}'’-]{1,20})(?!\p{L})/gu)) {
    const [quote, given = '', family = ''] = match
    if (family !== only || !isFirstName(given) || isOwnName(quote, own)) continue
    return { ...known, value: { first: given, last: family }, quote }
  }
  return undefined
}

// A common given name and a surname, both with capitals, anywhere.
export function findKnown(text: string, own: OwnFacts): Found<PersonName> | undefined {
  for (const match of text.matchAll(
    /(?<![\p{L}])(\p{Lu}\p{Ll}{1,14}) (\p{Lu}[\p{L}'’-]{1,20})(?![\p{L}])/gu,
  )) {
    const [quote, first = '', last = ''] = match
    if (!isFirstName(first) || isEverydayWord(last) || isOwnName(quote, own)) continue
    if (hasCompanyWord(text.slice(match.index, match.index + quote.length + 20))) continue
    // "Lonnie Mae Stubbs": two words may be the beginning only.
    const whole = takeName(text.slice(match.index, match.index + 60)) ?? quote
    const value = parsePersonName(whole.startsWith(quote) ? whole : quote)
    if (value) return { value, confidence: 'weak', origin: 'from the text', quote }
  }
  return undefined
}

// In small letters these are words as often as names.
const WORD_NAMES = new Set(
  'will mark may art rose bill grant dawn pat jack rich sue hope joy grace frank gene ray dale glen dean rob don drew guy jay june april summer autumn heather iris olive pearl ginger sandy brandy crystal amber robin wade miles chase hunter skip bud cliff clay basil reed rod max sterling carol jean jimmy van lane norm earl duke faith dick ward pierce chip buck buddy dusty rusty woody sage lily daisy violet penny'.split(
    ' ',
  ),
)

// "estimate request hannah lindqvist ¦": a given name and a word that is none, closed by something that is no name.
export function findKnownSmall(text: string, own: OwnFacts): Found<PersonName> | undefined {
  // The second word is looked at only, so that it can be the first of the next pair.
  const pair =
    /(?<![\p{L}\p{N}'’])(\p{Ll}{3,14})(?=\s(\p{Ll}[\p{Ll}'’-]{2,20})(?:\s*(?:$|[¦\n,.;:()|/–-])|\s(\p{L}+)))/gu
  for (const match of text.matchAll(pair)) {
    const [, first = '', last = '', next] = match
    const quote = `${first} ${last}`
    if (!isFirstName(first) || WORD_NAMES.has(first) || isEverydayWord(last)) continue
    if ((next !== undefined && !isEverydayWord(next)) || isOwnName(quote, own) || hasCompanyWord(quote))
      continue
    const value = parsePersonName(quote)
    if (value) return { value, confidence: 'weak', origin: 'from the text', quote }
  }
  return undefined
}

// "the Garcia residence"
export function findHousehold(text: string): Found<PersonName> | undefined {
  const match = /(?<![\p{L}])(\p{L}[\p{L}'’-]{2,30})\s(?:residence|household|family)\b/iu.exec(text)
  if (!match?.[1] || isEverydayWord(match[1])) return undefined
  return {
    value: { last: toNameCase(match[1]) },
    confidence: 'likely',
    origin: 'from the text',
    quote: match[0],
  }
}
