import type { Random } from '../random.ts'

type Spelling = (area: string, exchange: string, line: string) => string

/** How often people type a number so, commonest first. Shares are weights. */
const SPELLINGS: readonly (readonly [weight: number, Spelling])[] = [
  [34, (a, e, l) => `${a}-${e}-${l}`],
  [22, (a, e, l) => `(${a}) ${e}-${l}`],
  [10, (a, e, l) => `${a}${e}${l}`],
  [9, (a, e, l) => `${a}.${e}.${l}`],
  [6, (a, e, l) => `${a} ${e} ${l}`],
  [4, (a, e, l) => `(${a})${e}-${l}`],
  [3, (a, e, l) => `${a} ${e}-${l}`],
  [3, (a, e, l) => `1-${a}-${e}-${l}`],
  [3, (a, e, l) => `+1${a}${e}${l}`],
  [2, (a, e, l) => `+1 ${a}-${e}-${l}`],
  [2, (a, e, l) => `+1 (${a}) ${e}-${l}`],
  [1, (a, e, l) => `1${a}${e}${l}`],
  [1, (a, e, l) => `1 (${a}) ${e}-${l}`],
  [1, (a, e, l) => `${a}/${e}-${l}`],
  [1, (a, e, l) => `(${a})-${e} ${l}`],
  [1, (a, e, l) => `${a} - ${e} ${l}`],
  [1, (a, e, l) => `+1(${a}) ${e} ${l}`],
  [1, (a, e, l) => `1(${a})-${e}-${l}`],
  [1, (a, e, l) => `+1-(${a}) ${e}-${l}`],
]

const EXTENSIONS = [' x2', ' x14', ' ext. 305', ' ext 7', 'x101', ' #12']
const BEHIND = [' (wife)', ' cell', ' - call after 5', ' Bob (son)', ' work', ', text first']
// A prefix search for the number can't reach these.
const BEFORE = ['Cell: ', 'wife ', 'h ', 'c: ', 'Call ']

const bag = SPELLINGS.flatMap(([weight, spelling]) => Array.from({ length: weight }, () => spelling))

/** Writes a number of ten digits as somebody in the office may have typed it. */
export function spellNumber(digits: string, random: Random): string {
  return random.pick(bag)(digits.slice(0, 3), digits.slice(3, 6), digits.slice(6))
}

/** A phone field with everything that is found in such fields: an extension, a second number, text around. */
export function fillPhoneField(digits: string, random: Random, second: () => string): string {
  const spelled = spellNumber(digits, random)
  const luck = random.below(100)
  if (luck < 82) return spelled
  if (luck < 88) return `${spelled}${random.pick(EXTENSIONS)}`
  if (luck < 93)
    return `${spelled}${random.pick([' / ', ' or ', ', ', '; '])}${spellNumber(second(), random)}`
  if (luck < 97) return `${spelled}${random.pick(BEHIND)}`
  if (luck < 99) return `${random.pick(BEFORE)}${spelled}`
  return ` ${spelled} `
}

/** Address as typed: mostly lower case, sometimes as on a business card or shouted. */
export function spellEmail(email: string, random: Random): string {
  const luck = random.below(20)
  if (luck === 0) return email.toUpperCase()
  return luck <= 4
    ? email.replace(/(^|[.@_])(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase())
    : email
}
