import type { JobId } from '../lead/ids.ts'
import type { OutcomeKind } from '../lead/lead.ts'
import { cutWithEllipsis } from '../lead/limits.ts'
import { AccountBlockedError, DeliveryError, RefusedError, RetryLaterError } from './errors.ts'

/** How one POST ended. `text` is for people. */
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

const LONGEST_REASON = 300

/** Whatever is not known to be harmless counts as unsure: SingleOps may have made the job. */
export function toFailure(error: unknown): Failure {
  if (error instanceof RefusedError) return { kind: 'refused', code: error.code, text: refusal(error) }
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

function refusal(error: RefusedError): string {
  return error.reason
    ? cutWithEllipsis(`SingleOps refused the lead: ${error.reason}`, LONGEST_REASON)
    : error.message
}
