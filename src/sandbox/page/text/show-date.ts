/** Slack's `<!date^…>`: the tokens that say a time or a day, in the reader's zone. */
export function showDate(seconds: number, format: string, timeZone: string): string {
  const date = new Date(seconds * 1000)
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(date)
  const tokens: Readonly<Record<string, () => string>> = {
    date_num: () => say({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    date: () => say({ year: 'numeric', month: 'long', day: 'numeric' }),
    date_short: () => say({ year: 'numeric', month: 'short', day: 'numeric' }),
    date_long: () => say({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    time: () => say({ hour: 'numeric', minute: '2-digit' }),
    time_secs: () => say({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  }
  return format.replace(/\{(\w+?)(?:_pretty)?\}/gu, (found, name: string) => tokens[name]?.() ?? found)
}

/** `ts` of a message as the time of day. */
export function timeOf(ts: string, timeZone: string): string {
  return showDate(Number(ts), '{time}', timeZone)
}

/** The day as it stands between messages; a `ts` that is none has no day. */
export function dayOf(seconds: number, timeZone: string, now = Date.now()): string | undefined {
  if (Number.isNaN(seconds)) return undefined
  const day = showDate(seconds, '{date_long}', timeZone)
  if (day === showDate(now / 1000, '{date_long}', timeZone)) return 'Today'
  return day === showDate(now / 1000 - 86_400, '{date_long}', timeZone) ? 'Yesterday' : day
}
