export type EmailMention = { readonly address: string; readonly start: number; readonly end: number }

const LOCAL = /[\p{L}\p{N}._%+'-]/u
const DOMAIN = /[\p{L}\p{N}.-]/u
const LONGEST_LOCAL = 64
const LONGEST_DOMAIN = 253

/** Every email address in a text. Walks outwards from each @, so that text without one costs nothing. */
export function findEmails(text: string): readonly EmailMention[] {
  const found: EmailMention[] = []
  let at = text.indexOf('@')
  for (; at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text[start - 1] ?? '')) start -= 1
    while (start < at && !/[\p{L}\p{N}_]/u.test(text[start] ?? '')) start += 1
    let end = at + 1
    while (end < text.length && end - at <= LONGEST_DOMAIN && DOMAIN.test(text[end] ?? '')) end += 1
    while (end > at + 1 && !/[\p{L}\p{N}]/u.test(text[end - 1] ?? '')) end -= 1
    const domain = text.slice(at + 1, end)
    if (start === at || !/\.\p{L}{2,24}$/u.test(domain) || domain.includes('..')) continue
    found.push({
      address: `${text.slice(start, at)}@${domain}`.toLowerCase().replace(/^mailto:/u, ''),
      start,
      end,
    })
  }
  return found
}
