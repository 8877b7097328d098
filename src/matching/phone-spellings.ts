import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * How people in North America type a number into a form, commonest first: A area code, E exchange, N line number. These are the spellings
 * that the search is promised to reach, each also with anything behind it (an extension, a second number, a name). What stands *before* a
 * number can't be reached by a prefix search.
 */
export const SPELLINGS = [
  'A-E-N',
  '(A) E-N',
  'AEN',
  'A.E.N',
  'A E N',
  '(A)E-N',
  '+1AEN',
  '1-A-E-N',
  '+1 A-E-N',
  '+1 (A) E-N',
  '1AEN',
  '+1-A-E-N',
  '1 A E N',
  '1 (A) E-N',
  'A E-N',
  '(A) E N',
  '+1 A E N',
  '1.A.E.N',
  '1 A-E-N',
  '(A) E.N',
  '(A)EN',
  '(A) EN',
  '(A)E N',
  'A-EN',
  'A-E N',
  'A-E.N',
  'A.E-N',
  'A EN',
  'AE-N',
  'AE N',
  '(A)-E-N',
  'A/E-N',
  'A - E - N',
  '+1.A.E.N',
  '+1(A)E-N',
  '+1 AEN',
  '+1 (A)E-N',
  '+1 (A) E N',
  '+1 A.E.N',
  '1(A)E-N',
  '1-(A)-E-N',
  '1-AEN',
  '1 AEN',
  '1 (A)E-N',
  '1-A E N',
  '+1(A) E-N',
  '1(A) E-N',
  '1-(A) E-N',
  '+1-(A) E-N',
] as const

/** A beginning that several spellings share; `narrower` are those that cover the same spellings in more, longer beginnings. */
export type Beginning = {
  readonly text: string
  /** 0 is the commonest. */
  readonly rank: number
  readonly narrower: readonly Beginning[]
}

/**
 * Beginnings that together cover every spelling of a number. The first ones end with the exchange, so that one of them covers all that
 * may stand between exchange and line number; with a country code they end with that, because few clients have one.
 */
export function beginningsOf(number: string): Beginning[] {
  const main = number.split(' ext ')[0] ?? number
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/u.exec(main)
  if (!parts) return foreignBeginnings(main)
  const [, area = '', exchange = '', line = ''] = parts
  const spell = ({ text, rank, narrower }: Beginning): Beginning => ({
    text: text.replace('A', area).replace('E', exchange).replace('N', line),
    rank,
    narrower: narrower.map(spell),
  })
  return TEMPLATES.map(spell)
}

type Cuts = { readonly rank: number; readonly cuts: readonly string[] }

// Country; country and area; up to the exchange; all. Spellings without a country code begin at the exchange: area codes are crowded.
function toCuts(template: string, rank: number): Cuts {
  const upToExchange = template.slice(0, template.indexOf('E') + 1)
  const country = /^\+?1/u.exec(template)?.[0]
  const upToArea = /^.*A\)?/u.exec(template)?.[0] ?? upToExchange
  return { rank, cuts: [...(country ? [country, upToArea] : []), upToExchange, template] }
}

function groupBy(spellings: readonly Cuts[], depth: number): Beginning[] {
  const groups = Map.groupBy(
    spellings.filter(({ cuts }) => cuts.length > depth),
    ({ cuts }) => cuts[depth] ?? '',
  )
  return [...groups].map(([text, members]) => {
    const [first] = members
    // Also where one spelling only begins so: the short beginning costs no more and reaches others that nobody has thought of.
    return { text, rank: first?.rank ?? 0, narrower: groupBy(members, depth + 1) }
  })
}

/** The beginnings with A, E and N in the place of digits. */
const TEMPLATES = groupBy(SPELLINGS.map(toCuts), 0)

// Elsewhere in the world: with country code in the usual forms, and as written at home.
function foreignBeginnings(number: string): Beginning[] {
  const digits = number.slice(1)
  const parsed = parsePhoneNumberFromString(number)
  const home = parsed?.formatNational() ?? digits
  const texts = [
    number,
    parsed?.formatInternational() ?? number,
    home,
    home.replace(/\D/gu, ''),
    digits,
    `00${digits}`,
    `011${digits}`,
  ]
  return [...new Set(texts)].map((text, rank) => ({ text, rank, narrower: [] }))
}
