import { toLabelField } from './labels.ts'

const CELL_END = /\s{2,}|\t+|\s*\|\s*/u
// What a person is found by; a row with fewer of these is no heading.
const TELLING: ReadonlySet<string | undefined> = new Set([
  'name',
  'firstName',
  'lastName',
  'phone',
  'mobile',
  'email',
  'city',
  'cityLine',
  'address',
  'street',
])

/** Writes a table of one row with its headings above as labelled lines: call sheets and exports come that way. */
export function writeTablesOut(lines: readonly string[]): readonly string[] {
  const written: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const labels = cellsOf(line)
    const next = nextFilled(lines, at + 1)
    const values = next === undefined ? [] : rowOf(lines[next] ?? '', line, labels)
    const isHeading =
      labels.length >= 3 &&
      values.length === labels.length &&
      labels.filter((label) => TELLING.has(toLabelField(label))).length >= 2 &&
      !values.some((value) => TELLING.has(toLabelField(value)))
    const after = next === undefined ? undefined : nextFilled(lines, next + 1)
    // Several rows are several customers: none of them is the one.
    const isOnly = after === undefined || cellsOf(lines[after] ?? '').length !== labels.length
    if (!isHeading || next === undefined || !isOnly) {
      written.push(line)
      continue
    }
    for (const [cell, label] of labels.entries())
      if (toLabelField(label)) written.push(`${label}: ${values[cell] ?? ''}`)
    at = next
  }
  return written
}

const cellsOf = (line: string): readonly string[] =>
  line.length > 400 || line.includes(': ')
    ? []
    : isCommaSeparated(line)
      ? cellsBetweenCommas(line)
      : line
          .trim()
          .replace(/^\|\s*|\s*\|$/gu, '')
          .split(CELL_END)

// "name,email,phone": no blank behind the commas, as programs write them.
const isCommaSeparated = (line: string): boolean =>
  (line.match(/,(?=[^\s,])/gu) ?? []).length >= 2 && !/\t|\s{2,}\S+\s{2,}/u.test(line)

function cellsBetweenCommas(line: string): readonly string[] {
  const cells = [...line.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,"]*))(?=,|$)/gu)]
  return cells.map(([, quoted, plain = '']) => (quoted?.replaceAll('""', '"') ?? plain).trim())
}

// Where a value fills its column no wide gap is left: then the headings say where a column begins.
function rowOf(row: string, heading: string, labels: readonly string[]): readonly string[] {
  const cells = cellsOf(row)
  if (cells.length === labels.length || labels.length < 3) return cells
  let from = 0
  const starts = labels.map((label) => {
    from = heading.indexOf(label, from)
    return from
  })
  if (starts.some((start) => start > 0 && !/^\s?$/u.test(row[start - 1] ?? ''))) return cells
  return starts.map((start, at) => row.slice(start, starts[at + 1]).trim())
}

function nextFilled(lines: readonly string[], from: number): number | undefined {
  for (let at = from; at < Math.min(lines.length, from + 2); at += 1)
    if (/[\p{L}\d]/u.test(lines[at] ?? '')) return at
  return undefined
}
