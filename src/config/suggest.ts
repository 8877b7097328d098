/** The known name that is meant by a misspelt one; undefined when none is near. */
export function suggestName(given: string, known: Iterable<string>): string | undefined {
  const wanted = fold(given)
  // A third of the letters may be wrong: `acounts` means accounts, `port` doesn't mean `own`.
  let leastEdits = Math.ceil(wanted.length / 3) + 1
  let nearest: string | undefined
  for (const name of known) {
    const edits = countEdits(wanted, fold(name), leastEdits)
    if (edits < leastEdits) {
      leastEdits = edits
      nearest = name
    }
  }
  return nearest
}

const fold = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')

/** Letters to insert, delete or replace; stops counting at `limit`. */
function countEdits(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? limit
}
