import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** Where a number is at home: `US`, `CA` …, and the area code that seven digits take. */
export type PhoneHome = { readonly country: string; readonly areaCode?: string | undefined }

export type ParsedPhone =
  | {
      readonly kind: 'phone'
      /** E.164, with ` ext N` where there is an extension: `+17705550123 ext 4`. */
      readonly number: string
      /** Seven digits were completed with the home's area code: say so. */
      readonly assumedAreaCode: boolean
      /** A letter O was read as a zero: say so. */
      readonly assumedZero?: true
      /** It could be a mobile. North American numbers don't tell: all of them could be but toll-free ones, extensions and what is called a landline. */
      readonly textable: boolean
    }
  | { readonly kind: 'empty' }
  /** `reason` is for people and has an example of a good number. */
  | { readonly kind: 'impossible'; readonly reason: string }

const EXTENSION =
  /(?:[;,]\s*ext=|[;,]?\s*\b(?:extension|ext|poste|anexo|xtn|x|p(?=\.))\b\.?\s*[:#]?\s*|(?<=\d)\s*x\s*|\s*#\s*)(\d{1,7})\s*$/iu
// What a number is called says nothing about its digits.
const LABEL =
  /[\s,;:(-]*\b(?:(home|work|office|business|landline|main)|cell|cellular|mobile|phone|telephone|tel)\b(?:\s+(?:phone|number|line)\b)?[):.]*/giu
const KEYPAD = 'abc2def3ghi4jkl5mno6pqrs7tuv8wxyz9'
const NORTH_AMERICAN = /^\+1([2-9]\d{2})[2-9]\d{6}$/u
const TOLL_FREE = /^\+18(?:00|22|33|44|55|66|77|88)/u
// More digits than any number and its extension can have; a pasted paragraph stays cheap.
const LONGEST = 64

/**
 * Reads one phone number as people type it. Only length and shape are judged, never whether the number is in use: ranges reserved
 * for fiction pass. Letters of vanity numbers become digits, a letter O between digits a zero.
 */
export function parsePhone(text: string, home: PhoneHome): ParsedPhone {
  const trimmed = text.replace(/^\s*tel:/iu, '').trim()
  if (trimmed === '') return { kind: 'empty' }
  if (trimmed.length > LONGEST) return impossible(home)
  const labels = [...trimmed.matchAll(LABEL)]
  const bare = labels.length > 0 ? trimmed.replaceAll(LABEL, ' ').trim() : trimmed
  const extension = EXTENSION.exec(bare)
  const main = withZeros(extension ? bare.slice(0, extension.index) : bare)
  const digits = toDigits(main.text)
  if (!digits) return impossible(home)
  const international = main.text.trim().startsWith('+') || /^(?:011|00)[1-9]/u.test(digits)

  const assumedAreaCode = !international && digits.length === 7 && home.areaCode !== undefined
  const completed = assumedAreaCode ? `${home.areaCode}${digits}` : digits
  const number = international ? `+${digits.replace(/^(?:011|00)/u, '')}` : toInternational(completed, home)
  if (number === undefined || !isPossibleNumber(number)) return impossible(home)
  const digitsOfExtension = extension?.[1]
  const isLandline = labels.some(([, landline]) => landline !== undefined)
  return {
    kind: 'phone',
    number: digitsOfExtension ? `${number} ext ${digitsOfExtension}` : number,
    assumedAreaCode,
    ...(main.assumedZero && { assumedZero: true as const }),
    textable: digitsOfExtension === undefined && !isLandline && canBeTexted(number),
  }
}

/** `770-555-0123 x4` in the home country, `+44 20 7946 0321` from elsewhere. Takes what `parsePhone` gives. */
export function formatPhone(number: string, country: string): string {
  const [main = '', extension] = number.split(' ext ')
  const tail = extension ? ` x${extension}` : ''
  const northAmerican = /^\+1(\d{3})(\d{3})(\d{4})$/u.exec(main)
  if (northAmerican && isNorthAmerica(country)) return `${northAmerican.slice(1).join('-')}${tail}`
  const parsed = parsePhoneNumberFromString(main)
  if (!parsed) return number
  return `${parsed.country === country ? parsed.formatNational() : parsed.formatInternational()}${tail}`
}

/** A letter O that no other letter stands beside is a slip for the digit. */
function withZeros(text: string): { readonly text: string; readonly assumedZero: boolean } {
  const zeros = text.replaceAll(/(?<!\p{L})o+(?!\p{L})/giu, (slip) => '0'.repeat(slip.length))
  return { text: zeros, assumedZero: zeros !== text }
}

// Fewer letters in a row are a slip, not a word.
const SHORTEST_WORD = 3
// "call Bob" has as many letters as a number has digits.
const FEWEST_DIGITS = 3

/** Undefined where letters stand in it that are no vanity number's. */
function toDigits(text: string): string | undefined {
  const joined = text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
  const words = joined.match(/\p{L}+/gu) ?? []
  if (words.some((word) => word.length < SHORTEST_WORD)) return undefined
  if (joined.replace(/\D/gu, '').length < FEWEST_DIGITS) return undefined
  return joined.replace(/\p{L}/gu, (character) => {
    const at = KEYPAD.indexOf(character)
    return at < 0 ? '' : (/\d/u.exec(KEYPAD.slice(at))?.[0] ?? '')
  })
}

function toInternational(digits: string, home: PhoneHome): string | undefined {
  if (isNorthAmerica(home.country)) {
    if (digits.length === 10) return `+1${digits}`
    return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : undefined
  }
  return parsePhoneNumberFromString(digits, toCountryCode(home.country))?.number
}

function isPossibleNumber(number: string): boolean {
  if (number.startsWith('+1')) return NORTH_AMERICAN.test(number)
  return parsePhoneNumberFromString(number)?.isPossible() ?? false
}

function canBeTexted(number: string): boolean {
  if (number.startsWith('+1')) return !TOLL_FREE.test(number)
  const type = parsePhoneNumberFromString(number)?.getType()
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE'
}

function impossible(home: PhoneHome): ParsedPhone {
  const example = isNorthAmerica(home.country)
    ? `${home.areaCode ?? '770'}-555-0123, or 770-555-0123 x4 with an extension`
    : '+44 20 7946 0321, with the country code'
  return { kind: 'impossible', reason: `This can't be a phone number. A good one looks like ${example}.` }
}

const isNorthAmerica = (country: string): boolean => country === 'US' || country === 'CA'

const toCountryCode = (country: string): CountryCode => (isSupportedCountry(country) ? country : 'US')
