import { toNameCase } from '../lead/letter-case.ts'
import { isPlace } from '../lead/places.ts'
import { isRegionCode } from '../lead/regions.ts'
import { isEverydayWord } from './everyday-words.ts'
import { capitalPhrases, hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'
import type { Found } from './found.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'

const LEADING =
  /^(?:(?:new|lead|leads|call|called|caller|hi|hello|from|the|customer|client|for|at|please|pls|hot|fyi|name|attn|contact|hey|also|we|our|my|her|his|their|this|that|i|vm|text|email)\s+)+/iu

/** The business or association that a text says the customer is with. `masked` has contacts and addresses blotted out. */
export function findSaidCompany(masked: string, own: OwnFacts): Found<string> | undefined {
  for (const phrase of capitalPhrases(masked)) {
    const name = phrase.text.replace(LEADING, '')
    const words = name.split(/\s+/u)
    const isSentence =
      words.length > 3 &&
      words.filter((word) => /^\p{Lu}/u.test(word) && isEverydayWord(word) && !hasCompanyWord(word)).length >
        1
    if (words.length < 2 || words.length > 7 || isSentence || !hasCompanyWord(name) || isOwnName(name, own))
      continue
    if (
      !/^\p{Lu}/u.test(name) ||
      /^(?:tree|lawn|landscape|stump|lot|yard|hedge|leaf|snow|free|get|request|service)s?\b/iu.test(name)
    )
      continue
    const before = masked.slice(Math.max(0, phrase.start - 30), phrase.start)
    const after = masked.slice(phrase.end, phrase.end + 20)
    if (/^['’]?s? (?:agents?|adjusters?|claims?|insurance|polic(?:y|ies)|homeowners policy)\b/iu.test(after))
      continue
    const introduced =
      /(?:\b(?:at|from|with|w\/|of|for|represent(?:s|ing)?|manager|behalf of|work(?:s|ing)? (?:at|for))|@|,|\(|-|^|\n|:|;|¦|\.)\s*(?:the\s)?$/iu.test(
        before,
      )
    const acting =
      /^\s*(?:called|wants|needs|is (?:seeking|looking)|would|requests|\(|,|:|$|\n|¦|-|\||\/)/iu.test(after)
    const said =
      /\b(?:(?:board|chair\w*|president|treasurer|secretary|trustee|member|owner|director|manager|superintendent|caretaker|principal|pastor|head|administrator) (?:of|for|at)|board of|behalf of|with|from|manage\w* (?:at|of|for)?|represent\w*|president of|works? (?:at|for)|owner of)\s+(?:the\s)?$/iu.test(
        before,
      )
    if (
      /\b(?:ref(?:erred|erral|['’]?d)?|sent(?: over| in| here)?|recommended|passed (?:on|along)) (?:by|from)\s(?:\p{L}+ (?:at|from|with|of|@)\s)?(?:the\s)?$|\b(?:thru|through)\s$|\binsur\w+ (?:\w+ ){0,2}(?:with|by|is)\s$/iu.test(
        before,
      )
    )
      continue
    if (introduced || acting)
      return {
        value: name,
        confidence: said ? 'sure' : 'likely',
        origin: 'from the text',
        quote: phrase.text,
      }
  }
  return findCompanyOfPerson(masked, own) ?? findSmallCompany(masked, own)
}

const SMALL_COMPANY =
  /\b(?:from|at|with|for|of|by|behalf of)\s(?:the\s)?((?:[a-z][a-z'’]+\s){1,4}(?:hoa|condos|church|apartments|clinic|dental(?: care)?|builders|homes|construction|properties|property management|management|realty|storage|school|academy|daycare|preschool|church|chapel|hotel|inn|motel|restaurant|brewery|winery|farms?|nursery|landscaping|contracting|roofing|plumbing|insurance|bank|credit union|country club|golf club|hospital|veterinary|animal hospital|llc|inc))(?![\p{L}'’])/gu

// "at the high school" names none.
const GENERIC = new Set(
  'high middle grade junior senior primary elementary public private local community county state catholic methodist baptist lutheran presbyterian animal pet feed big little nearby same retirement nursing fire grocery hardware'.split(
    ' ',
  ),
)

// "rosa from bluebonnet dental care": with a word in front that is none of every day.
function findSmallCompany(masked: string, own: OwnFacts): Found<string> | undefined {
  for (const match of masked.matchAll(SMALL_COMPANY)) {
    const [quote, name = ''] = match
    const [first = ''] = name.split(' ')
    if (
      /^for /u.test(quote) &&
      /(?:insurance|construction|storage|school|bank|roofing|plumbing)$/u.test(name)
    )
      continue
    if (/ (?:for|to|the|my|our|her|his|their|a|an|with|is|and his|and her) /u.test(` ${name}`)) continue
    if (isEverydayWord(first) || GENERIC.has(first) || first.length < 3 || isOwnName(name, own)) continue
    return { value: toNameCase(name), confidence: 'likely', origin: 'from the text', quote }
  }
  return undefined
}

const PHRASE = String.raw`(\p{Lu}[\p{L}\p{N}'’&.-]*(?: (?:(?:of|the|and|&|de|du|la|le|at) )?(?:\p{Lu}[\p{L}\p{N}'’&-]*|&)){1,5})((?: (?:condos?|hoa|poa|coa|assoc|association|assn|apts?|apartments|mgmt|management|properties|church|school|homes|builders|owners|condominiums?|villas|estates)\b){0,3})`
const HELD =
  '(?:president|treasurer|secretary|chair(?:man|woman|person)?|manager|owner|director|principal|administrator|super(?:intendent)?|board|member|pastor|chef|gm|rep)'
// "Tony D'Agostino from Bella Notte Ristorante wants", "hoa president at Quail Run Villas", "the board at Sandpiper Cove condo assoc".
const OF_PERSON = [
  new RegExp(String.raw`\b[Cc]ompany(?: name)?(?:['’]s| is|:) (?:the )?${PHRASE}`, 'gu'),
  new RegExp(String.raw`\b${HELD} (?:at|of|for|with|from) (?:the )?${PHRASE}`, 'gu'),
  new RegExp(
    String.raw`\p{Lu}[\p{L}'’.-]+ \p{Lu}[\p{L}'’-]+,? (?:with|from|of|w\/|@) (?:the )?${PHRASE}(?=\s*(?:[¦,.;:(\n]|$|wants?\b|needs?\b|called\b|would\b|is\b|has\b))`,
    'gu',
  ),
  // "Bethel AME church needs …"
  new RegExp(
    String.raw`(?<=^|[.:;\n]\s|\s[–-]\s|\b[Tt]he )${PHRASE.replace('{0,3})', '{1,3})')}(?=\s(?:needs?|wants?|called|calling|emailed|is (?:looking|asking)|would like|has)\b)`,
    'gu',
  ),
  // "Yolanda @ Fresh Start Recovery House"
  new RegExp(
    String.raw`(?<=(?:^\P{L}{0,4}|[.,:;\n¦|(]\s?|\s[–-]\s|\b(?:w\/|with|to|from) )\p{Lu}\p{Ll}{2,14} (?:@|w\/) ?(?:the )?)${PHRASE}(?=\s*[,.;(¦\n|]|\s[–-]\s|$)`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:owns?|runs?|manages?|operates?) (?:a|an|the) (?:\p{Ll}+ ){1,3}(?:called|named) (?:the )?${PHRASE}`,
    'gu',
  ),
]

// The patterns are dear: none of them fits without one of these.
const HINT =
  /\b(?:condos?|hoa|poa|coa|assoc|association|assn|apts?|apartments|mgmt|management|properties|church|school|homes|builders|owners|condominiums?|villas|estates) (?:needs?|wants?|called|calling|emailed|is|would|has)\b|(?:\s(?:with|from|of|w\/|@|at|for)|\b(?:called|named|[Cc]ompany(?: name)?(?:['’]s| is|:)))\s(?:the )?\p{Lu}/u

function findCompanyOfPerson(masked: string, own: OwnFacts): Found<string> | undefined {
  if (!HINT.test(masked)) return undefined
  for (const pattern of OF_PERSON) {
    for (const [quote, capitals = '', kind = ''] of masked.matchAll(pattern)) {
      const name = `${capitals}${kind}`.replace(/\s[&.-]+$/u, '')
      const words = capitals.split(' ')
      if (words.some((word) => /^\p{Lu}/u.test(word) && isEverydayWord(word) && !hasCompanyWord(name)))
        continue
      if (isPlace(capitals) || isOwnName(name, own) || isRegionCode(words.at(-1) ?? '')) continue
      if (isFirstName(words[0] ?? '') && kind === '' && !hasCompanyWord(name)) continue
      return {
        value: kind === '' ? name : `${capitals}${toNameCase(kind)}`,
        confidence: 'likely',
        origin: 'from the text',
        quote,
      }
    }
  }
  return undefined
}
