import { isObject, type JsonObject } from '../workspace/json.ts'
import { CAPS, checkText, isBlank } from './caps.ts'

/** A task is read only with `job_task_create: true`. */
export function checkTask(body: JsonObject): string[] {
  const wanted = body.job_task_create
  if (wanted !== undefined && typeof wanted !== 'boolean') return ['job_task_create must be true or false']
  if (!wanted) return []
  const task = body.task
  if (!isObject(task)) return ['task is missing, though job_task_create is true']
  return [
    ...(isBlank(task.name) ? ["task.name can't be blank"] : []),
    ...checkText(task.name, 'task.name', CAPS.taskName),
    ...checkText(task.notes, 'task.notes', CAPS.taskNotes),
    ...(['on_site', 'all_day'] as const).flatMap((field) =>
      ['boolean', 'undefined'].includes(typeof task[field]) ? [] : [`task.${field} must be true or false`],
    ),
    ...checkTimes(task),
  ]
}

function checkTimes(task: JsonObject): string[] {
  const { start, stop } = task
  const wrong = Object.entries({ start, stop }).flatMap(([field, value]) =>
    value === undefined || readLocalTime(value)
      ? []
      : [`task.${field} must be a time (YYYY-MM-DD HH:MM:SS) that exists`],
  )
  if (wrong.length > 0) return wrong
  if (stop === undefined) return []
  const from = readLocalTime(start)
  const until = readLocalTime(stop)
  if (!from || !until) return ['task.stop needs a task.start']
  const order = Temporal.PlainDateTime.compare(from, until)
  const inOrder = task.all_day === true ? order <= 0 : order < 0
  return inOrder ? [] : ['task.stop must be after task.start']
}

/** Undefined when it is no `YYYY-MM-DD HH:MM:SS` of the calendar. */
export function readLocalTime(value: unknown): Temporal.PlainDateTime | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:[0-5]\d$/u.test(value)) return undefined
  try {
    return Temporal.PlainDateTime.from(value.replace(' ', 'T'), { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
