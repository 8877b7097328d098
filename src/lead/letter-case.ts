const SMALL = new Set(['of', 'the', 'and', 'de', 'la', 'des', 'du', 'le', 'les', 'van', 'von', 'der', 'den'])
const CAPITALS = new Set(['ne', 'nw', 'se', 'sw', 'po', 'rr', 'us', 'nc', 'hc'])

/** `MCNABB` and `mcnabb` → `McNabb`. Text that already mixes cases is left as it was typed. */
export function toNameCase(text: string): string {
  if (text !== text.toLowerCase() && !isShouted(text)) return text
  return capitalise(text.toLowerCase()).replace(
    /(?<![\p{L}])(Mc|O['’])(\p{L})/gu,
    (_, start: string, letter: string) => start + letter.toUpperCase(),
  )
}

/** The same for streets and towns: `200 main st ne` → `200 Main St NE`. */
export function toPlaceCase(text: string): string {
  if (text !== text.toLowerCase() && !isShouted(text)) return text
  return toNameCase(text)
    .split(' ')
    .map((word, at) => {
      const lower = word.toLowerCase()
      if (CAPITALS.has(lower)) return lower.toUpperCase()
      return at > 0 && SMALL.has(lower) ? lower : word
    })
    .join(' ')
}

const isShouted = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)

function capitalise(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}'’])\p{L}|(?<=\b[do]['’])\p{L}/gu, (letter) => letter.toUpperCase())
}
