/** Caps of the Lead Entry API, in UTF-16 units. Source: the Lead Entry API page. */
export const CAPS = {
  jobName: 41,
  jobNotes: 4000,
  customValue: 4000,
  taskName: 41,
  taskNotes: 4000,
  state: 5,
  portalField: 255,
} as const

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The longest start of `text` within `cap` UTF-16 units that ends between two graphemes. */
export function cutAtGrapheme(text: string, cap: number): string {
  if (text.length <= cap) return text
  let end = 0
  // One unit more than the cap, so that a grapheme that straddles it is seen whole enough to be left out.
  for (const { segment, index } of graphemes.segment(text.slice(0, cap + 64))) {
    if (index + segment.length > cap) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** Like `cutAtGrapheme`, ends with `…` when something was cut; the ellipsis counts. */
export function cutWithEllipsis(text: string, cap: number): string {
  return text.length <= cap ? text : `${cutAtGrapheme(text, cap - 1).trimEnd()}…`
}

/** Cuts at the last word boundary within the cap, at a grapheme where one word alone is longer. */
export function cutAtWord(text: string, cap: number): string {
  if (text.length <= cap) return text
  const cut = cutAtGrapheme(text, cap)
  if (/\s/u.test(text.charAt(cut.length))) return cut.trimEnd()
  const space = cut.search(/\s\S*$/u)
  return space > 0 ? cut.slice(0, space).trimEnd() : cut
}
