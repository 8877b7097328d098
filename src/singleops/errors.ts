/**
 * unreachable: no connection, or it broke. too_slow: a deadline passed. rate_limited: 429. not_allowed: 401, 403, 404 or a redirect, so the
 * settings are wrong. unreadable: an answer that the API page doesn't promise.
 */
export type NotAnsweredCode = 'unreachable' | 'too_slow' | 'rate_limited' | 'not_allowed' | 'unreadable'

/** SingleOps did not answer what it was asked. Holds neither the question nor credentials. */
export class NotAnsweredError extends Error {
  override name = 'NotAnsweredError'
  readonly code: NotAnsweredCode
  /** Of the answer, where there was one. */
  readonly status: number | undefined

  constructor(code: NotAnsweredCode, options?: ErrorOptions & { status?: number }) {
    super(TEXTS[code], options)
    this.code = code
    this.status = options?.status
  }
}

const TEXTS: Readonly<Record<NotAnsweredCode, string>> = {
  unreachable: "SingleOps can't be reached",
  too_slow: 'SingleOps took too long to answer',
  rate_limited: 'SingleOps asks us to slow down',
  not_allowed: 'SingleOps does not accept our credentials or address',
  unreadable: 'SingleOps sent an answer that makes no sense',
}
