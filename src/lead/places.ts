import { CANADIAN_PLACES } from './places-ca.ts'
import { US_PLACES } from './places-us.ts'

// Lists that are read once, on first use: most starts of a process never need them.
let statesByPlace: Map<string, string> | undefined
let firstWords: Set<string> | undefined

function load(): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of `${US_PLACES}${CANADIAN_PLACES}`.split('\n')) {
    const code = line.slice(0, 2)
    for (const name of line.slice(3).split('|')) {
      if (name !== '') found.set(name, `${found.get(name) ?? ''}${code} `)
    }
  }
  return found
}

/** Codes of the states and provinces that have a place of this name, in any case and with or without accents. */
export function regionsOfPlace(name: string): readonly string[] {
  statesByPlace ??= load()
  const plain = plainPlace(name)
  const codes =
    statesByPlace.get(plain) ?? (VARIED.test(plain) ? statesByPlace.get(spellOut(plain)) : undefined)
  return codes?.trim().split(' ') ?? []
}

/** Whether any known place's name begins with this word; a cheap question before the dear ones. */
export function beginsPlace(word: string): boolean {
  statesByPlace ??= load()
  firstWords ??= new Set([
    ...[...statesByPlace.keys()].map((name) => name.slice(0, `${name} `.indexOf(' '))),
    ...Object.keys(SHORT),
    ...Object.keys(LONG),
  ])
  const plain = plainPlace(word)
  const end = plain.indexOf(' ')
  return firstWords.has(end < 0 ? plain : plain.slice(0, end))
}

/** Whether a place of this name is known, in a region where one is given. */
export function isPlace(name: string, region?: string): boolean {
  if (!beginsPlace(name)) return false
  const regions = regionsOfPlace(name)
  return region === undefined ? regions.length > 0 : regions.includes(region)
}

function plainPlace(name: string): string {
  const lower = name.toLowerCase()
  // Most words are plain already.
  if (/^[a-z]+(?: [a-z]+)*$/u.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/[\p{M}.'’]/gu, '')
    .replace(/[-\s]+/gu, ' ')
    .trim()
}

const SHORT: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', mt: 'mount', ft: 'fort' }
const LONG: Readonly<Record<string, string>> = { saint: 'st', sainte: 'ste', mount: 'mt', fort: 'ft' }

const VARIED = /^(?:st|ste|mt|ft|saint|sainte|mount|fort) /u

function spellOut(plain: string): string {
  const [first = '', ...rest] = plain.split(' ')
  return [SHORT[first] ?? LONG[first] ?? first, ...rest].join(' ')
}
