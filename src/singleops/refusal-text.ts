import { cutWithEllipsis } from '../lead/limits.ts'
import { refusalAnswer } from './schemas.ts'

// Long enough for a sentence about each field, short enough for a message in Slack.
const LONGEST = 500

/** SingleOps' own words about why it refused, without our credentials, should it quote them. */
export function readRefusal(answer: unknown, secrets: readonly string[]): string | undefined {
  const parsed = refusalAnswer.safeParse(answer)
  if (!parsed.success) return undefined
  const { error, errors, message } = parsed.data
  const text = [error, errors, message].map(toText).find((one) => one !== '')
  if (!text) return undefined
  const safe = secrets.filter(Boolean).reduce((rest, secret) => rest.replaceAll(secret, '•••'), text)
  return cutWithEllipsis(safe.replace(/\s+/gu, ' ').trim(), LONGEST)
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(toText).filter(Boolean).join('; ')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([field, problem]) => [field, toText(problem)])
    .filter(([, problem]) => problem)
    .map(([field, problem]) => `${field} ${problem}`)
    .join('; ')
}
