/** Why a search was not answered. */
export type DirectoryErrorCode = 'unreachable' | 'too_slow' | 'rate_limited' | 'not_allowed' | 'unreadable'

/** The search was not answered; nothing is known about the client. Its message holds neither terms nor credentials. */
export class DirectoryError extends Error {
  override name = 'DirectoryError'
  readonly code: DirectoryErrorCode

  constructor(code: DirectoryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
