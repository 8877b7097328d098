import { isPlace } from '../lead/places.ts'
import { isEverydayWord } from './everyday-words.ts'
import { hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'
import type { Found, PersonName } from './found.ts'
import {
  findBesideNumber,
  findByPlace,
  findFlipped,
  findGivenOfCompany,
  findLeading,
  findSaying,
  findSigned,
} from './name-by-place.ts'
import {
  completeName,
  findFamily,
  findHousehold,
  findKnown,
  findKnownSmall,
  findParted,
  findSurname,
} from './name-known.ts'
import { findWritten, tellsOfSomebody } from './name-passed-on.ts'
import { findRelated } from './name-related.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'
import { isInitials, parsePersonName, parseSaidName } from './person-name.ts'
import { takeName } from './take-name.ts'

const TITLED = 'after a title'
// What is seen is a tree as often as a person.
const SEEN = 'after "saw"'

type Introduction = {
  readonly words: RegExp
  readonly confidence: 'sure' | 'likely' | 'weak'
  readonly origin: string
}

// From plain to vague; the first that is followed by a name wins.
const INTRODUCTIONS: readonly Introduction[] = [
  {
    words:
      /\b(?:my|his|her|the|customer|client|caller|their|customers|clients|callers)?\s?(?:full )?name(?:['’]?s| is| was|:)\s+|\b(?:customer|client|caller|cust|contact) name (?=\p{L})/giu,
    confidence: 'sure',
    origin: 'after "name is"',
  },
  {
    words:
      /\b(?:this is|my name['’]?s|my name(?=\s\p{Lu})|(?:me llamo|se llama|llam[óo]|habl[éeóo] con|de parte de|mi nombre es|soy|(?:le |les )?habla)(?: (?:el|la)? ?(?:señora?|senora?|sra?\.?|don|doña))?|je m['’]appelle|s['’]appelle|mon nom est|je suis|ici|appel de)[\s:]+/giu,
    confidence: 'likely',
    origin: 'after "this is"',
  },
  {
    words:
      /\b(?:named|name of|(?:homeowner|customer|client|caller|owner|lady|guy|real)(?:['’]?s)? name|goes by|c\/o|care of|calls (?:him|her)self|ask(?:ing)? for|attn:?|attention:?|lead (?:for|from|is)|leads? named|new (?:lead|customer|client)(?: is| for| from)?|cust(?:omer)?(?: is)?|client(?: is)?|caller(?: was| is)?|homeowner(?: is)?|(?:spoke|talked|spoken|chatted|met) w\/?|spoke (?:with|to)|talked 2|(?:call|message|msg|voicemail|vm|text|txt|email|note|word|request|referral) (?:from|frm|fr|fm)|(?:cb|c\/b)(?= \p{L}{2,} \p{L}{2,} (?:re|abt|about|for|at|@)\b)|(?:ck|check|touch base|follow up|fu|f\/u) w\/|(?:ck|check|touch base) with|(?:confirmed|booked|scheduled|appt|appointment|meeting|estimate|visit) w\/?|spells it|(?:ran|bumped) into|met(?: with)?|visited with|(?:lady|guy|man|woman|gentleman|person|owner|contact|tenant|renter)(?:['’]s name)? is|speaking with|(?:talk|speak|reply|respond|write|get back|reach out) (?:back )?(?:to|with)|talked (?:to|with)|on the phone with|off the phone with|heard from|call back|callback for|call from|message from|voicemail from|vm from|text from|email from|inquiry from|enter(?:ed)? (?:a )?lead for|put in|quote for|est\.? for|estimate for|bid for|contact(?: is| person)?|reach out to|follow up with|schedule|set up|(?:estimate|appointment|meeting|consult\w*|visit|walk-?through|call|quote|bid|site visit)s? with)[\s:,-]+/giu,
    confidence: 'likely',
    origin: 'after an introduction',
  },
  {
    words:
      /\b(?:get|put|add|book|squeeze|fit|treasurer|president|secretary|super|superintendent|owner|manager|principal|administrator|director|chair(?:man|woman|person)?|board member|landlord|homeowner|executor|mgr|property (?:manager|mgr)|pm|gm|trustee)(?: is| =)?[\s:,]+(?=\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}|,? ¦))/gu,
    confidence: 'likely',
    origin: 'after an office',
  },
  {
    words:
      /\b(?:mr|mrs|ms|miss|mister|missus|mme|coach|deacon|judge|officer|madame|monsieur|dr|pastor|rev|señora?|senora?|sra|doña)\b\.?\s+/giu,
    confidence: 'likely',
    origin: TITLED,
  },
  {
    words:
      /\b(?:my|our|\p{L}{2,}['’]s) (?:\p{Ll}+ ){0,2}?(?:neighbou?r|friend|buddy|pal|mechanic|barber|boss|co-?worker|teacher|dentist|cousin|uncle|aunt|(?:brother|sister|father|mother|son|daughter)[- ]in[- ]law|landlord|landlady),? (?=\p{Lu}\p{Ll})/gu,
    confidence: 'likely',
    origin: 'after "my neighbor"',
  },
  {
    words:
      /(?<!\b(?:pole|chain|hand|the|a|my|his|our|stihl|husky) ?)\b(?:saw|seen|caught|stopped by|dropped by)\s+/giu,
    confidence: 'likely',
    origin: SEEN,
  },
  { words: /\b(?:it['’]?s|i['’]m|i am|im)\s+/giu, confidence: 'likely', origin: 'after "I am"' },
  {
    words: /\b(?:call(?:ed)?|for|from|contact|text|e-?mail|reach|ring)\s+/giu,
    confidence: 'weak',
    origin: 'from the text',
  },
]

// "last name is", "the tenant contact is", "his wife's name is": what follows names a part or somebody else.
const OTHER =
  /\b(?:last|sur|first|given|company|business|street|road|dog|user|tenant|renter|site|on-?site|gate|emergency|backup|alternate|alt|second(?:ary)?|billing|care ?taker|housekeeper|nanny|chef|assistant|secretary|neighbou?r|crew|foreman|estimator|referred by|(?:wife|husband|son|daughter|mother|mom|father|dad|brother|sister|partner|friend|boss)(?:['’]?s)?)(?:['’]?s)?[\s-]*(?:contact|person)?(?:['’]s)?[\s,:]*$/iu

/** Who a text says the customer is. `text` has numbers, mails and addresses masked. */
export function findName(given: string, own: OwnFacts): Found<PersonName> | undefined {
  const passedOn = FROM_US.exec(given)?.[0]
  const named = passedOn ? findName(given.slice(passedOn.length), own) : undefined
  if (named) return named
  const text = joinInitials(
    given
      .replace(FORGOTTEN, '')
      .replace(ASIDE, '')
      .replace(NICKNAME, '')
      .replace(/\.{3,}|…/gu, ', ')
      .replace(TITLE_DOT, '$1')
      .replace(/ \+ (?=\p{L})/gu, ' & ')
      .replace(FRENCH.test(given) ? MONSIEUR : NEVER, 'Mr ')
      .replace(REFERRER, '')
      .replace(KIN_OF, '')
      .replace(IS_SOMEBODY, '$1 is ')
      .replace(COUPLE, (whole, one: string, two: string) =>
        isFirstName(one) && isFirstName(two) ? `${one} & ${two}` : whole,
      )
      .replace(/\p{Extended_Pictographic}\ufe0f?/gu, ' '),
  )
  const likely =
    findAnnounced(text, own) ??
    findRelated(text, own) ??
    findParted(text) ??
    findFamily(text, own) ??
    findLeading(text, own) ??
    findFlipped(text, own) ??
    findIntroduced(text, own, ['sure', 'likely']) ??
    findHousehold(text) ??
    findByPlace(text, own) ??
    findSaying(text, own) ??
    findSigned(text, own) ??
    findBesideNumber(text, own) ??
    findKnown(text, own) ??
    findKnownSmall(text, own) ??
    // Who is introduced as somebody besides the customer counts where nobody else is.
    findIntroduced(text, own, ['sure', 'likely'], true)
  const whole = likely && tellsOfSomebody(likely, text) ? findWritten(text, likely, own) : undefined
  if (whole) return whole
  // "her name is Lou Ann, but he's handling it": who stands beside the number is whom to call.
  const called = likely && OF_ANOTHER.test(likely.quote ?? '') ? findWritten(text, likely, own) : undefined
  if (called) return called
  const fuller = likely && completeName(likely, text, own)
  if (fuller) return fuller
  const ofCompany = likely ? undefined : findGivenOfCompany(text, own)
  if (ofCompany) return ofCompany
  const weak = likely?.value.last && likely.value.first ? undefined : findIntroduced(text, own, ['weak'])
  return weak?.value.last && weak.value.first ? weak : (likely ?? weak ?? findSurname(text))
}

const OF_ANOTHER = /^(?:her|his|their) (?:full )?name/iu

// "from bob: new account …": who passes something on is one of us.
const FROM_US = /^\s*(?:fwd?:? )?(?:(?:txt|text|msg|note) )?(?:from|frm|fr|per|via) \p{L}{2,12}\s?:\s/iu

const LEAD_AHEAD =
  /(?<=.)\b(?:leads?|referral|new customer)(?: for (?:you|us|me|ya|y['’]?all|the (?:office|board)|\p{L}{2,12}(?=:)))?\s?[:–-]\s/isu

// "dana here - took a call for eric: …": who writes is one of us when a whole name follows.
const HERE = /(?<=^\s*\p{L}{2,12} )here\s?[-–—:,]\s/iu

// "Hi its Marisol at the front desk. sending you a lead: neighbor of mine, Abe Lowenstein"
function findAnnounced(text: string, own: OwnFacts): Found<PersonName> | undefined {
  const marker = LEAD_AHEAD.exec(text.slice(0, 4000)) ?? HERE.exec(text.slice(0, 80))
  if (!marker || marker.index < 3) return undefined
  const tail = text.slice(marker.index + marker[0].length)
  const found = findLeading(tail, own) ?? findByPlace(tail, own) ?? findKnownSmall(tail, own)
  return found?.value.first && found.value.last ? found : undefined
}

const PAIR =
  /(?<![\p{L}\p{N}.'’])(?!(?:[ap]\.\s?m|e\.\s?g|i\.\s?e|p\.\s?o|u\.\s?s|[ns]\.\s?[ew])\b)(\p{L})\.\s?(\p{L})\.?(?=\s\p{L}[\p{L}'’-]{2})/giu

// "j. t. mabry" → "J.T. mabry": one word for all rules.
const joinInitials = (text: string): string =>
  text.replace(PAIR, (_, one: string, two: string) => `${one}.${two}.`.toUpperCase())

// "marcelo something": who forgot a surname says so.
const ASIDE =
  /\s?\((?:sp|pronounced|spelled|spelt|like|rhymes|no relation|ret|retired|aka|he|she|they|him|her|mr|mrs|ms|m|f)\b[^()\n]{0,60}\)|\s\(\p{L}{1,8}(?:-\p{L}{1,8}){1,4}\)(?=\s\p{L})/giu
// `Ignatius "Iggy" Brennan`
const NICKNAME = /(?<=\p{Lu}\p{Ll}{1,15} )["“‘'(]\p{Lu}\p{Ll}{1,11}["”’')] (?=\p{Lu}\p{Ll})/gu
const TITLE_DOT = /(?<!\p{L})(lt|col|maj|gen|sgt|capt|cmdr|cpl|rev|prof|fr|hon)\.(?=\s\p{L})/giu

// "M. Bastien Roy"
const FRENCH =
  /(?<!\p{L})(?:veut|appel[ée]?|réception|soumission|demande|cellulaire|bonjour|arbres?|[ée]rables?|haies?|abattre|[ée]laguer|tailler|permis|au [\d¦])(?!\p{L})/iu
const MONSIEUR = /(?<!\p{L})M\.?\s(?=\p{Lu}\p{Ll})/gu
const NEVER = /(?!)/u

// "Janelle with Palmetto Title recommended us to a buyer, Cooper Wynn"
const REFERRER =
  /^[^.;\n¦]{0,80}\b(?:recommended (?:us|our \p{L}+)|referred (?:us|our \p{L}+)|gave our (?:name|number|card)) to (?=\p{L})/iu

// "Tina P's neighbor wants in. Jackson Lloyd …"
const KIN_OF =
  /(?<!\p{L})\p{Lu}\p{Ll}+(?: \p{Lu}\p{L}*\.?)?['’]s (?=(?:\p{Ll}+ ){0,2}?(?:neighbou?r|friend|buddy|brother|sister|mother|mom|father|dad|son|daughter|cousin|boss|co-?worker|landlord|tenant|aunt|uncle|wife|husband)\b(?!,? (?:is |named )?\(?\p{Lu}))/gu

// "Owner's Priya Nambiar"
const IS_SOMEBODY =
  /\b((?:home|property )?(?:owner|contact|customer|client|caller|manager|name))['’]s (?=\p{Lu}\p{Ll}+ \p{Lu})/giu

// "Dave n Laurie Hench"
const COUPLE = /(?<!\p{L})(\p{L}{2,14}) n['’]? (\p{L}{2,14})(?= \p{L})/giu

const FORGOTTEN =
  /(?<=\p{L}{3}) (?:something|whatever|somebody)(?:[- ]or[- ]other)?(?=\s*(?:[,.;¦\n()–-]|$))/giu

// "Mrs. Alvarez", "Mrs. Van Der Zanden (Trudy)": what follows a title is the last name.
function parseTitled(name: string, after: string): PersonName | undefined {
  const last = parsePersonName(`Given ${name}`)?.last
  const given = /^\s\((\p{Lu}\p{Ll}+)\)/u.exec(after.slice(after.indexOf(name) + name.length))?.[1]
  if (!last) return undefined
  return given && isFirstName(given) ? { first: given, last } : { last }
}

// "cust Ahn, Sung-min // ¦"
function takeFlipped(after: string, last: string, own: OwnFacts): PersonName | undefined {
  if (last.includes(' ') || isFirstName(last) || !after.startsWith(`${last}, `)) return undefined
  const first = /^(\p{Lu}[\p{L}'’-]+)\s*(?:\/\/|[¦;|/])/u.exec(after.slice(last.length + 2))?.[1]
  if (!first || isEverydayWord(first) || isPlace(first) || isOwnName(`${first} ${last}`, own))
    return undefined
  return parsePersonName(`${last}, ${first}`)
}

// "cust name Strickland, don't have a first"
const NO_FIRST =
  /\b(?:no|(?:do|did|does|would)n['’]?t (?:have|get|catch|leave|give|know)(?: me| us)?|without|need(?:s)?|missing)(?: a| the| his| her| their)? first(?: name)?(?=\s*(?:[.,;)\n]|$))/iu

// "wants a bid for buckthorn goats"
const isSmallUnknown = (name: string): boolean =>
  name === name.toLowerCase() &&
  !isFirstName(name.split(' ')[0] ?? '') &&
  !isInitials(name.split(' ')[0] ?? '')

const isFor = (words: string): boolean => /(?<!\bask(?:ing)? )\bfor\s$/iu.test(words)

// "Mr Abernathy's neighbor Gail", "Dr. Feeney's office": the customer is somebody else.
const OF_SOMEBODY =
  /^['’]s? (?:\p{L}+ ){0,2}?(?:neighbou?r|friend|buddy|office|brother|sister|mother|mom|father|dad|son|daughter|cousin|boss|co-?worker|landlord|tenant)\b/iu

// "this is Mrs. Teague"
const TITLE_AHEAD = /^(?:uh |um |a |the )*(?:mr|mrs|ms|miss|mister|missus|mme|dr)\b\.?\s/iu

// "new client Fernhollow Townhomes HOA"
function goesOnAsCompany(after: string, name: string): boolean {
  const next = /^ (\p{Lu}[\p{L}&]*)/u.exec(after.slice(after.indexOf(name) + name.length))?.[1]
  return next !== undefined && hasCompanyWord(next)
}

function findIntroduced(
  text: string,
  own: OwnFacts,
  wanted: readonly string[],
  others = false,
): Found<PersonName> | undefined {
  for (const { words, confidence, origin } of INTRODUCTIONS) {
    if (!wanted.includes(confidence)) continue
    for (const match of text.matchAll(words)) {
      const before = text.slice(Math.max(0, match.index - 24), match.index)
      if (/\b(?:last|sur|first|given|company|business|street|road)\s*$/iu.test(before)) continue
      const isOther = /^(?:tenant|renter)/iu.test(match[0]) || OTHER.test(before)
      if (isOther !== others) continue
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 80)
      const name = takeName(
        after,
        origin.startsWith('after "I am') || origin === SEEN || confidence === 'weak',
        origin === TITLED,
      )
      if (/^referral/iu.test(match[0])) continue
      if (name && origin === SEEN && /^['’]s/u.test(after.slice(after.indexOf(name) + name.length))) continue
      const flipped = name && takeFlipped(after, name, own)
      if (flipped) return { value: flipped, confidence, origin, quote: `${match[0]}${after.slice(0, 40)}` }
      if (name && isFor(match[0]) && isSmallUnknown(name)) continue
      if (name && OF_SOMEBODY.test(after.slice(after.indexOf(name) + name.length))) continue
      if (!name || isOwnName(name, own) || hasCompanyWord(name) || goesOnAsCompany(after, name)) continue
      const isSurname = !name.includes(' ') || /^(?:van|von|de|della?|di|du|la|le|st)\b/iu.test(name)
      const isTitled = origin === TITLED || (TITLE_AHEAD.test(after) && !isFirstName(name))
      const value =
        (isTitled || NO_FIRST.test(text)) && isSurname
          ? parseTitled(name, after)
          : (isFor(match[0]) ? parseSaidName : parsePersonName)(name)
      if (!value) continue
      const found: Found<PersonName> = { value, confidence, origin, quote: `${match[0]}${name}`.trim() }
      return found
    }
  }
  return undefined
}
