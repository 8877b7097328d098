import { isQuestionLabel } from './label-questions.ts'
import { guessLabelField, toLabelField } from './labels.ts'

/** Lines that stand alone above their value, as Gravity Forms, Facebook and many builders write them. */
export function findHeadings(lines: readonly string[]): ReadonlyMap<number, string> {
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  const known = filled.filter((at, index) => {
    const next = lines[filled[index + 1] ?? -1]
    return (
      next !== undefined &&
      isBareLabel(lines[at] ?? '') &&
      !isBareLabel(next) &&
      !/:\s/u.test(lines[at] ?? '')
    )
  })
  const headings = new Map<number, string>()
  if (known.length < 2) return new Map([...findQuestions(lines, filled), ...aboveText(lines, known, filled)])
  const style = styleOf(lines, known, filled)
  filled.forEach((at, index) => {
    const line = lines[at] ?? ''
    const next = filled[index + 1]
    if (next === undefined) return
    const isKnown = known.includes(at)
    const fits =
      style === 'indented'
        ? isIndented(lines, next) && !/^\s/u.test(line)
        : style === 'upper'
          ? isUpper(line)
          : isQuestion(line)
    const spaced =
      style === 'plain' &&
      (isTitled(lines, at, next) || isBlockTitle(lines, at, next) || isBetween(lines, known, filled, index))
    if (isKnown || (fits && next - at <= 2 && !/^[^:]{1,40}:\s+\S/u.test(line)) || spaced)
      headings.set(at, withoutNumber(line).replace(/:$/u, ''))
  })
  return headings
}

const withoutNumber = (line: string): string => line.trim().replace(/^\d{1,2}[.)]\s+/u, '')

// Stands above a block as a remark on all of it.
const STATUS =
  /^(?:first[- ]time (?:caller|visitor)|(?:new|returning|existing) (?:cust(?:omer)?|caller|client|visitor)|(?:un)?qualified|unread)$/iu

const isBareLabel = (line: string): boolean => {
  const trimmed = withoutNumber(line)
  return (
    trimmed.length <= 60 &&
    !/[:@\d]/u.test(trimmed.replace(/:$/u, '')) &&
    !STATUS.test(trimmed) &&
    toLabelField(trimmed) !== undefined
  )
}

function styleOf(
  lines: readonly string[],
  known: readonly number[],
  filled: readonly number[],
): 'indented' | 'upper' | 'plain' {
  const indented = known.filter((at) => isIndented(lines, filled[filled.indexOf(at) + 1] ?? -1))
  if (indented.length * 2 > known.length) return 'indented'
  return known.every((at) => isUpper(lines[at] ?? '')) ? 'upper' : 'plain'
}

const isIndented = (lines: readonly string[], at: number): boolean =>
  /^(?:\s{2,}|\t)\S/u.test(lines[at] ?? '')
const isUpper = (line: string): boolean =>
  line.length <= 80 && line === line.toUpperCase() && /\p{Lu}{3}/u.test(line)
const isQuestion = (line: string): boolean =>
  line.trim().length <= 100 && (isQuestionLabel(line) || (PROMPT.test(line) && !/[.:]\s*$/u.test(line)))

// "Tell us a bit more – the more detail the better"
const PROMPT =
  /^\s*(?:\d{1,2}[.)]\s+)?(?:please |kindly )?(?:tell us|tell me|describe|explain|share|let us know|give us)\b/iu

// "Call Summary", and under it a paragraph: the only heading of its kind.
function aboveText(
  lines: readonly string[],
  known: readonly number[],
  filled: readonly number[],
): ReadonlyMap<number, string> {
  const found = filled.filter((at, index) => {
    const label = withoutNumber(lines[at] ?? '')
    const next = (lines[filled[index + 1] ?? -1] ?? '').trim()
    const isShort = label.split(/\s+/u).length <= 5 && !/[:.!,@\d]/u.test(label.replace(/:$/u, ''))
    return (
      isShort &&
      next.length > 60 &&
      (known.includes(at) || (lines[at - 1] ?? '').trim() === '') &&
      guessLabelField(label) === 'message'
    )
  })
  return new Map(found.map((at) => [at, withoutNumber(lines[at] ?? '').replace(/:$/u, '')]))
}

// Chatty forms ask in whole sentences, with the answer right below.
function findQuestions(lines: readonly string[], filled: readonly number[]): ReadonlyMap<number, string> {
  const asked = filled.filter(
    (at, index) =>
      filled[index + 1] === at + 1 && isQuestion(lines[at] ?? '') && !isQuestion(lines[at + 1] ?? ''),
  )
  // "Last name too please" among questions is one.
  const isForm = asked.length >= 2
  const named = filled.filter(
    (at) => isForm && guessLabelField(lines[at] ?? '') !== undefined && isTitled(lines, at, at + 1),
  )
  return new Map(
    isForm ? [...new Set([...asked, ...named])].map((at) => [at, withoutNumber(lines[at] ?? '')]) : [],
  )
}

// Label, value, label, value …: a line between two known labels that stands where a label would.
function isBetween(
  lines: readonly string[],
  known: readonly number[],
  filled: readonly number[],
  index: number,
): boolean {
  const line = (lines[filled[index] ?? -1] ?? '').trim()
  if (line.length > 50 || /[\d@:.!,]/u.test(line) || !/^\p{Lu}/u.test(line)) return false
  const before = filled.slice(0, index).findLastIndex((at) => known.includes(at))
  const behind = filled.findIndex((at, other) => other > index && known.includes(at))
  return before >= 0 && behind > index && index - before === 2 && (behind - index) % 2 === 0
}

// "Service details", and right below what was asked for, in one line or several.
const isBlockTitle = (lines: readonly string[], at: number, next: number): boolean =>
  next - at === 1 &&
  (lines[at - 1] ?? '').trim() === '' &&
  (lines[at] ?? '').trim().length <= 40 &&
  !/[.!,@:\d]/u.test(lines[at] ?? '') &&
  guessLabelField(lines[at] ?? '') === 'message'

// Blank lines around and the value right below or after one blank line: a heading that the list lacks.
function isTitled(lines: readonly string[], at: number, next: number): boolean {
  const line = (lines[at] ?? '').trim()
  const isKnown = line.length <= 80 && guessLabelField(line) !== undefined
  if ((line.length > 50 && !isKnown) || /[.!,@]|\d{3}/u.test(line) || !/^\p{Lu}/u.test(line)) return false
  const blankBefore = at === 0 || (lines[at - 1] ?? '').trim() === ''
  return (
    blankBefore &&
    next - at === 1 &&
    (lines[next + 1] ?? '').trim() === '' &&
    line.split(/\s+/u).length <= (isKnown ? 12 : 6)
  )
}
