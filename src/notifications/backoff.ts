import type { NotificationSettings } from './settings.ts'

/** How long to wait after the given number of failed tries; never less than Slack asked for. */
export function backoffMs(
  tries: number,
  askedMs: number | undefined,
  settings: Pick<NotificationSettings, 'backoffMs' | 'jitter'>,
  random: () => number,
): number {
  const { backoffMs: table, jitter } = settings
  const base = table[Math.min(Math.max(tries, 1), table.length) - 1] ?? 0
  return Math.round(Math.max(base, askedMs ?? 0) * (1 + jitter * random()))
}
