import { STRONG_SUFFIXES, WEAK_SUFFIXES } from '../lead/street-words.ts'
import { CORRECTING } from './corrections.ts'
import { isEverydayWord } from './everyday-words.ts'

const DIGITS: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
}
const TEENS: Readonly<Record<string, string>> = {
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
}
const TENS: Readonly<Record<string, string>> = {
  twenty: '2',
  thirty: '3',
  forty: '4',
  fourty: '4',
  fifty: '5',
  sixty: '6',
  seventy: '7',
  eighty: '8',
  ninety: '9',
}
const WORD = /[\p{L}\d]+(?:['’.]\p{L}+)*/gu
const NUMBER_WORD =
  /^(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|double|triple)$/u
const ANY_NUMBER_WORD =
  /\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{2,5}teen|\p{L}{3,4}ty|hundred|thousand)\b/iu
const STREET_AHEAD = new RegExp(
  String.raw`^\s+(?:(?:[nsew]|north|south|east|west)\s+)?(?:[\p{L}'’]+\s+){1,4}?(?:${[...STRONG_SUFFIXES, ...WEAK_SUFFIXES].join('|')})(?![\p{L}])`,
  'iu',
)

// A phone number in single words has eleven, with "double" and "and" a few more.
const LONGEST_RUN = 20

type Word = { readonly text: string; readonly start: number; readonly end: number }

/** Turns numbers that were spoken into digits where they are a phone, a ZIP code or a house number; all other words stay. */
export function writeSpokenNumbers(text: string): string {
  if (!ANY_NUMBER_WORD.test(text)) return joinDigits(text)
  let result = ''
  let copied = 0
  const words = [...text.matchAll(WORD)].map((match) => toWord(match))
  for (let at = 0; at < words.length; at += 1) {
    const run = takeRun(text, words, at)
    if (run.length === 0) continue
    const first = run[0]
    const last = run.at(-1)
    if (!first || !last) continue
    const digits = toDigits(run.map((word) => word.text.toLowerCase()))
    const written =
      digits === undefined
        ? undefined
        : /\b(?:extension|ext\.?) $/iu.test(text.slice(0, first.start).slice(-12)) && digits.length < 6
          ? digits
          : isNumberOf(result + text.slice(copied, first.start), digits) ||
              isOnNamedStreet(text, first.start, last.end)
            ? digits
            : format(digits, run, text.slice(last.end, last.end + 60))
    const phone = written === undefined ? takePhone(run) : undefined
    at += (phone?.length ?? run.length) - 1
    const value = written ?? phone?.written
    if (value === undefined) continue
    result += text.slice(copied, first.start) + value
    copied = phone?.end ?? last.end
  }
  return joinDigits(result + text.slice(copied))
}

// "4 1 9 5 5 5 0 1 2 2"
const joinDigits = (text: string): string =>
  text.replace(/(?<![\d.,-])(?<!\d )\d(?:[\s,.-]{1,2}\d){9}(?![\s,-]?\d)/gu, (digits) =>
    toPhone(digits.replace(/\D/gu, '')),
  )

const toPhone = (ten: string): string => `${ten.slice(0, 3)}-${ten.slice(3, 6)}-${ten.slice(6)}`

// "… oh one seven two, twelve forty Salmon Street": a phone number and, without a pause, what comes next.
function takePhone(run: readonly Word[]): { length: number; end: number; written: string } | undefined {
  for (let length = run.length - 1; length >= 4; length -= 1) {
    const end = run[length - 1]?.end
    const digits = compose(
      run.slice(0, length).map((word) => word.text.toLowerCase()),
      0,
    )
    if (digits !== undefined && end !== undefined && /^[2-9]\d\d[2-9]\d{6}$/u.test(digits))
      return { length, end, written: toPhone(digits) }
  }
  return undefined
}

const toWord = (match: RegExpExecArray): Word => ({
  text: match[0],
  start: match.index,
  end: match.index + match[0].length,
})

function takeRun(text: string, words: readonly Word[], at: number): readonly Word[] {
  const run: Word[] = []
  let spoken = 0
  for (let index = at; index < Math.min(words.length, at + LONGEST_RUN); index += 1) {
    const word = words[index]
    if (!word) break
    const lower = word.text.toLowerCase()
    const isSpoken = NUMBER_WORD.test(lower)
    if (!isSpoken && !/^\d{1,4}$/u.test(lower)) break
    // "the main one 7400 Wedgwood Rd"
    if (run.length === 1 && spoken === 1 && /^\d{3,4}$/u.test(lower)) break
    if (index > at && /^\d{3}[-. ]\d{3}[-. ]\d{4}(?!\d)/u.test(text.slice(word.start, word.start + 13))) break
    const gap = index === at ? '' : text.slice(words[index - 1]?.end, word.start)
    if (index > at && !/^(?:[\s,.-]{1,3}| and )$/u.test(gap)) break
    if (isSpoken) spoken += 1
    run.push(word)
  }
  return (spoken > 0 && NUMBER_WORD.test(run[0]?.text.toLowerCase() ?? '')) || spoken > 2 ? run : []
}

// "seventy five" is 75 or 70 and 5: a phone number has ten digits, so the reading that gives ten is the one that was meant.
function toDigits(words: readonly string[]): string | undefined {
  const usual = compose(words, 0)
  if (usual === undefined || usual.length < 8 || usual.length > 9) return usual
  const tens = words.flatMap((word, at) =>
    TENS[word] !== undefined && DIGITS[words[at + 1] ?? ''] ? [at] : [],
  )
  for (let parted = 1; parted < 1 << Math.min(tens.length, 6); parted += 1) {
    const apart = tens.reduce((mask, at, index) => (parted & (1 << index) ? mask + 2 ** at : mask), 0)
    const digits = compose(words, apart)
    if (digits !== undefined && /^[2-9]\d\d[2-9]\d{6}$/u.test(digits)) return digits
  }
  return usual
}

/** `apart` is a bit per word: a ten there is not joined with the unit behind it. */
function compose(words: readonly string[], apart: number): string | undefined {
  let digits = ''
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const next = words[at + 1] ?? ''
    const repeat = word === 'double' ? 2 : word === 'triple' ? 3 : 0
    if (repeat > 0) {
      const digit = DIGITS[next] ?? (/^\d$/u.test(next) ? next : undefined)
      if (digit === undefined) return undefined
      digits += digit.repeat(repeat)
      at += 1
    } else if (TENS[word] !== undefined) {
      const isApart = Math.floor(apart / 2 ** at) % 2 === 1
      const unit = isApart || /^(?:oh?|zero)$/u.test(next) ? undefined : DIGITS[next]
      digits += `${TENS[word]}${unit ?? '0'}`
      if (unit !== undefined) at += 1
    } else if (word === 'hundred' || word === 'thousand') {
      const zeros = word === 'hundred' ? 2 : 3
      const rest = compose(words.slice(at + 1), 0) ?? ''
      if (digits === '' || rest.length > 3) return undefined
      return digits + (rest.length > zeros ? rest : rest.padStart(zeros, '0'))
    } else {
      const value = DIGITS[word] ?? TEENS[word] ?? (/^\d+$/u.test(word) ? word : undefined)
      if (value === undefined) return undefined
      digits += value
    }
  }
  return digits
}

