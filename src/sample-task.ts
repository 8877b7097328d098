import type { Task } from './lead/follow-up.ts'
import { SAMPLE_MARK } from './lead/sample-lead.ts'

/** A call tomorrow at ten in that zone, for a lead that is a test. */
export function taskTomorrow(timeZone: string, now: number): Task {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const start = today.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: '10:00' })
  const stop = start.add({ minutes: 15 })
  const local = (time: Temporal.ZonedDateTime) => time.toPlainDateTime().toString({ smallestUnit: 'second' })
  return {
    name: SAMPLE_MARK,
    onSite: false,
    start: local(start),
    stop: local(stop),
    startsAt: start.epochMilliseconds,
    stopsAt: stop.epochMilliseconds,
    allDay: false,
  }
}
