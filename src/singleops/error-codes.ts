/** The code of a network error, or of the one that it was caused by. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const TOO_SLOW = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
])

export function isTooSlow(error: unknown): boolean {
  if (error instanceof DOMException) return error.name === 'TimeoutError'
  return TOO_SLOW.has(codeOf(error) ?? '')
}

const BROKEN = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** The connection was there and then it wasn't. */
export function isBroken(error: unknown): boolean {
  return BROKEN.has(codeOf(error) ?? '')
}
