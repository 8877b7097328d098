import type { Problem } from '../../../intake/problem.ts'
import { type FormField, fieldOf } from './field-ids.ts'

// Where a problem is shown when its own field is not: the line that the part was read from, or what decides about it.
const STAND_INS: Readonly<Record<string, readonly FormField[]>> = {
  firstName: ['name'],
  lastName: ['name'],
  companyName: ['name'],
  name: ['firstName', 'lastName', 'companyName'],
  secondPhone: ['phone'],
  street: ['address'],
  unit: ['address'],
  city: ['address'],
  state: ['address'],
  postalCode: ['address'],
  address: ['street'],
  jobName: ['need'],
  date: ['when', 'followUp'],
  time: ['date', 'when', 'followUp'],
  stopTime: ['time', 'when', 'followUp'],
  occurrence: ['time', 'when'],
  taskName: ['when', 'followUp'],
  taskNotes: ['when', 'followUp'],
  when: ['followUp'],
}

/**
 * Errors beside the fields, by block id. Slack takes them for shown input blocks only, so that each problem needs one; several in one place
 * stand below each other.
 */
export function toFormErrors(
  problems: readonly Problem[],
  blockIds: readonly string[],
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { field, text } of problems) {
    const blockId = placeFor(field, blockIds)
    if (blockId === undefined) continue
    const earlier = errors[blockId]
    errors[blockId] = earlier === undefined ? text : `${earlier}\n${text}`
  }
  return errors
}

function placeFor(field: FormField, blockIds: readonly string[]): string | undefined {
  // Which inputs apply, and are needed, the operation decides.
  const standIns = field.startsWith('custom:') ? (['operation'] as const) : (STAND_INS[field] ?? [])
  for (const candidate of [field, ...standIns]) {
    const blockId = blockIds.find((id) => fieldOf(id) === candidate)
    if (blockId !== undefined) return blockId
  }
  return blockIds[0]
}
