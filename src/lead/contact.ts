/** Who the lead is about, the way SingleOps splits it. Every part may be missing. */
export type Contact = {
  readonly firstName?: string
  readonly lastName?: string
  readonly companyName?: string
  readonly email?: string
  /** E.164, with ` ext N` behind it where there is an extension: `+17705550123 ext 4`. */
  readonly phone?: string
  /** The same form as `phone`; a number that can be texted. */
  readonly mobile?: string
}

/** "Jane Smith", else the company, else undefined. */
export function contactName(contact: Contact): string | undefined {
  const person = [contact.firstName, contact.lastName].filter(Boolean).join(' ')
  return person || contact.companyName || undefined
}

/** "Jane Smith" → first and last; the last word is the last name, one word alone is the last name's place left empty. */
export function splitName(full: string): { firstName?: string; lastName?: string } {
  const words = full.trim().split(/\s+/u).filter(Boolean)
  const [only] = words
  if (words.length === 0 || only === undefined) return {}
  if (words.length === 1) return { firstName: only }
  const comma = /^(?<last>[^,]+),\s*(?<first>[^,]+)$/u.exec(full.trim())
  if (comma?.groups?.first && comma.groups.last) {
    return { firstName: comma.groups.first.trim(), lastName: comma.groups.last.trim() }
  }
  const cut = words.length - lastNameLength(words)
  return { firstName: words.slice(0, cut).join(' '), lastName: words.slice(cut).join(' ') }
}

// "van der Berg", "de la Cruz", "O'Neill Jr." belong together.
const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'la',
  'del',
  'di',
  'da',
  'dos',
  'du',
  'le',
  'st',
  'st.',
  'ter',
  'ten',
  'bin',
  'al',
])
const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv'])

function lastNameLength(words: readonly string[]): number {
  let start = words.length - 1
  if (start > 1 && SUFFIXES.has(words[start]?.toLowerCase() ?? '')) start -= 1
  while (start > 1 && PARTICLES.has(words[start - 1]?.toLowerCase() ?? '')) start -= 1
  return words.length - start
}
