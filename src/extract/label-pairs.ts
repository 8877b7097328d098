import { guessLabelField, type LabelField, toLabelField } from './labels.ts'

const LONGEST_LABEL = 80

/** The labels of one line with what stands behind them; `next` is the line below. */
export function readPairs(line: string, next: string | undefined): { label: string; value: string }[] {
  const text = line.replace(/^\s*(?:[•·*▪◦–>-]\s+|\d{1,2}[.)]\s+)/u, '').trim()
  const dashes = /^-{2,}\s*([^-].{0,60}?)\s*-{2,}$/u.exec(text)
  if (dashes?.[1])
    return toLabelField(dashes[1]) || /^[\p{L}?' ]+$/u.test(dashes[1])
      ? [{ label: dashes[1], value: '' }]
      : []
  const row = /^\|\s*([^|]{1,80}?)\s*\|\s*([^|]*?)\s*\|?$/u.exec(text)
  if (row?.[1] && row[2] !== undefined)
    return /^[-:\s]*$/u.test(row[1]) ? [] : [{ label: row[1], value: row[2] }]
  const tab = /^([^\t]{1,80})\t+(\S.*)$/u.exec(text)
  if (tab?.[1] && tab[2]) return [{ label: tab[1].replace(/:\s*$/u, ''), value: tab[2].trim() }]
  const bracket = /^\[([^\]]{2,60})\]\s*(\S.*)$/u.exec(text)
  if (bracket?.[1] && bracket[2] && guessLabelField(bracket[1]))
    return [{ label: bracket[1], value: bracket[2] }]
  const wide = /^(\p{Lu}[^:\t]{1,30}?)\s{2,}(\S.*)$/u.exec(text)
  if (wide?.[1] && wide[2] && !/\s{3,}\S+:(?:\s|$)/u.test(text) && toLabelField(wide[1]))
    return [{ label: wide[1], value: wide[2] }]
  const told = /^(\p{Lu}[\p{L} ]{2,24}?) (["“].*)$/u.exec(text)
  if (told?.[1] && told[2] && toLabelField(told[1])) return [{ label: told[1], value: told[2] }]
  const equals = readEquals(text)
  if (equals.length > 0) return equals
  const colons = readColons(text, next)
  if (colons.length > 0) return colons
  const question = /^(\p{L}[^?]{3,100}\?)\s*[:-]?\s+(\S.*)$/u.exec(text)
  if (question?.[1] && question[2] && !/^\([^)]*\)[\s*:]*$/u.test(question[2]))
    return [{ label: question[1], value: question[2] }]
  const column = /^(\p{L}[\p{L} '’]{1,24}?)\s{3,}(\S.*)$/u.exec(text)
  if (column?.[1] && column[2] && toLabelField(column[1])) return [{ label: column[1], value: column[2] }]
  const dash =
    /^(\p{L}[\p{L}\d_ '’/&-]{1,24}?)\s*(?:=>?|\s?(?:→|➜|➔|⇒|»)\s?|\s[-–—>]+\s|\.{2,})\s*(\S.*)$/u.exec(text)
  if (dash?.[1] && dash[2] && isDashed(dash[1], text)) return [{ label: dash[1], value: dash[2] }]
  return []
}

// "name=Yuki Hasegawa; ph=604-555-0160; city=Vancouver"
function readEquals(text: string): { label: string; value: string }[] {
  const bare = text.slice(0, 4000).replace(/^[\p{L} ]{2,20}[>:|-]{1,3}\s*(?=\p{L}[\p{L}_ ]{0,24}=)/u, '')
  const parted = bare.split(/\s*[;|&]\s*(?=\p{L}[\p{L}_ ]{0,24}\s?=)/u)
  // "name=Bo Dow tel=…", "name=Bo Dow, tel=…"
  const cells = parted.length < 3 ? bare.split(/,?\s+(?=\p{L}[\p{L}_]{0,24}=)/u) : parted
  if (cells.length < 3) return []
  const pairs = cells.map((cell) => /^(\p{L}[\p{L}_ ]{0,24}?)\s?=\s?(.*)$/u.exec(cell))
  if (pairs.some((pair) => pair === null)) return []
  return pairs.map((pair) => ({
    label: pair?.[1] ?? '',
    value: (pair?.[2] ?? '').replace(/;\s*$/u, '').trim(),
  }))
}

// A dash is common in sentences: only a label written as one counts. "a=b" is no sentence.
function isDashed(label: string, line: string): boolean {
  const field = toLabelField(label)
  if (/^[\p{L}\d_]+\s*=/u.test(line)) return true
  if (field === undefined) return false
  return isContact(field) || line.startsWith(`${label}=`) || (/^\p{Lu}/u.test(label) && label.length > 3)
}

const CONTACT: ReadonlySet<string> = new Set([
  'firstName',
  'lastName',
  'email',
  'phone',
  'mobile',
  'address',
  'city',
  'postalCode',
  'street',
  'name',
])
const isContact = (field: LabelField | undefined): boolean => field !== undefined && CONTACT.has(field)

function readColons(text: string, next: string | undefined): { label: string; value: string }[] {
  const cuts: { start: number; end: number; label: string }[] = []
  let from = 0
  for (
    let colon = indexOfColon(text, 0);
    colon >= 0 && cuts.length < 12;
    colon = indexOfColon(text, colon + 1)
  ) {
    const cut = cuts.length === 0 && from === 0 ? firstLabel(text, colon) : laterLabel(text, from, colon)
    if (cut) {
      cuts.push(cut)
      from = cut.end
    } else if (cuts.length === 0) return []
    if (colon > 4000) break
  }
  const pairs = cuts.map((cut, index) => ({
    label: cut.label,
    value: text
      .slice(cut.end, cuts[index + 1]?.start ?? text.length)
      .replace(/[\s,;|/•·-]+$/u, '')
      .trim(),
  }))
  const [only] = pairs
  // "Note the gate code:" and such are sentences unless a value follows.
  if (
    pairs.length === 1 &&
    only?.value === '' &&
    toLabelField(only.label) === undefined &&
    (next ?? '').trim() === ''
  )
    return []
  return pairs
}

function indexOfColon(text: string, from: number): number {
  const rest = text.slice(from)
  const at = rest.search(/[:：]/u)
  return at < 0 ? -1 : from + at
}

function firstLabel(text: string, colon: number): { start: number; end: number; label: string } | undefined {
  const label = text.slice(0, colon).trim()
  if (label === '' || label.length > LONGEST_LABEL || !/^[\p{L}#¿]/u.test(label)) return undefined
  // "Where's the soggy yard? Please include zip": what stands behind a question is a remark.
  const asked = /^(\p{L}[^?]{3,80}\?)\s+\p{L}.{2,60}$/u.exec(label)?.[1]
  if (asked) return { start: 0, end: colon + 1, label: asked }
  // "C.P. / Postal code", "Tél. (jour)": abbreviations end in a full stop too.
  if (!/[!?@"“”]|\p{L}{7}\.\s/u.test(label) && toLabelField(label)) return { start: 0, end: colon + 1, label }
  if (
    (/^(?:https?|mailto|tel|ftp)$/iu.test(label) && /^\S/u.test(text.slice(colon + 1))) ||
    /[@"“”]|[.!]\s/u.test(label) ||
    (/\d$/u.test(label) && /^\d/u.test(text.slice(colon + 1)))
  ) {
    return undefined
  }
  if (label.split(/\s+/u).length > 12) return undefined
  if (toLabelField(label)) return { start: 0, end: colon + 1, label }
  // "Hi Sam, Jane called. Phone: …": only the words right before the colon are the label.
  return laterLabel(text, 0, colon) ?? { start: 0, end: colon + 1, label }
}

// In a line that began with a label these are labels too, also in small letters.
const PLAIN_LABEL =
  /^(?:job|notes?|needs?|details?|source|service|message|comments?|wants?|scope|desc|description|addr|re)$/iu

function laterLabel(
  text: string,
  from: number,
  colon: number,
): { start: number; end: number; label: string } | undefined {
  const before = text.slice(Math.max(from, colon - 40), colon)
  const starts = [...before.matchAll(/(?<=^|[\s,;|/(•-])\p{L}/gu)].map((match) => match.index).slice(-4)
  for (const start of starts) {
    const label = before.slice(start).trim()
    const offset = colon - before.length + start
    if (offset === 0 || /\s[/|]{1,2}\s/u.test(label) || !toLabelField(label)) continue
    // In the middle of a sentence a short everyday word is no label.
    const parted = /(?:\s{2,}|[,;|/•(-]\s*|\t)$/u.test(text.slice(from, offset))
    // "What kind of work:", "Address of the property:": the end of a longer label.
    if (
      from === 0 &&
      !parted &&
      /\b(?:of|for|from|by|about|with|in|the|your|a|an|this|to|at|is|on|which|and|or|&|y|et|e|ou|o|de|du|la|le|votre)\s$/iu.test(
        text.slice(0, offset),
      )
    )
      continue
    // "Staff member:" is nobody's name.
    if (!parted && toLabelField(label) === 'name' && label !== 'name' && /^\p{Ll}/u.test(label)) continue
    const isCapital = from > 0 && /^\p{Lu}/u.test(label)
    const isPlain = from > 0 && PLAIN_LABEL.test(label)
    if (parted || isCapital || isPlain || isContact(toLabelField(label)))
      return { start: offset, end: colon + 1, label }
  }
  return undefined
}

/** "Address: Street: 12 Main St": a label that is the value of another. */
export function readNested(value: string): { label: string; value: string } | undefined {
  const nested = /^([\p{L} /]{3,24}):\s+(\S.*)$/u.exec(value)
  return nested?.[1] && nested[2] && toLabelField(nested[1])
    ? { label: nested[1], value: nested[2] }
    : undefined
}
