import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max'

/** A number that stands in a client's field. */
export type FoundPhone = {
  /** E.164. */
  readonly main: string
  readonly extension?: string
  /** Seven digits beside a whole number, read with that one's area code. */
  readonly assumedAreaCode?: true
}

// \p{Pd}: the hyphens that don't break and the dashes that phones and word processors put in.
const GAP = String.raw`[\s.\p{Pd}/·]{0,3}`
const WHOLE = new RegExp(
  String.raw`(?<!\d)(?:\+?1${GAP})?\(?\s?([2-9]\d{2})\s?\)?${GAP}([2-9]\d{2})${GAP}(\d{4})(?!\d)`,
  'gu',
)
const LOCAL = /(?<![\d.\p{Pd}])([2-9]\d{2})[\s.\p{Pd}]?(\d{4})(?![\d])/gu
const EXTENSION = /^[\s,;(]*(?:extension|ext|poste|xtn|x|#)\s*[.:#]?\s*(\d{1,7})(?!\d)/iu

/** Longer fields are no phone fields; the search for numbers stays cheap. */
const LONGEST = 500

/**
 * All numbers in a text as people typed it into a phone field: several, with extensions, with words around them, with a second number
 * that was given without its area code.
 */
export function findPhones(text: string | undefined, country: string): FoundPhone[] {
  if (!text) return []
  const looked = text.slice(0, LONGEST)
  const whole: FoundPhone[] = []
  let areaCode: string | undefined
  // Whole numbers are blanked out, so that no part of one is taken for a local number.
  const rest = looked.replace(
    WHOLE,
    (match: string, area: string, exchange: string, line: string, at: number) => {
      const extension = EXTENSION.exec(looked.slice(at + match.length))?.[1]
      areaCode ??= area
      whole.push({ main: `+1${area}${exchange}${line}`, ...(extension && { extension }) })
      return '|'.repeat(match.length)
    },
  )
  return [...whole, ...findLocal(rest, areaCode), ...findForeign(rest, country)]
}

function findLocal(text: string, areaCode: string | undefined): FoundPhone[] {
  if (!areaCode) return []
  return [...text.matchAll(LOCAL)].map(([, exchange, line]) => ({
    main: `+1${areaCode}${exchange}${line}`,
    assumedAreaCode: true,
  }))
}

function findForeign(text: string, country: string): FoundPhone[] {
  const isNorthAmerica = country === 'US' || country === 'CA'
  if (isNorthAmerica && !/\+|\b0(?:0|11)/u.test(text)) return []
  const home = isSupportedCountry(country) ? country : 'US'
  return findPhoneNumbersInText(text.replace(/\b(?:011|00)(?=[1-9])/gu, '+'), home)
    .filter(({ number }) => number.countryCallingCode !== '1')
    .map(({ number }) => ({ main: number.number, ...(number.ext && { extension: number.ext }) }))
}
