import { isPublicDomain } from './mailbox.ts'
import { squash } from './own-facts.ts'

const KIND =
  /\b(?:inc|llc|l\.l\.c|ltd|ltée|ltee|inc\.|corp|corporation|co\.|company|group|hoa|poa|coa|condo|condos|condominiums?|association|assn|assoc|church|lutheran|baptist|methodist|presbyterian|catholic|episcopal|ymca|rotary|elks|chapel|tabernacle|parsonage|rectory|temple|synagogue|mosque|parish|school|elementary|kindergarten|marina|campground|orchards?|dealership|hardware|orthopedics|pediatrics|chiropractic|synagogue|academy|college|university|apartments?|apts|properties|property management|management|mgmt|realty|realtors?|builders?|construction|contracting|contractors?|homes|developers?|development|partners|services|solutions|restaurant|caf[ée]|coffee|bakery|brewery|brewing|hotel|inn|suites|convent|monastery|abbey|seminary|ristorante|trattoria|taqueria|bistro|diner|villas|feed (?:&|and) seed|feed store|lumber|supply|motel|lodge|resort|country club|golf club|golf course|clinic|dental|dentistry|orthodontics|medical|hospital|veterinary|animal hospital|law|insurance|mutual|bank|credit union|farms?|vineyards?|winery|cellars|nursery|daycare|preschool|montessori|center|centre|museum|library|city of|town of|county of|village of|enterprises|industries|holdings|investments|ventures|studios?|gallery|salon|spa|gym|fitness|storage|logistics|trucking|motors|automotive|kennels?|stables|equestrian|foundation|ministries|fellowship|senior living|retirement|assisted living|estates|plaza|market|grocery|deli|grill|pub|tavern|landscap(?:e|es|ing)|architects?|architecture|engineering|consulting|consultants|electric|plumbing|roofing|rentals?|community|communities|owners|hospitality|pharmacy|cemetery|funeral home|theatre|theater|firm|associates|& sons|and sons|brothers|bros|place|court|commons|facilities|shelter|rescue|society|sanctuary|laundromat|barber ?shop|towing|yacht club|mhp|rv park|mobile home park|legion|vfw|boutique|florist|creamery|dairy|distillery|warehouse|eye ?care|hospice|rehab|nursing home|care (?:home|center)|leasing|residential|recovery|ministries|nails|auto|auto body|township|twp|body shop|lofts|townhomes|townhouses|league|pizza|pizzeria|bar-?b-?q(?:ue)?|barbecue|bbq|steakhouse|alehouse|cafe|tire|immobilier|gestion|copropri[ée]t[ée]|syndicat|cpe|garderie)\b/iu

/** Whether words name a business, an association or an institution rather than a person. */
export const hasCompanyWord = (text: string): boolean => KIND.test(text) || /\sCo$/u.test(text)

const PHRASE =
  /(?:\p{Lu}[\p{L}\p{N}'’&.-]*|\d{1,2}(?=\s\p{Lu}))(?:\s+(?:(?:of|the|and|&|de|du|des|la|le)\s+)?(?:\p{Lu}[\p{L}\p{N}'’&.-]*|&)){0,6}/gu

/** Capitalised phrases of a text, in order. */
export function capitalPhrases(
  text: string,
): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(PHRASE)].flatMap(linesOf).map((match) => {
    // A full stop ends the phrase, but not in "Inc." and "St.".
    const [clause = match.text] = match.text.split(/(?<=\p{Ll}{4})\.\s/u)
    const phrase = clause.replace(/[.&\s]+$/u, (end) =>
      /\b(?:inc|ltd|co|corp)\.$/iu.test(clause) ? end : '',
    )
    return { text: phrase, start: match.index, end: match.index + phrase.length }
  })
}

// A person in one line, their business in the next.
function linesOf(match: RegExpMatchArray): readonly { readonly text: string; readonly index: number }[] {
  let index = match.index ?? 0
  return match[0].split('\n').map((text) => {
    const line = { text, index }
    index += text.length + 1
    return line
  })
}

/** The phrase that a business mail domain abbreviates: `stonegatebuild.ca` and "Stonegate Build Group Ltd." */
export function companyOfDomain(domain: string | undefined, texts: readonly string[]): string | undefined {
  if (domain === undefined || isPublicDomain(domain)) return undefined
  const label = squash(domain.split('.').at(-2) ?? '')
  if (label.length < 4) return undefined
  for (const text of texts) {
    for (const phrase of capitalPhrases(text)) {
      const squashed = squash(phrase.text)
      if (squashed.length < 5 || !/\s/u.test(phrase.text)) continue
      const common = commonStart(squashed, label)
      if (common >= Math.min(7, label.length) || initialsOf(phrase.text) === label) return phrase.text
    }
  }
  return undefined
}

function commonStart(left: string, right: string): number {
  let length = 0
  while (length < left.length && left[length] === right[length]) length += 1
  return length
}

const initialsOf = (phrase: string): string =>
  phrase
    .split(/\s+/u)
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase()
