/**
 * How an attempt failed, by what may be done next. Texts are fit for people and hold no customer data and no credentials.
 * Source of the classes: DESIGN "States of a lead".
 */
export class DeliveryError extends Error {
  override name: string = 'DeliveryError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** SingleOps looked at the lead and said no: a person has to change it. `reason` is SingleOps' own text. */
export class RefusedError extends DeliveryError {
  override name = 'RefusedError'
  readonly reason: string | undefined

  constructor(reason: string | undefined, options?: ErrorOptions) {
    super('refused', 'SingleOps refused the lead', options)
    this.reason = reason
  }
}

/** Surely not taken: it may be sent again as it is. */
export class RetryLaterError extends DeliveryError {
  override name = 'RetryLaterError'
  readonly retryAfterSeconds: number | undefined

  constructor(code: string, message: string, options?: ErrorOptions & { retryAfterSeconds?: number }) {
    super(code, message, options)
    this.retryAfterSeconds = options?.retryAfterSeconds
  }
}

/** The account's settings are wrong: all its leads wait until somebody mends them. */
export class AccountBlockedError extends DeliveryError {
  override name = 'AccountBlockedError'
}

/** SingleOps may or may not have made the job. */
export class UnsureError extends DeliveryError {
  override name = 'UnsureError'
}
