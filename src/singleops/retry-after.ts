/** Seconds that a `Retry-After` header asks for, as a number or as an HTTP date; undefined when there is none that makes sense. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  if (/^\d+$/u.test(text)) return Number(text)
  // Only the form that HTTP prescribes: Date.parse reads `-5` or `1.5` as dates too.
  if (!/^[A-Za-z]{3,9},? /u.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000))
}
