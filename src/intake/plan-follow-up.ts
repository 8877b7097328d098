import type { FollowUpEntry } from '../lead/draft.ts'
import type { Task } from '../lead/follow-up.ts'
import { CAPS, cutAtGrapheme } from '../lead/limits.ts'
import { checkLength, type Problem } from './problem.ts'
import type { FollowUpPreset } from './settings.ts'

export const PICK = 'pick'

export type FollowUpContext = {
  /** IANA zone of the account. */
  readonly timeZone: string
  readonly presets: readonly FollowUpPreset[]
  readonly callMinutes: number
  readonly visitMinutes: number
  /** Epoch ms. */
  readonly now: number
  /** First name, as it stands in the task's name. */
  readonly takerName: string
  readonly customerName: string | undefined
}

export type FollowUpPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'planned'; readonly task: Task }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }

type Span = { readonly start: Temporal.ZonedDateTime; readonly stop: Temporal.ZonedDateTime }

/** Presets that still lie ahead, with the day they mean. */
export function offeredPresets(
  context: Pick<FollowUpContext, 'presets' | 'timeZone' | 'now'>,
): FollowUpPreset[] {
  const now = zonedNow(context)
  return context.presets.filter((preset) => Temporal.ZonedDateTime.compare(presetStart(preset, now), now) > 0)
}

/** Whether the picked local time occurs twice, because the clocks go back. */
export function isRepeatedTime(entry: FollowUpEntry | undefined, timeZone: string): boolean {
  const local = readLocal(entry?.date, entry?.time)
  return local !== undefined && !entry?.allDay && instantsOf(local, timeZone) === 2
}

/** A task for SingleOps out of what was chosen, or what is wrong with it. Times are meant in the account's zone. */
export function planFollowUp(entry: FollowUpEntry | undefined, context: FollowUpContext): FollowUpPlan {
  if (!entry || entry.kind === 'none') return { kind: 'none' }
  const isPick = entry.when === PICK
  const span = isPick ? pickedSpan(entry, context) : presetSpan(entry, context)
  const texts = isPick
    ? [
        checkLength('taskName', 'The task name', entry.name, CAPS.taskName),
        checkLength('taskNotes', 'The task notes', entry.notes, CAPS.taskNotes),
      ].filter((problem) => problem !== undefined)
    : []
  const problems = [...('problems' in span ? span.problems : []), ...texts]
  if ('problems' in span || problems.length > 0) return { kind: 'wrong', problems }
  return {
    kind: 'planned',
    task: {
      name: (isPick && entry.name) || defaultTaskName(entry, context),
      ...(isPick && entry.notes ? { notes: entry.notes } : {}),
      onSite: entry.kind === 'visit',
      allDay: isPick && entry.allDay === true,
      start: toLocal(span.start),
      stop: toLocal(span.stop),
      startsAt: span.start.epochMilliseconds,
      stopsAt: span.stop.epochMilliseconds,
    },
  }
}

/** "Sam: call Jane Smith" */
export function defaultTaskName(
  entry: Pick<FollowUpEntry, 'kind'>,
  context: Pick<FollowUpContext, 'takerName' | 'customerName'>,
): string {
  const act = entry.kind === 'visit' ? 'estimate for' : 'call'
  return cutAtGrapheme(
    `${context.takerName}: ${act} ${context.customerName ?? 'the customer'}`,
    CAPS.taskName,
  )
}

function presetSpan(entry: FollowUpEntry, context: FollowUpContext): Span | { problems: Problem[] } {
  const preset = context.presets.find((one) => one.key === entry.when)
  if (!preset) return { problems: [{ field: 'when', text: 'Please choose when.' }] }
  const now = zonedNow(context)
  const start = presetStart(preset, now)
  if (Temporal.ZonedDateTime.compare(start, now) <= 0) {
    return {
      problems: [{ field: 'when', text: `"${preset.label}" has passed. Please choose another time.` }],
    }
  }
  return { start, stop: start.add({ minutes: minutesOf(entry, context) }) }
}

function presetStart(preset: FollowUpPreset, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const today = now.toPlainDate()
  const day =
    preset.day === 'today'
      ? today
      : preset.day === 'tomorrow'
        ? today.add({ days: 1 })
        : nextWorkingDay(today)
  return day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: preset.time })
}

