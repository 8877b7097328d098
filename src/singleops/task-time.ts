import type { SingleOpsAccount } from './settings.ts'

/** `2026-11-23T16:00:00` in the account's zone → `2026-11-23 16:00:00`, in the zone that SingleOps reads task times in. */
export function toTaskTime(
  local: string,
  { taskTimes, timeZone }: Pick<SingleOpsAccount, 'taskTimes' | 'timeZone'>,
): string {
  const time = Temporal.PlainDateTime.from(local)
  const wanted =
    taskTimes === 'utc' ? time.toZonedDateTime(timeZone).withTimeZone('UTC').toPlainDateTime() : time
  return wanted.toString({ smallestUnit: 'second' }).replace('T', ' ')
}
