import type { DeliveryKind } from '../api.ts'
import type { JsonObject, JsonValue } from '../json.ts'

/** The reasons that Slack writes into `x-slack-retry-reason`. */
export type RetryReason = 'http_timeout' | 'too_many_redirects' | 'connection_failed' | 'http_error'

export type Delivery = {
  readonly kind: DeliveryKind
  /** How the traffic names it. */
  readonly what: string
  readonly payload: JsonObject
  readonly retry?: { readonly number: number; readonly reason: RetryReason }
}

/** What came back, before anybody has judged it. */
export type LineAnswer = {
  /** Missing when no answer came. */
  readonly status?: number
  /** Undefined for an empty body; text when it is no JSON. */
  readonly body?: JsonValue
  readonly failure?: RetryReason
  /** The app asked not to get this event again. */
  readonly noRetry?: boolean
}

/** A way to the app: its request URL or one of its sockets. */
export type Line = (delivery: Delivery, timeoutMs: number) => Promise<LineAnswer>
