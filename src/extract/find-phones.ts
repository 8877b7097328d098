import { parsePhone } from '../lead/phone.ts'
import type { PhoneMention, PhoneUse } from './found.ts'
import { namesService } from './lead-signs.ts'
import { mentionsOwnName, type OwnFacts } from './own-facts.ts'

const EXTENSION = String.raw`(?:\s{0,3}[,;(]?\s{0,2}(?:[Ee]xtension|[Ee]xt|EXT|[Xx]|[Pp]oste|[Aa]nexo|[Pp](?=\.))\.?\s{0,2}[:#]?\s{0,2}\d{1,6})?`
const NORTH_AMERICAN = String.raw`(?:\+?1[\s.-]{0,3})?(?:\(\d{3}\)|\d{3})[\s.\-–/]{0,3}\d{3}[\s.\-–]{0,3}(?:\d{4}(?!\d)|[A-Z]{4}(?!\p{L}))`
const VANITY = String.raw`(?:1-)?8\d\d-[A-Z]{7}(?!\p{L})`
const FOREIGN = String.raw`\+(?!1\b)[2-9]\d{0,2}(?:[ \u00a0.()/-]{1,2}\d{1,8}){1,5}(?!\d)|\+(?!1)[2-9]\d{7,13}(?!\d)`
const SHORT = String.raw`\d{3}[-.]\d{4}(?![\d-])`
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}_@=%]|[$]\s?|\d[.-]|\p{L}/)(?:(?<!#\s?)|(?=\(?\d{3}\)?[\s.-]))(?:${NORTH_AMERICAN}|${VANITY}|${FOREIGN}|${SHORT})${EXTENSION}`,
  'gu',
)

/** Every phone number in a text with what it is said to be. */
export function findPhones(text: string, own: OwnFacts): readonly PhoneMention[] {
  const found: PhoneMention[] = []
  let end = 0
  for (const match of text.matchAll(NUMBER)) {
    const quote = withoutCount(
      match[0],
      text.slice(match.index + match[0].length, match.index + match[0].length + 24),
    )
    const parsed = parsePhone(
      quote.replace(/\s*[,;(]?\s*(?=(?:extension|ext|poste|anexo|x|p)(?:\b|\d))/iu, ' '),
      own,
    )
    if (parsed.kind !== 'phone') continue
    const start = match.index
    const before = lineBefore(text, start, end)
    const after = lineAfter(text, start + quote.length)
    const bare = parsed.number.split(' ext ')[0] ?? parsed.number
    const said = toUse(before, after, own)
    const use = own.phones.has(bare)
      ? 'ours'
      : said === 'plain' && TOLL_FREE.test(bare)
        ? 'somebody-else'
        : said
    end = start + quote.length
    const isRelation =
      RELATION.test(before) ||
      AFTER_RELATION.test(after) ||
      HAS_IT.test(text.slice(Math.max(0, start - 90), start)) ||
      WILL_MEET.test(text.slice(Math.max(0, start - 90), start)) ||
      THEIRS.test(text.slice(Math.max(0, start - 120), start))
    found.push({
      number: parsed.number,
      use,
      ...(isRelation && { ofAnother: true as const }),
      start,
      end,
      quote: quote.trim(),
    })
  }
  return found.filter(({ end }, at) => {
    const next = found[at + 1]
    return !next || next.start - end > 40 || !CORRECTED.test(text.slice(end, next.start))
  })
}

// "513-555-0149, x3 stumps" is a count, no extension.
function withoutCount(quote: string, after: string): string {
  const [count = ''] = /\s*[,;(]?\s*x\s?\d{1,2}$/iu.exec(quote) ?? []
  const [, first = '', second = ''] = /^\s(\p{L}+)(?:\s(\p{L}+))?/u.exec(after) ?? []
  const isCounted = namesService(first) || (/^\s*[,;]/u.test(count) && namesService(second))
  return isCounted ? quote.slice(0, quote.length - count.length) : quote
}

// "450-555-0123? no, sorry: 450-555-0132"
const CORRECTED =
  /^[^\p{L}\n]{0,4}(?:no|non|nein|oops|sorry|pardon|perd[óo]n|correction|scratch that|wait|je veux dire|i mean|actually|plut[ôo]t|mejor dicho)(?!\p{L})[^\n]*$/iu

// Nobody's home: help lines of those who send to many.
const TOLL_FREE = /^\+18(?:00|33|44|55|66|77|88)/u

const PEOPLE =
  'wife|husband|hubby|spouse|son|daughter|mom|mother|dad|father|brother|sister|nephew|niece|cousin|grand(?:son|daughter)|girlfriend|boyfriend|fiancee?|partner|roommate|assistant|secretary|care ?taker|housekeeper|nanny|chef|janitor|custodian|foreman|gardener|landlord|bookkeeper|receptionist'
// "wife's number is", "caretaker is Duffy": a number for reaching somebody else.
const RELATION = new RegExp(
  String.raw`\b(?:${PEOPLE})(?:[- ]in[- ]law)?(?:['’]?s)?(?:,? (?:is )?\p{Lu}\p{L}+(?:['’]?s)?)?(?: (?:cell|mobile|number|phone|line|no|is|at|on|#))*[\s:,(#-]*$`,
  'iu',
)
const AFTER_RELATION = new RegExp(
  String.raw`^\s?[(,-]\s?(?:that['’]?s |is )?(?:(?:his|her|my|the|their) )?(?:${PEOPLE})(?:['’]?s)?\b`,
  'iu',
)

// "My dad, Otis, has the key, …"
const HAS_IT = new RegExp(
  String.raw`\b(?:my|our|her|his|their) (?:${PEOPLE})\b(?![^.!?\n]*\b(?:me|mine|i)\b)[^.!?\n]{0,50}[,(]\s*$`,
  'iu',
)

// "caretaker Lou will meet (…)"
const WILL_MEET = new RegExp(
  String.raw`\b(?:tenants?|renters?|${PEOPLE})(?:,? \p{Lu}\p{L}+,?)? (?:will|can|has|lives|is|to) [^.!?\n]{0,40}[,(]\s*$`,
  'u',
)

// "The tenant, Marisol, can open the gate; her number is …"
const THEIRS = new RegExp(
  String.raw`\b(?:tenants?|renters?|residents?|neighbou?rs?|occupants?|super|${PEOPLE})\b[^.!?\n]{0,70}\b(?:his|her|their) (?:(?:cell|mobile|phone|direct)\s?)?(?:number|no|phone|cell|line)?(?:['’]s| is)?[\s:,(#-]*$`,
  'iu',
)

const NEAR = 60

function lineBefore(text: string, start: number, floor: number): string {
  // "774-555-0105 (my cell) or 508-555-0106": what stands in brackets belongs to the number before.
  const remark =
    floor > 0 ? (/^\s?\([^()\n]{1,30}\)(?=\s*[,;\p{L}])/u.exec(text.slice(floor, start))?.[0].length ?? 0) : 0
  const piece = text.slice(Math.max(floor + remark, start - NEAR), start)
  const line = piece.slice(piece.lastIndexOf('\n') + 1)
  const clause = line.slice(line.search(/[^;|•]*$/u))
  // "txt frm Hal: guy named …": the number in it is not the one that wrote.
  const told = /\b(?:texts?|txts?|sms) (?:from|frm|fr) \p{L}+\s?:\s(?=.{12})/iu.exec(clause)
  if (told) return clause.slice(told.index + told[0].length)
  const sentence = [...clause.matchAll(/\p{Ll}{4}\)?[.!?]\s/gu)].at(-1)
  return sentence ? clause.slice(sentence.index + sentence[0].length) : clause
}

function lineAfter(text: string, end: number): string {
  const piece = text.slice(end, end + 36)
  const stop = piece.search(/[\n;|]/u)
  return stop < 0 ? piece : piece.slice(0, stop)
}

const AFTER_USE =
  /^\s{0,2}(?:[-–,]\s?)?\(?\s?(?:(?:or|and|to) (?:call|text)(?: me)?,? (?=that|it|this|which))?(?:(?:and )?(?:that['’]?s|thats|which is|this is|it['’]?s|is) )?(?:(?:my|his|her|their|a|the) )?(?:\p{L}{2,15}['’]s )?(?:(cell|cellulaire|celular|m[óo]vil|cellular|mobile|mobil|mob|handy|texts?(?! (?:is |are )?(?:ok|okay|fine|works?|good)\b)|txts?|sms|whats ?app|imessage|cel|m|c)|(home|house|maison|res|landline|h)|(office|work|direct|bureau|desk|main|o|w)|(fax|f))\b(?!\)?\s?[:#]?\s?\(?\+?\d|\s+(?:is|number|phone))/iu
const WORDS: readonly (readonly [PhoneUse, RegExp])[] = [
  ['fax', /(?:\bfax|\bf|t[ée]l[ée]c)\s?[.:#]?\s{0,3}$|\bfax\b/giu],
  [
    'ours',
    /\b(?:tracking|(?<!\b(?:my|his|her|their) )(?:office|main|business) line|our (?:number|line|office)|store line|your (?:line|number|main|extension)|company line|dialed|called (?=\S+ \S+ \())\b/giu,
  ],
  [
    'somebody-else',
    /\b(?:on-?site contact|site contact|tenant|superintendent|maintenance|gate ?house|emergency contact|adjuster|customer care|customer service|support|help ?line|questions|toll free|neighbou?r)\b/giu,
  ],
  [
    'mobile',
    /(?<!\b(?:\p{L}{2,6}n['’]?t|not|no|never|cannot|cant) )\b(?:cell|cellphone|cellular|cellulaire|cel|mobil|mobile(?!,? al(?:abama)?\b)|mob|handy|natel|celular|m[óo]vil|text(?:ed|s|ing)?|txt|sms|whatsapp|portable|c|m)\b/giu,
  ],
  ['home', /\b(?:home|house|landline|maison|domicile|res|h)\b/giu],
  ['office', /\b(?:office|work|direct|bureau|desk|main|business|o|w)\b/giu],
  ['plain', /\b(?:phone|tel|t[ée]l[ée]phone|ph|call|number|t|p)\b/giu],
]

// "On-site contact: Tamika (leasing office) …": the label speaks for all that follows it.
const SOMEBODY =
  /^\s*[-•*]?\s*(?:on-?site|site|tenant|access|gate|maintenance|emergency|resident)\b[^:\d]{0,20}:/iu

// The word that stands closest before the number says what it is; a word in brackets behind it says it louder.
function toUse(before: string, after: string, own: OwnFacts): PhoneUse {
  const behind = AFTER_USE.exec(after)
  if (behind?.[1]) return 'mobile'
  if (behind?.[2]) return 'home'
  if (behind?.[3]) return 'office'
  if (behind?.[4]) return 'fax'
  if (SOMEBODY.test(before)) return 'somebody-else'
  if (mentionsOwnName(before, own)) return 'ours'
  let best: { use: PhoneUse; at: number } | undefined
  for (const [use, pattern] of WORDS) {
    for (const match of before.matchAll(pattern)) {
      const letter = match[0].length === 1
      if (letter && !/^[\s.:#)]*$/u.test(before.slice(match.index + 1))) continue
      // "Phone" and "number" say nothing against a word further away: "tracking number", "cell number".
      if (!best || (use !== 'plain' && match.index > best.at)) best = { use, at: match.index }
    }
  }
  // "house" far before a number is the building, "text" far before it still means texting.
  if (best && best.use === 'home' && before.length - best.at > 20) return 'plain'
  return best?.use ?? 'plain'
}
