/** `YYYY-MM-DD` and `HH:mm` of an instant, read in a time zone. */
export function zonedParts(at: Date, timeZone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find((item) => item.type === type)?.value ?? ''
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** Epoch seconds of `YYYY-MM-DD HH:mm` on the clocks of a zone; a time that occurs twice is the first one. */
export function zonedSeconds(text: string, timeZone: string): number | undefined {
  const wanted = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/u.exec(text)
  if (!wanted) return undefined
  const asUtc = Date.parse(`${wanted[1]}T${wanted[2]}:00Z`)
  if (Number.isNaN(asUtc)) return undefined
  // No zone is further than 14 hours from UTC, and all differ from it by whole quarters of an hour.
  for (let offset = 14 * 60; offset >= -14 * 60; offset -= 15) {
    const at = new Date(asUtc - offset * 60_000)
    const { date, time } = zonedParts(at, timeZone)
    if (date === wanted[1] && time === wanted[2]) return at.getTime() / 1000
  }
  return undefined
}