const ROAD_AHEAD =
  /\b(?:county (?:road|rd|line)|state (?:road|rd|route)|co rd|c\.?r\.?|highway|hwy|route|rt|rte|fm|interstate|lot|unit|apt|apartment|suite|building|number(?: is)?) $/iu
const CORRECTION_AHEAD = new RegExp(String.raw`\d{4}[^\d]{0,40}\b${CORRECTING}\b[^\d]{0,30}$`, 'iu')

// "County Road nineteen", "… 0148 wait sorry oh one eight four": what stands before says that a number follows.
function isNumberOf(before: string, digits: string): boolean {
  const tail = before.slice(-90)
  return (digits.length <= 5 && ROAD_AHEAD.test(tail)) || (digits.length >= 3 && CORRECTION_AHEAD.test(tail))
}

const STREET_WORDS = new Set([...STRONG_SUFFIXES])

// "on Greenmead Drive nineteen oh four Greenmead"
function isOnNamedStreet(text: string, start: number, end: number): boolean {
  const name = /^\s(\p{L}{4,})/u.exec(text.slice(end, end + 30))?.[1]
  if (name === undefined || isEverydayWord(name)) return false
  const before = text
    .slice(Math.max(0, start - 80), start)
    .toLowerCase()
    .split(/\s+/u)
  const at = before.indexOf(name.toLowerCase())
  return at >= 0 && STREET_WORDS.has(before[at + 1] ?? '')
}

