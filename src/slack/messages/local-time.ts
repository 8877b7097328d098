import type { AccountKey } from '../../lead/ids.ts'
import type { MessageContext } from './message.ts'

/** `formatMoment` in the account's own zone. */
export function formatAccountMoment(
  at: number,
  account: AccountKey,
  { settings, now }: MessageContext,
): string {
  return formatMoment(at, settings.accountTimeZones.get(account) ?? 'UTC', now)
}

/** "2:14 pm" in the account's zone; with the day ("Nov 21, 2:14 pm") when that is not today. Times are epoch ms. */
export function formatMoment(at: number, timeZone: string, now: number): string {
  const moment = toZoned(at, timeZone)
  const time = formatTime(moment.toPlainTime())
  if (moment.toPlainDate().equals(toZoned(now, timeZone).toPlainDate())) return time
  return `${moment.toPlainDate().toLocaleString('en-US', { month: 'short', day: 'numeric' })}, ${time}`
}

/** "Tue, Nov 24, 4:00 pm" from `2026-11-24T16:00:00`, or only the day. */
export function formatLocalStart(start: string, allDay: boolean): string {
  const local = Temporal.PlainDateTime.from(start)
  const day = local
    .toPlainDate()
    .toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric' })
  return allDay ? `${day}, all day` : `${day}, ${formatTime(local.toPlainTime())}`
}

function toZoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
}

function formatTime(time: Temporal.PlainTime): string {
  return (
    time
      .toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' })
      // ICU puts a narrow no-break space here, which some phones show as a box.
      .replaceAll('\u202f', ' ')
      .toLowerCase()
  )
}
