const MINUTE_MS = 60_000

/** "just now", "2 minutes ago", "yesterday" is not among them: "26 hours ago" leaves no doubt about the day. */
export function timeAgo(at: number, now: number): string {
  const minutes = Math.floor((now - at) / MINUTE_MS)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return count(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.floor(hours / 24), 'day')
}

/** "March", with the year where that is another one. */
export function monthOf(at: number, timeZone: string, now: number): string {
  const [then, today] = [at, now].map((ms) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone),
  )
  const isThisYear = then?.year === today?.year
  return then?.toLocaleString('en-US', { month: 'long', ...(!isThisYear && { year: 'numeric' }) }) ?? ''
}

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'} ago`
