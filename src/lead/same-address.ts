import type { Address } from './address.ts'
import { present } from './present.ts'

/** An address in the form in which two of them are compared. */
export type NormalAddress = {
  readonly house?: string
  /** Without house number and unit: `main st`, `n 5th ave`. */
  readonly street?: string
  readonly unit?: string
  readonly city?: string
  readonly state?: string
  /** Five digits in the US, six characters in Canada. */
  readonly postalCode?: string
}

/**
 * How two addresses agree. building: the same house, and the units differ or only one is known. street: another house in it.
 * unknown: too little to compare.
 */
export type AddressAgreement = 'same' | 'building' | 'street' | 'different' | 'unknown'

export function compareAddresses(one: Address, other: Address): AddressAgreement {
  const a = normalizeAddress(one)
  const b = normalizeAddress(other)
  if (!a.house || !b.house || !a.street || !b.street) return 'unknown'
  if (!isSameStreet(a.street, b.street) || !isSamePlace(a, b)) return 'different'
  if (a.house !== b.house) return 'street'
  return a.unit === b.unit ? 'same' : 'building'
}

/**
 * Keys by which an address is found again when all that is kept of it are hashes: `kept` with the address, `asked` for another one. They
 * share one where house, unit and direction are the same, ZIP or city too, and no two street suffixes contradict each other ("12 Elm", "12
 * Elm St"). Empty where that is too little to tell two addresses apart.
 */
export function addressKeys(address: Address): {
  readonly kept: readonly string[]
  readonly asked: readonly string[]
} {
  const { house, street, unit = '', city, postalCode } = normalizeAddress(address)
  if (!house || !street) return { kept: [], asked: [] }
  const { suffix } = split(street)
  const bare = suffix ? withoutWord(street, suffix) : street
  const anySuffix = `${bare} *`
  const inPlaces = (streets: readonly string[]): string[] =>
    [postalCode, city].flatMap((place) => {
      return place ? [...new Set(streets)].map((one) => [house, one, unit, place].join('|')) : []
    })
  return {
    kept: inPlaces([street, anySuffix]),
    asked: inPlaces(suffix ? [street, bare] : [street, anySuffix]),
  }
}

const withoutWord = (text: string, word: string): string => {
  const words = text.split(' ')
  return words.toSpliced(words.lastIndexOf(word), 1).join(' ')
}

/**
 * A key that all addresses share which `compareAddresses` calls `same` or `building`: house number and bare street name. Others may share
 * it too, so whoever finds by it compares afterwards.
 */
export function houseKey(address: Address): string | undefined {
  const { house, street } = normalizeAddress(address)
  return house && street ? `${house}|${split(street).name}` : undefined
}

export function normalizeAddress(address: Address): NormalAddress {
  const words = toWords(address.street ?? '')
  const { rest, unit: inStreet } = splitUnit(words)
  const unit = address.unit ? splitUnit(['#', ...toWords(address.unit)]).unit : inStreet
  const hasHouse = /^\d/u.test(rest[0] ?? '')
  const street = (hasHouse ? rest.slice(1) : rest).map(canonical).join(' ')
  return present({
    house: hasHouse ? rest[0] : undefined,
    street: street || undefined,
    unit,
    city:
      toWords(address.city ?? '')
        .map(canonical)
        .join(' ') || undefined,
    state: address.state?.trim().toLowerCase() || undefined,
    postalCode: normalizePostalCode(address.postalCode ?? ''),
  })
}

// A missing direction or suffix is forgiven ("200 Main" is 200 Main St), a different one is not: N Main St and S Main St are two streets.
function isSameStreet(one: string, other: string): boolean {
  if (one === other) return true
  const [a, b] = [split(one), split(other)]
  return a.name === b.name && agrees(a.suffix, b.suffix) && agrees(a.direction, b.direction)
}

function split(street: string): {
  name: string
  suffix?: string | undefined
  direction?: string | undefined
} {
  const words = street.split(' ')
  const direction = words.find(
    (word, index) => DIRECTIONS.has(word) && (index === 0 || index === words.length - 1),
  )
  const named = words.length > 1 && direction ? words.filter((word) => word !== direction) : words
  const last = named.at(-1) ?? ''
  const suffix = named.length > 1 && SUFFIXES.has(last) ? last : undefined
  return { name: (suffix ? named.slice(0, -1) : named).join(' '), suffix, direction }
}

function isSamePlace(a: NormalAddress, b: NormalAddress): boolean {
  if (a.postalCode && b.postalCode)
    return a.postalCode === b.postalCode || (a.city !== undefined && a.city === b.city)
  return agrees(a.city, b.city) && agrees(a.state, b.state)
}

const agrees = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other

const UNIT_WORDS = new Set(
  'apt apartment unit suite ste # no lot bldg building rm room spc space trlr fl floor'.split(' '),
)

function splitUnit(words: readonly string[]): { rest: readonly string[]; unit?: string | undefined } {
  const at = words.findIndex((word, index) => UNIT_WORDS.has(word) && (index > 1 || word === '#'))
  if (at < 0) return { rest: words }
  const unit = words
    .slice(at)
    .filter((word) => !UNIT_WORDS.has(word))
    .join('')
  return { rest: words.slice(0, at), unit: unit || undefined }
}

function toWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’.]/gu, '')
    .replace(/#/gu, ' # ')
    .split(/[^\p{L}\p{N}#]+/u)
    .filter(Boolean)
}

function normalizePostalCode(text: string): string | undefined {
  const compact = text.toLowerCase().replace(/[^a-z0-9]/gu, '')
  if (/^\d{5}(?:\d{4})?$/u.test(compact)) return compact.slice(0, 5)
  return compact || undefined
}

// Each line: the form we keep, then what else people write.
const SPELLINGS = `
st street str saint sainte
rd road
ave avenue av aven
dr drive drv
ln lane
blvd boulevard boul blv
ct court crt
cir circle circ
pl place
ter terrace terr
trl trail tr
pkwy parkway pky pkway
hwy highway hiway
cres crescent cr
sq square
expy expressway expwy
xing crossing
aly alley
loop lp
way wy
cv cove
pt point
rdg ridge
hl hill
hls hills
hts heights
grv grove
gln glen
vw view
lndg landing
holw hollow
trce trace
mdws meadows
spg spring
spgs springs
tpke turnpike pike
n north
s south
e east
w west
ne northeast
nw northwest
se southeast
sw southwest
mt mount
ft fort
1st first
2nd second
3rd third
4th fourth
5th fifth
6th sixth
7th seventh
8th eighth
9th ninth
10th tenth
`

const CANONICAL = new Map(
  SPELLINGS.trim()
    .split('\n')
    .flatMap((line) => {
      const [kept = '', ...others] = line.split(' ')
      return [kept, ...others].map((word) => [word, kept] as const)
    }),
)

const DIRECTIONS = new Set('n s e w ne nw se sw'.split(' '))
const SUFFIXES = new Set(
  'st rd ave dr ln blvd ct cir pl ter trl pkwy hwy cres sq expy xing aly loop way cv pt rdg hl hls hts grv gln vw lndg holw trce mdws spg spgs tpke run path walk row pass'.split(
    ' ',
  ),
)

const canonical = (word: string): string => CANONICAL.get(word) ?? word
