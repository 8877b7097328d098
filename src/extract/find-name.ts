import { toNameCase } from '../lead/letter-case.ts'
import { isPlace } from '../lead/places.ts'
import { isEverydayWord } from './everyday-words.ts'
import { hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'
import type { Found, PersonName } from './found.ts'
import { MASK } from './mask.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'
import { looksLikeName, looksLikeSmallName, parsePersonName } from './person-name.ts'

const TITLED = 'after a title'

type Introduction = {
  readonly words: RegExp
  readonly confidence: 'sure' | 'likely' | 'weak'
  readonly origin: string
}

// From plain to vague; the first that is followed by a name wins.
const INTRODUCTIONS: readonly Introduction[] = [
  {
    words:
      /\b(?:my|his|her|the|customer|client|caller|their|customers|clients|callers)?\s?(?:full )?name(?:['’]?s| is| was|:)\s+/giu,
    confidence: 'sure',
    origin: 'after "name is"',
  },
  {
    words:
      /\b(?:this is|my name['’]?s|me llamo|mi nombre es|soy|(?:le |les )?habla|je m['’]appelle|mon nom est|je suis|ici)\s+/giu,
    confidence: 'likely',
    origin: 'after "this is"',
  },
  {
    words:
      /\b(?:named|name of|goes by|ask(?:ing)? for|attn:?|attention:?|lead (?:for|from|is)|leads? named|new (?:lead|customer|client)(?: is| for| from)?|cust(?:omer)?(?: is)?|client(?: is)?|caller(?: was| is)?|homeowner(?: is)?|spoke (?:with|to)|(?:ran|bumped) into|met(?: with)?|visited with|(?:lady|guy|man|woman|gentleman|person|owner|contact|tenant|renter)(?:['’]s name)? is|speaking with|talked (?:to|with)|on the phone with|off the phone with|heard from|call back|callback for|call from|message from|voicemail from|vm from|text from|email from|inquiry from|enter(?:ed)? (?:a )?lead for|put in|quote for|estimate for|bid for|contact(?: is| person)?|reach out to|follow up with|schedule|set up|(?:estimate|appointment|meeting|consult\w*|visit|walk-?through|call|quote|bid|site visit)s? with)[\s:,-]+/giu,
    confidence: 'likely',
    origin: 'after an introduction',
  },
  {
    words:
      /\b(?:mr|mrs|ms|miss|mister|missus|mme|coach|deacon|judge|officer|madame|monsieur|dr|pastor|rev|señora?|senora?|sra|doña)\b\.?\s+/giu,
    confidence: 'likely',
    origin: TITLED,
  },
  { words: /\b(?:it['’]?s|i['’]m|i am|im)\s+/giu, confidence: 'likely', origin: 'after "I am"' },
  { words: /\b(?:call(?:ed)?|for|from|contact|text)\s+/giu, confidence: 'weak', origin: 'from the text' },
]

const FILLERS =
  /^(?:(?:uh|um|er|a|an|the|lady|guy|man|woman|customer|client|new|homeowner|neighbor|gentleman|couple|named|called|mr|mrs|ms|miss|dr|mme|is|hey|hi|for|from|by|with)\b[\s.,:]*){0,4}/iu

/** Who a text says the customer is. `text` has numbers, mails and addresses masked. */
export function findName(given: string, own: OwnFacts): Found<PersonName> | undefined {
  const text = given.replace(/ \+ (?=\p{L})/gu, ' & ').replace(/\p{Extended_Pictographic}\ufe0f?/gu, ' ')
  const likely =
    findParted(text) ??
    findFamily(text, own) ??
    findIntroduced(text, own, ['sure', 'likely']) ??
    findHousehold(text) ??
    findByPlace(text, own) ??
    findSaying(text, own) ??
    findKnown(text, own) ??
    findKnownSmall(text, own)
  const fuller = likely && completeName(likely, text, own)
  if (fuller) return fuller
  const weak = likely?.value.last && likely.value.first ? undefined : findIntroduced(text, own, ['weak'])
  return weak?.value.last && weak.value.first ? weak : (likely ?? weak)
}

// "Ran into Coach Whitlow … Darren Whitlow, 662-555-0143": the same surname, this time with the given name.
function completeName(known: Found<PersonName>, text: string, own: OwnFacts): Found<PersonName> | undefined {
  const { first, last } = known.value
  if (first || !last) return undefined
  for (const match of text.matchAll(/(?<!\p{L})(\p{Lu}\p{Ll}{1,14}) (\p{Lu}[\p{L}'’-]{1,20})(?!\p{L})/gu)) {
    const [quote, given = '', family = ''] = match
    const value = family === last && !isEverydayWord(given) ? parsePersonName(quote) : undefined
    if (value?.first && !isOwnName(quote, own)) return { ...known, value, quote }
  }
  return undefined
}

// "first name is Bridget last name is Calloway"
function findParted(text: string): Found<PersonName> | undefined {
  const match =
    /\bfirst name(?: is|'s|:)?\s+(\p{L}[\p{L}'’-]+)[\s,.]+(?:and )?(?:(?:the|his|her) )?last name(?: is|'s|:)?\s+(\p{L}[\p{L}'’-]+)/iu.exec(
      text,
    )
  if (!match?.[1] || !match[2]) return undefined
  const value = { first: toNameCase(match[1]), last: toNameCase(match[2]) }
  return { value, confidence: 'sure', origin: 'after "first name" and "last name"', quote: match[0] }
}

// "estimate for the Abernathys"
function findFamily(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const match =
    /\b(?:for|call|(?:lead|message|inquiry|request) from) the (\p{Lu}\p{Ll}{2,20}s)(?=\s*(?:[,.;¦\n]|$))/u.exec(
      text,
    )
  const [quote, plural = ''] = match ?? []
  if (!quote || isEverydayWord(plural) || hasCompanyWord(plural) || isOwnName(plural, own)) return undefined
  const last = plural.replace(/(?<=s|x|z|ch|sh)es$|s$/u, '')
  return { value: { last }, confidence: 'weak', origin: 'from the text', quote: plural }
}

// A common given name and a surname, both with capitals, anywhere.
function findKnown(text: string, own: OwnFacts): Found<PersonName> | undefined {
  for (const match of text.matchAll(
    /(?<![\p{L}])(\p{Lu}\p{Ll}{1,14}) (\p{Lu}[\p{L}'’-]{1,20})(?![\p{L}])/gu,
  )) {
    const [quote, first = '', last = ''] = match
    if (!isFirstName(first) || isEverydayWord(last) || isOwnName(quote, own)) continue
    if (hasCompanyWord(text.slice(match.index, match.index + quote.length + 20))) continue
    const value = parsePersonName(quote)
    if (value) return { value, confidence: 'weak', origin: 'from the text', quote }
  }
  return undefined
}

// In small letters these are words as often as names.
const WORD_NAMES = new Set(
  'will mark may art rose bill grant dawn pat jack rich sue hope joy grace frank gene ray dale glen dean rob don drew guy jay june april summer autumn heather iris olive pearl ginger sandy brandy crystal amber robin wade miles chase hunter skip bud cliff clay basil reed rod max sterling carol jean jimmy van lane norm earl duke faith dick ward pierce sage lily daisy violet penny'.split(
    ' ',
  ),
)

// "estimate request hannah lindqvist ¦": a given name and a word that is none, closed by something that is no name.
function findKnownSmall(text: string, own: OwnFacts): Found<PersonName> | undefined {
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
function findHousehold(text: string): Found<PersonName> | undefined {
  const match = /(?<![\p{L}])(\p{L}[\p{L}'’-]{2,30})\s(?:residence|household|family)\b/iu.exec(text)
  if (!match?.[1] || isEverydayWord(match[1])) return undefined
  return {
    value: { last: toNameCase(match[1]) },
    confidence: 'likely',
    origin: 'from the text',
    quote: match[0],
  }
}

// "Mrs. Alvarez": the one word is the last name.
function parseSurname(name: string): PersonName | undefined {
  const last = parsePersonName(`Given ${name}`)?.last
  return last ? { last } : undefined
}

function findIntroduced(
  text: string,
  own: OwnFacts,
  wanted: readonly string[],
): Found<PersonName> | undefined {
  for (const { words, confidence, origin } of INTRODUCTIONS) {
    if (!wanted.includes(confidence)) continue
    for (const match of text.matchAll(words)) {
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 80)
      const name = takeName(
        after,
        origin.startsWith('after "I am') || confidence === 'weak',
        origin === TITLED,
      )
      if (!name || isOwnName(name, own) || hasCompanyWord(name)) continue
      const parsed = origin === TITLED && !name.includes(' ') ? parseSurname(name) : parsePersonName(name)
      if (parsed) return { value: parsed, confidence, origin, quote: `${match[0]}${name}`.trim() }
    }
  }
  return undefined
}

const WORD = /^[\s]{0,3}(\p{L}[\p{L}'’-]*\.?)(?=[\s,.;:!?)"”]|$|¦|-)/u
const JOINER = /^\s(?:&|\+|and|et)\s(?=\p{L})/u

/** The name that a text begins with: words that say nothing else. Small letters are accepted unless `capitalOnly`. */
export function takeName(text: string, capitalOnly = false, surname = false): string | undefined {
  const skipped = capitalOnly ? '' : (FILLERS.exec(text)?.[0] ?? '')
  let rest = text.slice(skipped.length).replace(/^["“'(]/u, '')
  const words: string[] = []
  let joined = false
  while (words.length < 5) {
    const joiner = words.length === 1 ? JOINER.exec(rest) : null
    if (joiner) {
      const following = WORD.exec(rest.slice(joiner[0].length))?.[1]
      if (!following || isEverydayWord(following) || joined) break
      words.push(joiner[0].trim())
      rest = rest.slice(joiner[0].length)
      joined = true
    }
    const match = WORD.exec(rest)
    const word = match?.[1]
    if (!match || !word || !fitsName(word, words, capitalOnly)) break
    words.push(word)
    rest = rest.slice(match[0].length)
    // A full stop ends the name unless it belongs to an initial or "St.".
    if (word.endsWith('.') && !/^(?:\p{L}|St|Mr|Mrs|Ms|Dr|Jr|Sr)\.$/iu.test(word)) break
  }
  while (words.length > 0 && /^(?:and|&|et|de|la|van|von)$/iu.test(words.at(-1) ?? '')) words.pop()
  const name = words.join(' ').replace(/\.$/u, (end) => (/\b\p{L}\.$/u.test(words.join(' ')) ? end : ''))
  if (name === '') return undefined
  const small = name === name.toLowerCase()
  if (small && words.length === 1 && !isFirstName(name) && !surname) return undefined
  if (small && words.length > 3 && !joined) return undefined
  return name
}

function fitsName(word: string, before: readonly string[], capitalOnly: boolean): boolean {
  const bare = word.replace(/\.$/u, '')
  const capital = /^\p{Lu}/u.test(word)
  if (/^(?:van|von|de|la|del|der|di|da|du|le|st|mc|o)$/iu.test(bare) && before.length > 0) return true
  if (isEverydayWord(bare) && !(isFirstName(bare) && capital && before.length === 0)) {
    // "Grant Price", "Robin Branch": surnames may be words when the name is written with capitals.
    return (
      capital &&
      before.length === 1 &&
      isFirstName(before[0] ?? '') &&
      bare.length > 3 &&
      /^(?:price|branch|field|hill|banks?|north|west|east|south|brown|green|gray|white|black|rice|moore?|wood|woods|park|parks|rose|marsh|stone|rivers?|lane|street|church|house|wall|hunt|love|long|short|best|cross|fields|brooks?|forest|ford|glass|grant|cook|may|page|day|young|wise|sharp|bush|pine|ash|hedges|frost|snow|winter|summers|king|manning|cherry|birch|mount|gates?|power|powers|line|link|light|frank)$/iu.test(
        bare,
      )
    )
  }
  const first = before.find((each) => /^\p{L}/u.test(each))
  if (first !== undefined && /^\p{Lu}/u.test(first) && !capital) return false
  // In small letters, where any word may follow, only a known given name begins a name.
  if (capitalOnly && !capital && before.length === 0 && !isFirstName(bare)) return false
  if (bare.length === 1 && !capital) return false
  return (
    /^\p{L}[\p{L}'’-]*$/u.test(bare) &&
    (bare.length > 1 || before.length > 0 || (capital && word.endsWith('.')))
  )
}

const OPENING =
  /^(?:\s*(?:\/lead|lead|leads|new lead|hot lead|new|add|pls|please|fyi|fwd|hey|hi|hello|ok|okay|so|customer|client|caller|callback|call back|call|called|cb|walk-?in|today|rush|urgent|estimate|est|quote|phone lead|web lead|nouveau client|nuevo cliente|team|guys|y['’]?all|inbound|referral|from|got a|a|vm|voicemail|name|contact)\b[\s:,.!–—>*#-]*)+/iu

// Where a name usually stands in a short note: first, or alone between separators.
function findByPlace(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const head = text.replace(OPENING, '').replace(/^[\s@*"“:,.>-]+/u, '')
  const flipped = /^(\p{Lu}[\p{L}'’-]+),\s(\p{Lu}[\p{L}'’-]+)\b(?=\s*(?:¦|\p{Lu}\.|[-–/,;(\n]|$))/u.exec(head)
  if (
    flipped?.[1] &&
    flipped[2] &&
    !isEverydayWord(flipped[1]) &&
    !isEverydayWord(flipped[2]) &&
    (isFlipped(flipped[1], flipped[2]) ||
      (!isFirstName(flipped[1]) && !isPlace(flipped[2]) && /^\s*[;|¦]/u.test(head.slice(flipped[0].length))))
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
    const whole = nameOfChunk(chunk, at, filled)
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
  String.raw`${MASK}+|[,;|\n•()"“”/]|\s[-–—]+\s|(?<=\p{L}{3})[.!?]+(?=\s|$)|:\s`,
  'u',
)

const isFlipped = (last: string, first: string): boolean =>
  isFirstName(first)
    ? !isFirstName(last) || last === last.toUpperCase()
    : last === last.toUpperCase() && first === first.toUpperCase()

function nameOfChunk(chunk: string, at: number, chunks: readonly string[]): string | undefined {
  const person = chunk
    .replace(/\s(?:at|from|with|of|over at|w\/)\s.*$/iu, '')
    .replace(
      /\s(?:here|called|calls|calling|wants|needs|is|has|says|said|would|again|in|on|just|left|emailed|texted|stopped|lives|owns|asking|looking|requests?|requesting|interested)\b.*$/iu,
      '',
    )
  const words = person.split(/\s+/u).filter(Boolean)
  const joined = at + 1 < chunks.length ? `${person} ${chunks[at + 1] ?? ''}` : ''
  if (words.length === 1 && looksLikeName(person)) {
    // First and last in two cells.
    const next = chunks[at + 1] ?? ''
    if (isFirstName(person) && /^\p{Lu}\p{L}+$/u.test(next) && !isEverydayWord(next) && looksLikeName(joined))
      return joined
    return at === 0 || isFirstName(person) ? person : undefined
  }
  if (looksLikeName(person)) return person
  if (person !== person.toLowerCase()) {
    const leading = at === 0 ? takeName(person, true) : undefined
    return leading?.includes(' ') && isFirstName(leading.split(' ')[0] ?? '') ? leading : undefined
  }
  if (looksLikeSmallName(words)) return person
  const noWords = words.every((word) => /^\p{L}[\p{L}'’-]+$/u.test(word) && !isEverydayWord(word))
  if (at === 0 && noWords && words.length === 2) return person
  const taken = at === 0 ? takeName(person) : undefined
  return taken && isFirstName(taken.split(' ')[0] ?? '') ? taken : undefined
}

// "Sunil Achari here at …", "Dorothy Klemm called", "hi Jane Doe wants".
function findSaying(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const saying =
    /((?:\p{Lu}[\p{L}'’-]+\.?\s){1,3})(?:here\b|called\b|calling\b|wants\b|needs\b|is (?:looking|asking|interested)|would like|just called|stopped|emailed|texted|lives\b|has\b|at ¦)/gu
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
