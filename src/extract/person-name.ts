import { splitName } from '../lead/contact.ts'
import { toNameCase } from '../lead/letter-case.ts'
import { isEverydayWord } from './everyday-words.ts'
import { hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'
import type { PersonName } from './found.ts'

const TITLE =
  /^(?:mr|mrs|ms|miss|mister|missus|mx|mme|mlle|dr|prof|fr|rev|reverend|pastor|coach|deacon|judge|officer|sheriff|deputy|trooper|detective|ranger|mayor|chief|capt|lt|1st lt|2nd lt|ltjg|lcdr|ssgt|tsgt|msgt|smsgt|cmsgt|sfc|1sgt|spc|pfc|amn|adm|cwo\d?|col|maj|gen|cmdr|cpl|pvt|sgt|hon|sir|sister|brother|father|sor|padre|imam|rabbi|captain|professor|doña|sra?|señora?|monsieur|madame|the)\.?\s+(?=\S)/iu
// With these a single word is the surname: "Mrs. Alvarez".
const COURTESY =
  /^(?:mr|mrs|ms|miss|mister|missus|mx|mme|dr|pastor|rev|reverend|coach|deacon|judge|officer|sheriff|deputy|trooper|detective|ranger|mayor|chief)\b/iu
// With these it may be a given name as well: "Coach Dave".
const FAMILIAR =
  /^(?:miss|dr|pastor|rev|reverend|coach|deacon|judge|officer|sheriff|deputy|trooper|detective|ranger|mayor|chief)\b/iu
const CREDENTIALS =
  /[,\s]+(?:ing|p\.?\s?eng|eng|cpa|cpm|cmca|ams|pcam|ph\.?d|m\.?d|d\.?d\.?s|dvm|esq|r\.?n|pe|aia|asla|leed ap|mba|realtor|gri|crs|broker|owner|notaire|arch)\.?$/iu
const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'la',
  'del',
  'di',
  'da',
  'dos',
  'du',
  'le',
  'el',
  'al',
  'bin',
  'ter',
  'ten',
  'st',
  'y',
  'e',
  'da',
  'das',
  'ben',
  'ibn',
  'mac',
])
const SECOND_GIVEN = new Set(
  'luis carlos maria maría jose josé antonio manuel angel ángel fernando eduardo alberto miguel pablo ignacio elena isabel luisa guadalupe teresa fernanda alejandro alejandra ann anne marie lynn lee jo jean beth paul john mae sue lou'.split(
    ' ',
  ),
)
const IBERIAN =
  /(?:ez|iz|es|ño|ña|illo|illa|ero|era|ado|ales|ado|ón|rri|ña|ría|uez|^(?:cruz|vega|luna|reyes|santos|ramos|torres|flores|campos|rivas|rojas|salas|silva|mora|leal|cant[úu]|garza|soto|castro|franco|vargas|mej[ií]a|ortega|molina|medina|acosta|estrada|guerra|garc[ií]a|aguilar|ju[áa]rez|d[ií]az|solis|sol[ií]s|ayala|nava|lara|le[óo]n))$/iu

/** Parts a name that stands by itself: a display name, a form's field, a line of a signature. */
export function parsePersonName(
  text: string,
  order: 'usual' | 'last-first' = 'usual',
): PersonName | undefined {
  const bare = stripAround(text)
  if (bare === '' || bare.length > 60 || /[@\d]/u.test(bare)) return undefined
  const comma = /^([^,]{1,40}),\s*([^,]{1,40})$/u.exec(bare)
  if (comma?.[1] && comma[2] && isFollowedByOffice(comma[1], comma[2])) return parsePersonName(comma[1])
  if (comma?.[1] && comma[2] && !/^(?:jr|sr|ii|iii|iv)\.?$/iu.test(comma[2])) {
    return named(stripTitle(comma[2]), comma[1])
  }
  const words = bare.replace(/,/gu, ' ').split(/\s+/u)
  const couple = partCouple(bare)
  if (couple) return couple
  const [given = '', family = ''] = [words[0], words.at(-1)]
  // "DUPONT Jean": capitals mark the last name.
  const [capital = '', ...others] = words
  const isMarked =
    words.length <= 3 &&
    /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(capital) &&
    others.length > 0 &&
    others.every((word) => /^\p{Lu}\p{Ll}/u.test(word)) &&
    !isFirstName(capital)
  if (isMarked) return named(others.join(' '), capital)
  // Not every phone company turns its callers' names around.
  const isTurned = order === 'last-first' && !(isFirstName(given) && !isFirstName(family))
  if (isTurned && words.length >= 2) {
    const [last = '', ...first] = words
    return named(first.filter((word, index) => index === 0 || word.length > 2).join(' '), last)
  }
  const [first = '', second = ''] = words
  if (
    words.length === 4 &&
    words.every((word) => word.length > 2) &&
    SECOND_GIVEN.has(second.toLowerCase())
  ) {
    return named(`${first} ${second}`, words.slice(2).join(' '))
  }
  if (
    words.length === 3 &&
    !SECOND_GIVEN.has(second.toLowerCase()) &&
    IBERIAN.test(second) &&
    IBERIAN.test(words[2] ?? '')
  ) {
    return named(first, words.slice(1).join(' '))
  }
  const titled = COURTESY.test(text.trim()) && words.length === 1
  if (titled && !(FAMILIAR.test(text.trim()) && isFirstName(first))) return named('', first)
  const parts = splitName(words.join(' '))
  return named(parts.firstName ?? '', parts.lastName ?? '')
}

