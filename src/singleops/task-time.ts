import type { SingleOpsAccount } from './settings.ts'

type Moment = {
  /** Local time in the account's zone: `2026-11-23T16:00:00`. */
  readonly local: string
  /** The same, epoch ms. */
  readonly at: number
}

/** `2026-11-23 16:00:00`, in the zone that SingleOps reads task times in. */
export function toTaskTime(
  { local, at }: Moment,
  { taskTimes }: Pick<SingleOpsAccount, 'taskTimes'>,
): string {
  const time =
    taskTimes === 'utc'
      ? Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime()
      : Temporal.PlainDateTime.from(local)
  return time.toString({ smallestUnit: 'second' }).replace('T', ' ')
}
