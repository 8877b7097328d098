/** Stands where a secret or a customer's fact would. */
export const REDACTED = '[redacted]'

// A key is sensitive when one of its words is: `user_token`, `workPhone`, `SLACK_SIGNING_SECRET`.
const SENSITIVE_WORDS = new Set([
  'address',
  'addresses',
  'authorization',
  'body',
  'contact',
  'cookie',
  'credentials',
  'email',
  'emails',
  'entry',
  'mobile',
  'password',
  'phone',
  'phones',
  'secret',
  'signature',
  'street',
  'term',
  'token',
  'tokens',
])
// Whole keys, since their words are harmless elsewhere: `name` of a room, `needsPerson`.
const SENSITIVE_KEYS = new Set([
  'clientname',
  'companyname',
  'content',
  'firstname',
  'fullname',
  'lastname',
  'need',
  'notes',
  'plaintext',
  'text',
])

export function isSensitiveKey(key: string): boolean {
  if (SENSITIVE_KEYS.has(key.replaceAll(/[^a-z]/giu, '').toLowerCase())) return true
  const words = key.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').split(/[^A-Za-z]+/u)
  return words.some((word) => SENSITIVE_WORDS.has(word.toLowerCase()))
}

// The order counts: a query string goes as a whole before its parts are looked at.
const SECRETS_IN_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\bx(?:ox[a-z]|app)-[\w-]+/giu, REDACTED],
  [/\b(authorization["']?\s*[:=]\s*["']?|bearer\s+)(?:(?:basic|bearer)\s+)?[\w.~+/=-]+/giu, `$1${REDACTED}`],
  [/(:\/\/)[^\s/@"']+@/gu, `$1${REDACTED}@`],
  [/\?[^\s"'<>?]*=[^\s"'<>]*/gu, '?…'],
  [/(user_(?:email|token)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/giu, `$1${REDACTED}`],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/giu, '[email]'],
  [/\+\d{10,15}\b|(?<![\w.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])/gu, '[phone]'],
]

/** A text without tokens, query strings, credentials, email addresses and phone numbers. */
export function redactText(text: string): string {
  return SECRETS_IN_TEXT.reduce((cleaned, [secret, mark]) => cleaned.replaceAll(secret, mark), text)
}
