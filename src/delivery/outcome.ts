import type { JobId } from '../lead/ids.ts'
import type { OutcomeKind } from '../lead/lead.ts'
import { AccountBlockedError, DeliveryError, RefusedError, RetryLaterError } from './errors.ts'

/** How one POST ended. `text` is for people; of a refusal it is SingleOps' own reason, to be quoted, and empty when it gave none. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly jobId?: JobId }
  | {
      readonly kind: 'retry'
      readonly code: string
      readonly text: string
      readonly retryAfterSeconds?: number
    }
  | {
      readonly kind: Exclude<OutcomeKind, 'delivered' | 'retry'>
      readonly code: string
      readonly text: string
    }

export type Failure = Exclude<Outcome, { readonly kind: 'delivered' }>

/** Whatever is not known to be harmless counts as unsure: SingleOps may have made the job. */
export function toFailure(error: unknown): Failure {
  if (error instanceof RefusedError) {
    return { kind: 'refused', code: error.code, text: error.reason ?? '' }
  }
  if (error instanceof AccountBlockedError) return { kind: 'blocked', code: error.code, text: error.message }
  if (error instanceof RetryLaterError) {
    const { retryAfterSeconds } = error
    return {
      kind: 'retry',
      code: error.code,
      text: error.message,
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    }
  }
  if (error instanceof DeliveryError) return { kind: 'unsure', code: error.code, text: error.message }
  return { kind: 'unsure', code: 'unexpected', text: 'SingleOps may or may not have taken the lead' }
}
