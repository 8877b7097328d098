/** A word of a text with where it stands; `gap` is what lies between it and the word before. */
export type Token = {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  readonly gap: string
}

const WORD =
  /#\s?[\p{L}\p{N}][\p{L}\p{N}-]*|[\p{L}\p{N}](?:[\p{L}\p{N}'’/&-]*[\p{L}\p{N}])?(?:\.(?=\p{L}\b)\p{L})*/gu

export function toTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    tokens.push({
      text: word,
      lower: word.toLowerCase().replace(/\./gu, ''),
      start: match.index,
      end: match.index + word.length,
      gap: text.slice(end, match.index),
    })
    end = match.index + word.length
  }
  return tokens
}
