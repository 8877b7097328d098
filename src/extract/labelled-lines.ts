import { isBoilerplate } from './boilerplate.ts'
import { findHeadings } from './label-headings.ts'
import { readNested, readPairs } from './label-pairs.ts'
import { writeTablesOut } from './label-tables.ts'
import { guessLabelField, type LabelField } from './labels.ts'

/** A label and what stands behind or under it. */
export type Pair = { readonly label: string; readonly field?: LabelField; readonly value: string }

export type LabelledText = {
  readonly pairs: readonly Pair[]
  /** Lines that belong to no label. */
  readonly loose: readonly string[]
}

type Open = { label: string; field: LabelField | undefined; lines: string[]; runsOn: boolean }

const RUNS_ON: ReadonlySet<LabelField> = new Set(['message', 'address', 'street', 'billing', 'cityLine'])

const PLACES: ReadonlySet<LabelField> = new Set([
  'address',
  'street',
  'unit',
  'city',
  'state',
  'postalCode',
  'cityLine',
])
// "** BILLING (if different) **": heads the labels below it.
const BILLING = /^\W*(?:billing|mailing|bill to|invoice|facturation|facturaci[óo]n)\b[^:\d]{0,40}$/iu

const isSection = (line: string): boolean =>
  line.trim().length <= 50 && /^\W*\p{Lu}/u.test(line) && !/[:\d@.]/u.test(line)

// No form has more; a longer text is a log or a thread.
const MOST_LINES = 600

/** Takes labelled lines out of a text: `Label: value`, tables, headings with the value below, several labels in one line. */
export function readLabelledLines(given: readonly string[]): LabelledText {
  const lines = withoutLetters(writeTablesOut(given.slice(0, MOST_LINES).map(withoutArrow)))
  const headings = findHeadings(lines)
  const pairs: Open[] = []
  const loose: string[] = []
  let open: Open | undefined
  let blanks = 0
  let isBilling = false
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '') {
      blanks += 1
      continue
    }
    const heading = headings.get(at)
    const isEnd = isClosingLine(line) || isBoilerplate(line)
    const found = isEnd
      ? []
      : heading !== undefined
        ? [{ label: heading, value: '' }]
        : readPairs(line, lines[at + 1])
    if (found.length > 0) {
      for (const { label, value } of found) {
        if (value === '') isBilling = guessLabelField(label) === 'billing'
        const named = guessLabelField(label)
        const field = isBilling && named !== undefined && PLACES.has(named) ? 'billing' : named
        const nested = readNested(value)
        open = {
          label: tidyLabel(label),
          field,
          lines: value === '' || nested ? [] : [value],
          runsOn: runsOn(field, value),
        }
        if (!nested || field !== 'address') pairs.push(open)
        if (nested) {
          open = {
            label: nested.label,
            field: guessLabelField(nested.label),
            lines: [nested.value],
            runsOn: false,
          }
          pairs.push(open)
        }
      }
    } else if (open && goesOn(open, line, blanks, headings.size > 0)) {
      if (blanks > 0 && open.lines.length > 0) open.lines.push('')
      open.lines.push(line.trim())
      if (open.field === 'billing') isBilling = false
    } else {
      isBilling = BILLING.test(line) || (isBilling && !isSection(line))
      loose.push(line)
      open = undefined
    }
    blanks = 0
  }
  return { pairs: pairs.map(close), loose }
}

const withoutArrow = (line: string): string => line.replace(/^(\s*)(?:→|➜|➔|⇒|»|->|=>)\s*(?=\S)/u, '$1')

