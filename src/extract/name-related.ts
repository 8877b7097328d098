import { hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'
import type { Found, PersonName } from './found.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'
import { parsePersonName } from './person-name.ts'

const TELLS =
  /^\W*(?:(?:mr|mrs|ms|miss|dr)\.? )?\p{L}+(?: \p{L}+)? (?:says?|said|told (?:me|us)|mentioned|asked me|is out|is off|stopped|texted|called in)\b/iu
const KIN =
  '(?:neighbou?r|friend|buddy|pal|cousin|uncle|aunt|brother|sister|mother|mom|father|dad|son|daughter|boss|co-?worker|landlord|landlady|in-law)'
const RELATED = new RegExp(
  String.raw`\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:\p{Ll}+ ){0,2}?${KIN}(?:,| named| is)? (\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+)`,
  'gu',
)
const IN_CHARGE =
  /\b(?:[Ll]andlord|[Ll]andlady|[Oo]wner|[Hh]omeowner|[Dd]ad|[Mm]om) is (\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+)/gu

/** "Emmett is out sick - his neighbor Paloma Ruiz wants …", "luis says … Landlord is Manny Freitas" */
export function findRelated(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const head = text.slice(0, 2000)
  const found = [...(TELLS.test(head) ? head.matchAll(RELATED) : []), ...head.matchAll(IN_CHARGE)]
  for (const [, quote = ''] of found) {
    if (!isFirstName(quote.split(' ')[0] ?? '') || isOwnName(quote, own) || hasCompanyWord(quote)) continue
    const value = parsePersonName(quote)
    if (value?.last) return { value, confidence: 'likely', origin: 'after whose relation it is', quote }
  }
  return undefined
}
