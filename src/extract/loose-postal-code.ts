import type { Token } from '../lead/address-tokens.ts'

/** "i think he said 74008", and nothing of which there could be so many. */
export function isSaidCode(text: string, tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!before || !token || !/^\s+$/u.test(token.gap)) return false
  // "the zip is 12866"
  if (
    /^(?:is|was)$/u.test(before.lower) &&
    /^(?:zip|zipcode|code|postal)$/u.test(tokens[at - 2]?.lower ?? '')
  )
    return true
  return (
    /^(?:said|says|think|thinks|believes?|guess|maybe|probably|possibly)$/u.test(before.lower) &&
    /^\s*(?:[.,;)\n]|$)/u.test(text.slice(token.end, token.end + 20))
  )
}

/** "Whitney B., 02368, tree trimming, …" */
export const isBetweenMarks = (text: string, tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return (
    token !== undefined &&
    /^\d{5}$/u.test(token.text) &&
    /(?:,|\s[/|•·–-]|\n)\s*$/u.test(token.gap) &&
    /^(?:,\s|\s+[/|•·–-]\s|\s*\n|\s*$)/u.test(text.slice(token.end, token.end + 4))
  )
}
