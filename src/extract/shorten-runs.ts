// No word that anybody means is longer, and no ruler needs more; signed web addresses reach a thousand.
const LONGEST_WORD = 1500
const LONGEST_REPEAT = 120

/**
 * Cuts words that no person writes and rulers of one character. Patterns that look for what stands before or behind a long run cost
 * its square; after this no run is long.
 */
export function shortenRuns(text: string): string {
  let kept = ''
  let copied = 0
  let word = 0
  let repeat = 0
  let last = -1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    repeat = code === last ? repeat + 1 : 1
    word = isSpace(code) ? 0 : word + 1
    last = code
    if (repeat <= LONGEST_REPEAT && word <= LONGEST_WORD) continue
    kept += text.slice(copied, at)
    copied = at + 1
  }
  return copied === 0 ? text : kept + text.slice(copied)
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 160
