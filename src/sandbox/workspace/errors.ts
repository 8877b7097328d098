import type { JsonObject } from './json.ts'

/** The person tried something that Slack's client does not offer: the test is wrong, or the app shows the wrong thing. */
export class CannotDoError extends Error {
  override name = 'CannotDoError'
  /** `no_such_field`: the view has changed since the person looked at it, or the name is wrong. */
  readonly code: 'cannot_do' | 'no_such_field'

  constructor(message: string, code: 'cannot_do' | 'no_such_field' = 'cannot_do') {
    super(message)
    this.code = code
  }
}

/** A Web API answer with `ok:false`. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: string
  readonly details: JsonObject

  constructor(code: string, details: JsonObject = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** `invalid_arguments` with its messages, as views.* and argument checks answer. */
export function invalidArguments(...messages: string[]): ApiError {
  return new ApiError('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  })
}