// "Q1: Job address" and below it "A1: 12 Main St".
function withoutLetters(given: readonly string[]): readonly string[] {
  const lines = given.map((line) =>
    line.replace(/^\s*Q\d{0,2}[:.)]\s+(.{2,100}?)[\s?:]*\s+A\d{0,2}[:.)]\s*(\S.*)?$/u, '$1? $2'),
  )
  const questions = lines.filter((line) => /^\s*Q\d{0,2}[:.)]\s/u.test(line)).length
  if (questions < 2) return lines
  return lines.map((line) => {
    const asked = /^\s*Q\d{0,2}[:.)]\s+(.+?)[\s?:]*$/u.exec(line)
    return asked ? `${asked[1]}?` : line.replace(/^\s*A\d{0,2}[:.)]\s+/u, '')
  })
}

function close(open: Open): Pair {
  const written = open.lines.join('\n').trim()
  const value = open.field === 'message' ? written : written.replace(/^"([^"\n]*)"$/u, '$1')
  return { label: open.label, ...(open.field && { field: open.field }), value }
}

function runsOn(field: LabelField | undefined, value: string): boolean {
  // "Text: Wants a bid, full yard renovation" is no number and may go on.
  const isTold =
    (field === 'phone' || field === 'mobile') && /\p{L}{2} \S/u.test(value) && !/\d{3}/u.test(value)
  return value === '' || field === undefined || isTold || RUNS_ON.has(field)
}

const PLACE =
  /^\p{L}[\p{L} .'’-]{1,40},?\s+(?:[A-Z]{2}|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?),?\s+(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b/u

function goesOn(open: Open, line: string, blanks: number, hasHeadings: boolean): boolean {
  if (/^\s*(?:--|__|==|\*\*)/u.test(line) || isClosingLine(line) || isBoilerplate(line)) return false
  if (open.lines.length === 0) return blanks <= 1
  if (!open.runsOn) return false
  if (open.field !== undefined && PLACES.has(open.field) && /^\s*["“«]/u.test(line)) return false
  // The town below its street, with a blank line between where the text was made from HTML.
  if ((open.field === 'address' || open.field === 'street') && blanks === 1 && PLACE.test(line.trim()))
    return true
  if (open.field === 'message') return blanks <= (hasHeadings ? 0 : 0)
  return blanks === 0 && open.lines.length < 8
}

/** Lines that end a form, whatever stands above them. */
export function isClosingLine(line: string): boolean {
  return (
    isLinkBar(line) ||
    /^\s*(?:(?:view|open|log ?in|reply|respond|manage|download)\b(?!\s*:\s+\S)|to (?:edit|view|respond|reply|unsubscribe|stop)|you can|sent (?:from|via|by|on|with)|this (?:e-?mail|message|form)|ce message|enviado desde|does this|thank you for using|unsubscribe|powered by|click|copyright|©|\[[^\]]*\]?\s*$|do not reply|please do not|need help|need to (?:reach|contact|call|talk to) us|(?:reach|contact|call) (?:us|support)\b|(?:have (?:a |any )?)?questions\?|if you don['’]?t recogni[sz]e|great news|respond within|reply within)/iu.test(
      line,
    )
  )
}

// "View timeline  |  Mark as spam": buttons of a mail, side by side.
function isLinkBar(line: string): boolean {
  const pieces = line.split(/\s*[|•·]\s*|\s{3,}/u).filter((piece) => piece.trim() !== '')
  if (pieces.length < 2 || line.length > 200 || /[\d@:?]/u.test(line)) return false
  return pieces.every((piece) => piece.trim().split(/\s+/u).length <= 6) && BUTTON.test(line)
}

const BUTTON =
  /(?:^|[|•·]|\s{3})\s*(?:view|open|reply|respond|download|listen|mark|send|call|manage|unsubscribe|archive|dismiss|dispute|reschedule|cancel|pause|refund|rate|upgrade|accept|decline|message|archive|assign|report|help|privacy|terms|preferences|settings|contact us|get the app|log ?in)\b/iu

function tidyLabel(label: string): string {
  return label
    .replace(/^[\s*•|>-]+|[\s*:|]+$/gu, '')
    .replace(/_/gu, ' ')
    .trim()
}