const SATURDAY = 6

function nextWorkingDay(today: Temporal.PlainDate): Temporal.PlainDate {
  let day = today.add({ days: 1 })
  while (day.dayOfWeek >= SATURDAY) day = day.add({ days: 1 })
  return day
}

function pickedSpan(entry: FollowUpEntry, context: FollowUpContext): Span | { problems: Problem[] } {
  if (!entry.date) return { problems: [{ field: 'date', text: 'Please pick a day.' }] }
  if (entry.allDay) return allDaySpan(entry.date, context)
  const local = readLocal(entry.date, entry.time)
  if (!local) return { problems: [{ field: 'time', text: 'Please pick a time, or tick all day.' }] }
  const count = instantsOf(local, context.timeZone)
  if (count === 0) return { problems: [skippedTime('time', local, context.timeZone)] }
  if (count === 2 && !entry.occurrence) {
    return {
      problems: [
        {
          field: 'time',
          text: `The clocks go back that night, so ${timeText(local)} comes twice. Please choose the first or the second.`,
        },
      ],
    }
  }
  const start = local.toZonedDateTime(context.timeZone, {
    disambiguation: entry.occurrence === 'second' ? 'later' : 'earlier',
  })
  if (Temporal.ZonedDateTime.compare(start, zonedNow(context)) <= 0) {
    return { problems: [{ field: 'time', text: 'This time has passed. Please pick a later one.' }] }
  }
  if (!entry.stopTime) return { start, stop: start.add({ minutes: minutesOf(entry, context) }) }
  return stoppedSpan(entry.date, entry.stopTime, start)
}

function stoppedSpan(
  date: string,
  stopTime: string,
  start: Temporal.ZonedDateTime,
): Span | { problems: Problem[] } {
  const local = readLocal(date, stopTime)
  if (!local) return { problems: [{ field: 'stopTime', text: 'Please pick an end time.' }] }
  if (instantsOf(local, start.timeZoneId) === 0) {
    return { problems: [skippedTime('stopTime', local, start.timeZoneId)] }
  }
  const stop = local.toZonedDateTime(start.timeZoneId, { disambiguation: 'later' })
  if (Temporal.ZonedDateTime.compare(stop, start) > 0) return { start, stop }
  return { problems: [{ field: 'stopTime', text: 'The end must be after the start.' }] }
}

function allDaySpan(date: string, context: FollowUpContext): Span | { problems: Problem[] } {
  const day = Temporal.PlainDate.from(date)
  if (Temporal.PlainDate.compare(day, zonedNow(context).toPlainDate()) < 0) {
    return { problems: [{ field: 'date', text: 'This day has passed. Please pick a later one.' }] }
  }
  return {
    start: day.toZonedDateTime(context.timeZone),
    stop: day.toZonedDateTime({ timeZone: context.timeZone, plainTime: '23:59' }),
  }
}

function skippedTime(field: 'time' | 'stopTime', local: Temporal.PlainDateTime, timeZone: string): Problem {
  const next = local.toZonedDateTime(timeZone, { disambiguation: 'later' }).toPlainDateTime()
  return {
    field,
    text: `The clocks go forward that night, so there is no ${timeText(local)}. ${timeText(next)} would be the same moment.`,
  }
}

/** How many instants a local time means: 0 where the clocks skip it, 2 where it occurs twice. */
function instantsOf(local: Temporal.PlainDateTime, timeZone: string): 0 | 1 | 2 {
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return 1
  return earlier.toPlainDateTime().equals(local) ? 2 : 0
}

function readLocal(date: string | undefined, time: string | undefined): Temporal.PlainDateTime | undefined {
  return date && time ? Temporal.PlainDateTime.from(`${date}T${time}`) : undefined
}

function minutesOf(entry: FollowUpEntry, context: FollowUpContext): number {
  return entry.kind === 'visit' ? context.visitMinutes : context.callMinutes
}

function zonedNow(context: Pick<FollowUpContext, 'timeZone' | 'now'>): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(context.now).toZonedDateTimeISO(context.timeZone)
}

function timeText(local: Temporal.PlainDateTime): string {
  return local.toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' })
}

function toLocal(at: Temporal.ZonedDateTime): string {
  return at.toPlainDateTime().toString({ smallestUnit: 'second' })
}
