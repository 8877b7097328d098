/** Stands for what was read already; no rule of ours reads across it. */
export const MASK = '¦'

export type Span = { readonly start: number; readonly end: number }

/** The text with spans blotted out, of the same length. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  let masked = ''
  let at = 0
  for (const span of [...spans].sort((left, right) => left.start - right.start)) {
    if (span.end <= at) continue
    const start = Math.max(span.start, at)
    masked += text.slice(at, start) + MASK.repeat(span.end - start)
    at = span.end
  }
  return masked + text.slice(at)
}

const URL = /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/giu

export function findUrls(text: string): readonly Span[] {
  return [...text.matchAll(URL)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
