import { type Contact, splitName } from '../lead/contact.ts'
import { isForEither, isNicknameOf } from './nicknames.ts'
import type { DirectoryClient } from './ports.ts'

/**
 * same: first and last name. first: one side has only a first name, and it fits. near: a first name that may be a slip of the same one, or
 * another member of the family. last: the last name, with another first name. differs: both are known and no part fits. unknown: one side
 * has none.
 */
export type NameAgreement = 'same' | 'first' | 'near' | 'last' | 'differs' | 'unknown'

type Person = { readonly firsts: readonly string[]; readonly last: string | undefined }

/** Compares persons; nicknames, initials, couples ("Bob & Jane"), swapped parts and a slip in a long last name are forgiven. */
export function comparePersons(contact: Contact, client: DirectoryClient): NameAgreement {
  if (isCalledLikeCompany(contact, client)) return 'unknown'
  const ours = toPerson(contact.firstName, contact.lastName)
  const theirs = personOf(client)
  if (!isKnown(ours) || !isKnown(theirs)) return 'unknown'
  if (isLastOf(ours, theirs) || isLastOf(theirs, ours)) return 'same'
  if (isSwapped(ours, theirs)) return 'same'
  const isLastAlone = ours.firsts.length === 0 || theirs.firsts.length === 0
  const firstFit = bestFit(ours.firsts, theirs.firsts)
  if (ours.last === undefined || theirs.last === undefined) {
    if (isLastAlone) return 'unknown'
    return FIRST_ALONE[firstFit]
  }
  if (!isNear(ours.last, theirs.last)) return 'differs'
  // A last name alone, on either side, contradicts nothing.
  if (isLastAlone) return 'same'
  return WITH_LAST[firstFit]
}

/** Whether names that agree are also spelled alike, as far as both are given: no nickname, initial or slip had to be forgiven. */
export function areSpelledAlike(contact: Contact, client: DirectoryClient, part: 'name' | 'last'): boolean {
  const [ours, theirs] = [toPerson(contact.firstName, contact.lastName), personOf(client)]
  if (part === 'last') return ours.last === theirs.last
  const [some, all] = [wordsOf(ours), wordsOf(theirs)].toSorted((one, other) => one.length - other.length)
  return some?.every((word) => all?.includes(word)) ?? false
}

/** Whether a part of the name is given that the client's record lacks: a last name behind a first one, or the other way round. */
export function saysMore(contact: Contact, client: DirectoryClient): boolean {
  const [ours, theirs] = [toPerson(contact.firstName, contact.lastName), personOf(client)]
  if (!isKnown(theirs) || isLastOf(ours, theirs)) return false
  const hasFirst = ours.firsts.length > 0 && theirs.firsts.length === 0
  return hasFirst || (ours.last !== undefined && theirs.last === undefined)
}

const wordsOf = ({ firsts, last = '' }: Person): readonly string[] =>
  [...firsts, last].flatMap((name) => name.split(' ')).filter(Boolean)

/** Whether what was read as a person's name is the client's company: nothing in "Harvest Grove" tells. */
export function isCalledLikeCompany(contact: Contact, client: DirectoryClient): boolean {
  const ours = foldCompany([contact.firstName, contact.lastName].filter(Boolean).join(' '))
  const theirs = [client.companyName, LEGAL_FORM.test(client.name) ? client.name : undefined]
  return ours !== '' && theirs.some((name) => ours === foldCompany(name ?? ''))
}

const LEGAL_FORM = / (?:llc|inc|corp|ltd|lp|llp|pllc)\.?$/iu

export function isSameCompany(contact: Contact, client: DirectoryClient): boolean {
  if (isCalledLikeCompany(contact, client)) return true
  const ours = foldCompany(contact.companyName ?? '')
  if (ours === '') return false
  return [client.companyName, client.name].some((name) => {
    const theirs = foldCompany(name ?? '')
    if (theirs === ours) return true
    // "Acme Property" and "Acme Property Management"; one short word is not enough.
    const [short, long] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours]
    return short.length >= 8 && short.includes(' ') && long.startsWith(`${short} `)
  })
}

function personOf(client: DirectoryClient): Person {
  if (client.firstName || client.lastName) return toPerson(client.firstName, client.lastName)
  if (client.companyName) return { firsts: [], last: undefined }
  const { firstName, lastName } = splitName(client.name.replace(/\s*\(\d+\)\s*$/u, ''))
  return toPerson(firstName, lastName)
}

function toPerson(first: string | undefined, last: string | undefined): Person {
  const firsts = (first ?? '')
    .split(/\s*(?:&|\+|\/|,|\band\b|\bor\b)\s*/iu)
    .map((name) => fold(name))
    .filter(Boolean)
  return { firsts, last: fold((last ?? '').replace(/[,\s]+(?:jr|sr|ii|iii|iv)\.?$/iu, '')) || undefined }
}

const isKnown = (person: Person): boolean => person.firsts.length > 0 || person.last !== undefined

/** A name of one word is read as a first name; where it is the other's last name, it is a last name alone. */
function isLastOf(one: Person, other: Person): boolean {
  const [only, ...more] = one.firsts
  return one.last === undefined && more.length === 0 && only !== undefined && only === other.last
}

function isSwapped(ours: Person, theirs: Person): boolean {
  const [first] = ours.firsts
  return first !== undefined && theirs.last === first && theirs.firsts.includes(ours.last ?? '')
}

/** near: a slip of one letter, which may as well be another person: Robert and Roberta; Pat, who is Patricia or Patrick. */
type FirstFit = 'sure' | 'near' | 'none'

const WITH_LAST = { sure: 'same', near: 'near', none: 'last' } as const
const FIRST_ALONE = { sure: 'first', near: 'near', none: 'differs' } as const

function bestFit(ours: readonly string[], theirs: readonly string[]): FirstFit {
  const fits = ours.flatMap((one) => theirs.map((other) => compareFirsts(one, other)))
  if (fits.includes('sure')) return 'sure'
  return fits.includes('near') ? 'near' : 'none'
}

function compareFirsts(one: string, other: string): FirstFit {
  const [a = '', b = ''] = [one.split(' ')[0], other.split(' ')[0]]
  if (a === b) return 'sure'
  // An initial fits every name that begins with it.
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'sure' : 'none'
  if (isNicknameOf(a, b)) return isForEither(a) || isForEither(b) ? 'near' : 'sure'
  return isNearLong(a, b) ? 'near' : 'none'
}

const isNear = (one: string, other: string): boolean => one === other || isNearLong(one, other)

// One slip of the finger or the ear; in short names it would be another name (Ann, Dan).
function isNearLong(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= 5 && isOneEditAway(one, other)
}

function isOneEditAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [a, b] = [one.slice(start), other.slice(start)]
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function foldCompany(text: string): string {
  return fold(text.replace(/&/gu, ' and ').replace(/\s*\(\d+\)\s*$/u, ''))
    .replace(/^the /u, '')
    .replace(/(?: (?:llc|inc|incorporated|corp|corporation|co|company|ltd|limited|lp|llp|pc|pllc))+$/u, '')
}
