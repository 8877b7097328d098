import type { WebClientOptions } from '@slack/web-api'
import { type ApiFailure, readApiFailure } from './api-error.ts'
import { fetchWithin } from './fetch-within.ts'

/**
 * For the client that the notifier posts with. It must not repeat a post by itself: after a lost answer the message is looked for
 * first. When to try again is the notices' affair, also after a rate limit.
 */
export const ONE_TRY: Pick<WebClientOptions, 'retryConfig' | 'rejectRateLimitedCalls' | 'fetch'> = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  // Slack answers in well under a second; a slow post is better looked for than waited for.
  fetch: fetchWithin(10_000),
}

export type SlackAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ApiFailure }

/** Makes one call; what went wrong comes back as a value, to be decided on by its kind. */
export async function callSlack<T>(call: () => Promise<T>): Promise<SlackAnswer<T>> {
  try {
    return { ok: true, value: await call() }
  } catch (error) {
    return { ok: false, failure: readApiFailure(error) }
  }
}
