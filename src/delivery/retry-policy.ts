import type { DeliverySettings } from './settings.ts'

type RetrySettings = Pick<DeliverySettings, 'backoffMs' | 'jitter' | 'retryAfterCapMs'>

/**
 * How long to wait after the given number of attempts. What SingleOps asks for (Retry-After) is kept up to a cap, and never undercut
 * by our own table. Chance only adds, so that leads of one moment part.
 */
export function retryDelayMs(
  attempts: number,
  retryAfterSeconds: number | undefined,
  settings: RetrySettings,
  random: () => number,
): number {
  const { backoffMs } = settings
  const backoff = backoffMs[Math.min(Math.max(attempts, 1), backoffMs.length) - 1] ?? 0
  const base = Math.max(backoff, askedDelayMs(retryAfterSeconds, settings) ?? 0)
  return Math.round(base * (1 + settings.jitter * random()))
}

/** What SingleOps asked for, cut to the cap; undefined when it asked for nothing. */
export function askedDelayMs(
  retryAfterSeconds: number | undefined,
  settings: Pick<DeliverySettings, 'retryAfterCapMs'>,
): number | undefined {
  if (retryAfterSeconds === undefined || !(retryAfterSeconds >= 0)) return undefined
  return Math.min(retryAfterSeconds * 1_000, settings.retryAfterCapMs)
}
