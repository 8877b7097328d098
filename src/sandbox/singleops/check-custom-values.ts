import { isObject } from '../workspace/json.ts'
import type { CustomInput } from './account.ts'
import { CAPS, checkText, isBlank } from './caps.ts'

/** Each value must fit an input of jobs that applies to the operation, and each required one of these must have a value. */
export function checkCustomValues(
  values: unknown,
  inputs: readonly CustomInput[],
  operationId: unknown,
): string[] {
  if (values !== undefined && !Array.isArray(values)) return ['job.custom_field_values must be a list']
  const problems: string[] = []
  const filled = new Set<number>()
  for (const entry of values ?? []) {
    if (!isObject(entry) || typeof entry.custom_input_id !== 'number') {
      problems.push('custom_field_values: custom_input_id must be a number')
      continue
    }
    const id = entry.custom_input_id
    if (filled.has(id)) problems.push(`custom input ${id} is given twice`)
    problems.push(...checkEntry(id, entry.value, inputs, operationId))
    if (!isBlank(entry.value)) filled.add(id)
  }
  const missing = inputs.filter(
    (input) => input.required && isForJob(input, operationId) && !filled.has(input.id),
  )
  return [...problems, ...missing.map((input) => `${input.name} can't be blank`)]
}

function checkEntry(
  id: number,
  value: unknown,
  inputs: readonly CustomInput[],
  operationId: unknown,
): string[] {
  const input = inputs.find((one) => one.id === id)
  if (!input) return [`custom input ${id} is unknown`]
  if (input.resource_type !== 'job') return [`${input.name} is not an input of jobs`]
  if (!isForJob(input, operationId)) return [`${input.name} does not apply to operation ${operationId}`]
  return isBlank(value) ? [] : checkValue(value, input)
}

function isForJob(input: CustomInput, operationId: unknown): boolean {
  if (input.resource_type !== 'job') return false
  return input.operations.length === 0 || input.operations.some((id) => id === operationId)
}

function checkValue(value: unknown, input: CustomInput): string[] {
  const keys = new Set(input.dropdown_options.map((option) => option.key))
  const isKey = (one: unknown) => typeof one === 'string' && keys.has(one)
  switch (input.input_type) {
    case 'number':
      return isNumeric(value) ? [] : [`${input.name} must be a number`]
    case 'date':
      return isDate(value) ? [] : [`${input.name} must be a date (YYYY-MM-DD)`]
    case 'checkbox':
      return typeof value === 'boolean' ? [] : [`${input.name} must be true or false`]
    case 'dropdown':
      return isKey(value) ? [] : [`${input.name} is not included in the list`]
    case 'multi_dropdown':
      return Array.isArray(value) && value.every(isKey)
        ? []
        : [`${input.name} must be a list of values in the list`]
    default:
      return checkText(value, input.name, CAPS.customValue)
  }
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/u.test(value))
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