// "Horst Beckmann, Facilities": a given name with another word stands before the comma, and none behind it.
function isFollowedByOffice(before: string, behind: string): boolean {
  const [given = '', ...more] = before.trim().split(/\s+/u)
  const [word = ''] = behind.trim().split(/\s+/u)
  const isOffice = isFirstName(given) || isEverydayWord(word.toLowerCase()) || hasCompanyWord(behind)
  return more.length > 0 && isOffice && !isFirstName(word)
}

/** "Bob & Carol Smith", "Wei and Linda Zhou", "Bob Smith & Carol Jones" → the first of two different surnames. */
function partCouple(text: string): PersonName | undefined {
  const couple =
    /^(\p{L}[\p{L}'’.-]*)(\s*[&+/]\s*|\s+(?:and|et|y)\s+)(\p{L}[\p{L}'’.-]*)(?:\s+(.+))?$/iu.exec(text)
  if (couple?.[1] && couple[2] && couple[3]) {
    return named(
      `${couple[1]} ${couple[2].trim().length > 1 ? couple[2].trim() : '&'} ${couple[3]}`,
      couple[4] ?? '',
    )
  }
  const two = /^(\p{L}[\p{L}'’.-]*\s+\p{L}[\p{L}'’-]*)\s+(?:&|\+|and|et|y)\s+\p{L}.*$/iu.exec(text)
  return two?.[1] ? parsePersonName(two[1]) : undefined
}

// Pairs of letters that people go by; others are as often a state, a title or shorthand.
const CALLED_BY = new Set(
  'aj bj cj dj jj kj lj mj oj pj rj tj wj jb jc jd jk jl jp jt jw kc kd cb cw dw rw tw wc'.split(' '),
)

/** "J.T.", "tj": initials that stand for a given name. */
export const isInitials = (word: string): boolean =>
  /^(?:\p{L}\.){2,3}$/u.test(word) || CALLED_BY.has(word.toLowerCase())

function named(givenFirst: string, givenLast: string): PersonName | undefined {
  const [first, last] = [givenFirst, givenLast].map((name) => name.trim().replace(/['’]s?$/u, '')) as [
    string,
    string,
  ]
  const firstName = isInitials(first.trim()) ? first.trim().toUpperCase() : toNameCase(first.trim())
  const lastName = toNameCase(last.trim())
  if (firstName === '' && lastName === '') return undefined
  return { ...(firstName !== '' && { first: firstName }), ...(lastName !== '' && { last: lastName }) }
}

function stripTitle(text: string): string {
  let bare = text.trim()
  for (let round = 0; round < 3; round += 1) bare = bare.replace(TITLE, '')
  return bare
}

function stripAround(text: string): string {
  const plain = text
    .replace(/\([^)]{0,80}\)/gu, ' ')
    .replace(/["“”][^"“”]{1,20}["“”]/gu, (quoted) =>
      text.trim().startsWith(quoted) ? quoted.slice(1, -1) : ' ',
    )
    .replace(/["“”]/gu, ' ')
    .replace(/^[\s*_:;,.–—-]+|[\s*_:;,–—-]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  let bare = stripTitle(plain)
  for (let round = 0; round < 2; round += 1) bare = bare.replace(CREDENTIALS, '')
  return /\p{L}{2}\.$/u.test(bare) && !/\b(?:jr|sr)\.$/iu.test(bare) ? bare.slice(0, -1) : bare
}

const NAME_WORD = /^\p{L}[\p{L}'’.-]*$/u

/** A name read out of running text: a single word that nobody is called by is a surname, "quote for Kiely". */
export function parseSaidName(text: string): PersonName | undefined {
  const value = parsePersonName(text)
  const only = value?.first
  if (only === undefined || value?.last !== undefined) return value
  const isSurname = /^\p{Lu}[\p{L}'’-]{2,}$/u.test(only) && !isFirstName(only) && !isInitials(only)
  return isSurname && text.trim() !== text.trim().toLowerCase() ? { last: only } : value
}

/** Whether words written with capitals look like a person's name and like nothing else. */
export function looksLikeName(text: string): boolean {
  const bare = stripAround(text)
  const words = bare.split(/[\s,]+/u).filter(Boolean)
  if (words.length === 0 || words.length > 5 || bare.length > 50) return false
  let capitals = 0
  for (const word of words) {
    if (/^(?:&|\+|and|et)$/iu.test(word)) continue
    if (!NAME_WORD.test(word)) return false
    const lower = word.toLowerCase().replace(/\./gu, '')
    if (PARTICLES.has(lower)) continue
    if (isEverydayWord(lower) && !(isFirstName(lower) && words.length > 1)) return false
    if (!/^(?:\p{Lu}|[dl]['’]\p{Lu})/u.test(word)) return false
    capitals += 1
  }
  return capitals > 0
}

/** Whether words in small letters are likely a name: a known given name, then one or two that say nothing else. */
export function looksLikeSmallName(words: readonly string[]): boolean {
  const [first = '', ...rest] = words
  if (words.length === 1 && isEverydayWord(first)) return false
  if (
    words.length === 0 ||
    words.filter((word) => word !== '&').length > 3 ||
    !(isFirstName(first) || (isInitials(first) && rest.length === 1))
  )
    return false
  return rest.every(
    (word, at) =>
      (word === '&' && at === 0 && rest.length > 1) ||
      (rest.length === 1 && /^[b-vx-z]\.?$/u.test(word)) ||
      (/^\p{L}[\p{L}'’-]+$/u.test(word) && !isEverydayWord(word)),
  )
}