function format(digits: string, run: readonly Word[], after: string): string | undefined {
  if (digits.length === 10 || (digits.length === 11 && digits.startsWith('1'))) {
    return toPhone(digits.slice(-10))
  }
  if (digits.length === 7 && run.length >= 4) return `${digits.slice(0, 3)}-${digits.slice(3)}`
  const allSpoken = run.every((word) => NUMBER_WORD.test(word.text.toLowerCase()))
  if (digits.length === 5 && allSpoken && run.length >= 3) return digits
  const isHouse = digits.length <= 5 && STREET_AHEAD.test(after)
  return isHouse ? digits : undefined
}

const MARKS: Readonly<Record<string, string>> = {
  comma: ',',
  period: '.',
  colon: ':',
  'question mark': '?',
  'new line': '\n',
  'new paragraph': '\n',
}
// "voicemail says quote hey this is … unquote"
const SPOKEN_QUOTE = /\bquote\s([^"“”]{20,1500}?)[ ,.]{1,2}(?:unquote|end quote)\b/giu
const SPOKEN_MARK = /[ \t]+(comma|period|colon|question mark|new line|new paragraph)(?![\p{L}\p{N}])/giu

/** "name is Thelma Bickerstaff period": marks that a machine wrote out. Once may be a word, twice is dictation. */
export function writeSpokenMarks(given: string): string {
  const text = /\bunquote\b|\bend quote\b/iu.test(given) ? given.replace(SPOKEN_QUOTE, '"$1"') : given
  if ((text.match(SPOKEN_MARK) ?? []).length < 2) return text
  return text.replace(SPOKEN_MARK, (_, mark: string) => MARKS[mark.toLowerCase()] ?? '')
}

// "email is thom at yates roofing dot com"
const EMAIL_IN_WORDS =
  /\b(e-?mail(?: address)?(?:['’]?s| is|:)? )([\p{L}\d]+(?:\s(?:dot|point|underscore|dash)\s[\p{L}\d]+){0,2}) at ((?:[\p{L}\d]+ ){1,3}?[\p{L}\d]+)(?: dot |\.)(com|net|org|edu|gov|ca|us|io|co|biz|info|example)\b/giu

const DICTATED_EMAIL =
  /\b([\p{L}\d]+(?:(?:\s(?:dot|point|underscore|dash)\s|[._-])[\p{L}\d]+){0,3})\s(?:at|arobase|arroba)\s([\p{L}\d-]+(?:\s(?:dot|point|punto)\s[\p{L}\d-]+){0,2})\s?(?:\s(?:dot|point|punto)\s|\.)(com|net|org|edu|gov|ca|us|io|co|biz|info|example)\b/giu

/** "jane dot smith at example dot com", "jane [at] example [dot] com" as an address. */
export function writeSpokenEmails(text: string): string {
  return text
    .replace(EMAIL_IN_WORDS, (whole, before: string, local: string, domain: string, top: string) =>
      /\sdot\s/iu.test(domain) ? whole : `${before}${local} at ${domain.replace(/\s/gu, '')} dot ${top}`,
    )
    .replace(/\s{0,2}[[({<]\s?(?:at|arobase|arroba)\s?[\])}>]\s{0,2}/giu, '@')
    .replace(/\s{0,2}[[({<]\s?(?:dot|point|punto)\s?[\])}>]\s{0,2}/giu, '.')
    .replace(DICTATED_EMAIL, (whole, local: string, domain: string, top: string) => {
      // "your settings at cleartone.com", "find us at …"
      if (isEverydayWord(local)) return whole
      const name = local
        .replace(/\s(?:dot|point)\s/giu, '.')
        .replace(/\sunderscore\s/giu, '_')
        .replace(/\sdash\s/giu, '-')
      return `${name}@${domain.replace(/\s(?:dot|point|punto)\s/giu, '.')}.${top}`.toLowerCase()
    })
}

/** Spelled-out letters say how a name is written; in the text they are only noise. */
export function dropSpelling(text: string): string {
  return text
    .replace(/(?<=\p{L}{2},? )(?:\p{L}[ -]){3,20}\p{L}(?=[\s,.]|$)/gu, '')
    .replace(
      /[,\s-]*\b(?:that['’]?s|thats|spelled|spelt|it['’]?s)\s+(?:spelled\s+)?(?:\p{L}[\s-]){3,20}\p{L}\b\s?/giu,
      ' ',
    )
    .replace(
      /(?:,\s*|\b)(?:that['’]?s\s+)?(?:\p{L}\s+as\s+in\s+\p{L}+[\s,.]*)(?:(?:double\s+)?\p{L}\b[\s,.]*){0,12}(?=\.|$|,|\s)/giu,
      ' ',
    )
}
