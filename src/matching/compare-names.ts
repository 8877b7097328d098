import { type Contact, splitName } from '../lead/contact.ts'
import type { DirectoryClient } from './ports.ts'

/**
 * same: first and last name. first: one side has only a first name, and it fits. last: the last name, with another first name.
 * differs: both are known and no part fits. unknown: one side has none.
 */
export type NameAgreement = 'same' | 'first' | 'last' | 'differs' | 'unknown'

type Person = { readonly firsts: readonly string[]; readonly last: string | undefined }

/** Compares persons; nicknames, initials, couples ("Bob & Jane"), swapped parts and a slip in a long last name are forgiven. */
export function comparePersons(contact: Contact, client: DirectoryClient): NameAgreement {
  if (isCalledLikeCompany(contact, client)) return 'unknown'
  const ours = toPerson(contact.firstName, contact.lastName)
  const theirs = personOf(client)
  if (!isKnown(ours) || !isKnown(theirs)) return 'unknown'
  if (isLastOf(ours, theirs) || isLastOf(theirs, ours)) return 'same'
  if (isSwapped(ours, theirs)) return 'same'
  const firstFits = fitsFirst(ours.firsts, theirs.firsts)
  if (ours.last === undefined || theirs.last === undefined) {
    if (ours.firsts.length === 0 || theirs.firsts.length === 0) return 'unknown'
    return firstFits ? 'first' : 'differs'
  }
  if (!isNear(ours.last, theirs.last)) return 'differs'
  // A last name alone, on either side, contradicts nothing.
  return firstFits || ours.firsts.length === 0 || theirs.firsts.length === 0 ? 'same' : 'last'
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

function fitsFirst(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.some((one) => theirs.some((other) => isSameFirst(one, other)))
}

function isSameFirst(one: string, other: string): boolean {
  const [a = '', b = ''] = [one.split(' ')[0], other.split(' ')[0]]
  if (a === b) return true
  // An initial fits every name that begins with it.
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  return (GROUPS.get(a) ?? []).some((group) => GROUPS.get(b)?.includes(group)) || isNearLong(a, b)
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

// A name may stand in several groups: Alex is Alexander and Alexandra.
const NICKNAMES = `
robert rob bob bobby robbie bert
william will bill billy liam willie
richard rich rick ricky dick
james jim jimmy jamie
john jon johnny jack
jonathan jon john
michael mike mikey mick
thomas tom tommy
charles charlie chuck chas
joseph joe joey
daniel dan danny
david dave davey
edward ed eddie ted ned
theodore ted theo teddy
anthony tony
christopher chris kit topher
matthew matt
andrew andy drew
steven stephen steve stevie
kenneth ken kenny
gregory greg
jeffrey jeff geoff geoffrey
timothy tim timmy
lawrence laurence larry
patrick pat paddy
patricia pat patty trish tricia
nicholas nick nicky
benjamin ben benny
samuel sam sammy
samantha sam sammie
alexander alex al sandy
alexandra alex sandra lexi
frederick fred freddy
francis frank
raymond ray
ronald ron ronnie
donald don donnie
douglas doug
gerald jerry gerry
jerome jerry
peter pete
phillip philip phil
vincent vince vinny
walter walt
zachary zach zack
nathan nathaniel nate
elizabeth liz beth betty lizzie eliza betsy
katherine catherine kathryn kate katie kathy cathy kat
margaret maggie meg peggy marge
jennifer jen jenny
jessica jess jessie
rebecca becky becca
susan sue susie suzanne
deborah debra deb debbie
barbara barb
christina christine chris tina
cynthia cindy
judith judy
jane janie
kimberly kim
linda lynn
pamela pam
sandra sandy
stephanie steph
teresa theresa terry
victoria vicky tori
virginia ginny
dorothy dot dottie
jacqueline jackie
joanne jo joann
allison ali allie
amanda mandy
`

const GROUPS: ReadonlyMap<string, readonly number[]> = NICKNAMES.trim()
  .split('\n')
  .reduce((groups, line, group) => {
    for (const name of line.split(' ')) groups.set(name, [...(groups.get(name) ?? []), group])
    return groups
  }, new Map<string, readonly number[]>())
