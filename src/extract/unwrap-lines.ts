const NARROWEST = 55
const WIDEST = 100

/** Joins lines that a mail program broke at its right margin, so that "12 Fern\nHill Rd" is one street again. */
export function unwrapLines(lines: readonly string[]): readonly string[] {
  const width = Math.max(0, ...lines.map((line) => line.trimEnd().length))
  if (width < NARROWEST || width > WIDEST) return lines
  const joined: string[] = []
  let wasBroken = false
  for (const [at, line] of lines.entries()) {
    const before = joined.at(-1)
    if (wasBroken && before !== undefined) joined[joined.length - 1] = `${before.trimEnd()} ${line.trim()}`
    else joined.push(line)
    wasBroken = isBroken(line, lines[at + 1], width)
  }
  return joined
}

const LABELLED = /^\s*\p{Lu}[\p{L}'’ -]{1,40}[:?]\s+\S/u

// The next line's first word would not have fitted any more.
function isBroken(line: string, next: string | undefined, width: number): boolean {
  const [word = ''] = (next ?? '').trim().split(/\s/u)
  const length = line.trimEnd().length
  if (LABELLED.test(next ?? '')) return false
  return word !== '' && length > 40 && length + 1 + word.length > width && /^[\p{L}\p{N}(“"'$&]/u.test(word)
}
