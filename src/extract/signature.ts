import { isBoilerplate, isClosing, isGreeting } from './boilerplate.ts'
import { findEmails } from './find-emails.ts'
import type { PersonName } from './found.ts'
import { isOffice } from './offices.ts'
import { looksLikeName, parsePersonName } from './person-name.ts'

export type SignedText = {
  readonly body: readonly string[]
  /** From the line with the name on. */
  readonly signature: readonly string[]
  /** The name that the mail is signed with. */
  readonly name?: PersonName
}

const FARTHEST = 14

/** Parts what a person wrote from the signature under it. `author` is the sender's name as the mail program gave it. */
export function splitSignature(lines: readonly string[], author: PersonName | undefined): SignedText {
  const kept = [...lines]
  while (kept.length > 0 && (kept.at(-1)?.trim() === '' || isBoilerplate(kept.at(-1) ?? ''))) kept.pop()
  const dashes = kept.findIndex((line) => /^--\s*$/u.test(line.trim()))
  const from = dashes >= 0 ? dashes : findStart(kept, author)
  if (from === undefined) return { body: kept, signature: [] }
  const signature = kept.slice(from).filter((line) => !/^--\s*$/u.test(line.trim()) && line.trim() !== '')
  const body = kept.slice(0, from)
  const names = signature.flatMap((line, at) => {
    const isClose = at === 0 && (isClosing(line) || isClosingAbove(signature, 0))
    return nameAboveOffice(signature, at) ?? (isClose ? undefined : nameOfLine(line)) ?? []
  })
  const name = names.find((each) => author && isSame(each, author)) ?? names[0]
  return { body, signature: signature.filter((line) => !isClosing(line)), ...(name && { name }) }
}

function findStart(lines: readonly string[], author: PersonName | undefined): number | undefined {
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  const last = filled.slice(-FARTHEST)
  // After a closing everything is signature, if it is not a paragraph.
  for (const at of last) {
    if (
      (isClosing(lines[at] ?? '') || isClosingAbove(lines, at)) &&
      lines.slice(at + 1).every((line) => line.length < 90 || isBoilerplate(line)) &&
      at >= (filled[0] ?? 0)
    ) {
      const after = filled.find((index) => index > at)
      if (after !== undefined || filled.indexOf(at) > 0) return at
    }
  }
  // A short line with the sender's name, and nothing but short lines below.
  for (const at of last) {
    if (at === filled[0] && filled.length > 1 && !isShortBelow(lines, at)) continue
    const line = lines[at] ?? ''
    const name = nameOfLine(line) ?? (author && isNameOf(line, author) ? author : undefined)
    if (
      name &&
      at !== filled[0] &&
      (author ? isSame(name, author) : at === filled.at(-1)) &&
      isShortBelow(lines, at)
    )
      return at
  }
  // A name that differs from the sender's, as the last line or above contact lines.
  for (const at of last) {
    if (at === filled[0]) continue
    const blankBefore = (lines[at - 1] ?? '').trim() === ''
    const name = nameOfLine(lines[at] ?? '') ?? nameAboveOffice(lines, at)
    if (name && (blankBefore || at === filled.at(-1)) && isShortBelow(lines, at)) return at
  }
  return undefined
}

// "Peace," and nothing but a name under it: whatever it says, it closes.
function isClosingAbove(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1).find((line) => line.trim() !== '') ?? ''
  return (
    /^\s*\p{Lu}\p{L}*(?: \p{L}+){0,3},\s*$/u.test(lines[at] ?? '') &&
    !isGreeting(lines[at] ?? '') &&
    next.trim().split(/\s+/u).length <= 4 &&
    looksLikeName(next)
  )
}

// A motto or a lawyer's sentence may stand last, under the lines that say who it is.
function isShortBelow(lines: readonly string[], at: number): boolean {
  const below = lines.slice(at + 1).filter((line) => line.trim() !== '')
  const long = below.findIndex(
    (line) => line.length >= 90 && !isBoilerplate(line) && findEmails(line).length === 0,
  )
  return long < 0 || (long >= 3 && long >= below.length - 2)
}

// "Juniper Salas", and "General Manager" below: words of the trade, were they not above an office.
function nameAboveOffice(lines: readonly string[], at: number): PersonName | undefined {
  const line = (lines[at] ?? '').trim()
  const next = (lines[at + 1] ?? '').trim()
  const isName = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)? \p{Lu}[\p{L}'’-]+$/u.test(line)
  return isName && next.length <= 60 && OFFICE.test(next) ? parsePersonName(line) : undefined
}

const OFFICE =
  /^(?:\p{Lu}[\p{L}&'’-]*[ ,]+){0,4}(?:manager|director|owner|president|treasurer|secretary|coordinator|superintendent|supervisor|administrator|assistant|agent|broker|realtor|engineer|principal|foreman|chair\w*|specialist|representative|officer|partner|founder|ceo|cfo|coo)\b/iu

/** The name at the start of a signature's line: "Kendra Vos | Portfolio Manager", "Farrah Mirza, Project Coordinator", "dave". */
export function nameOfLine(line: string): PersonName | undefined {
  const head =
    line
      .trim()
      .replace(/^[-–—~*]+\s*/u, '')
      // "Bernadette (Bernie) Fogle"
      .replace(/^(\p{Lu}\p{Ll}+) \(\p{Lu}\p{Ll}+\) (?=\p{Lu}\p{Ll})/u, '$1 ')
      .split(/\s*[|•·]\s*|\s[-–—]\s|,\s|\t|\s{3,}|\s\(/u)[0] ?? ''
  const text = head.trim().replace(/[,.]+$/u, '')
  if (text === '' || text.length > 40 || /\d/u.test(text) || isOffice(text)) return undefined
  if (looksLikeName(text)) return parsePersonName(text)
  const single =
    /^\p{Ll}{3,12}(?:\s\p{Ll}{3,14})?$/u.test(text) && text === line.trim().replace(/[,.]+$/u, '')
  return single && !/^(?:thanks|thx|merci|gracias|cheers|please|yes|call|text|cell|phone)/u.test(text)
    ? parsePersonName(text)
    : undefined
}

/** Whether two names can be one person's: the same last name, first name or initials. */
export function isSame(left: PersonName, right: PersonName): boolean {
  const [a, b] = [plain(left.last), plain(right.last)]
  const [c, d] = [plain(left.first), plain(right.first)]
  if (a !== '' && b !== '')
    return a === b && (c === '' || d === '' || c[0] === d[0] || c.includes(d) || d.includes(c))
  if (c === '' || d === '') return a !== '' && a === b
  return c.split(' ')[0] === d.split(' ')[0] || c.startsWith(d) || d.startsWith(c)
}

// "Tabitha Crane": words of the trade, were they not the sender's name.
const isNameOf = (line: string, { first = '', last = '' }: PersonName): boolean =>
  first !== '' && last !== '' && plain(line).trim() === plain(`${first} ${last}`)

const plain = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
