import type { JsonObject, JsonValue } from '../json.ts'
import { isEmptyValue } from './element-states.ts'
import type { Field, FieldSet } from './field-set.ts'

/** Slack's cap for a text that the app did not cap itself. */
const DEFAULT_MAX_LENGTH = 3000

/** What Slack's client says before it sends anything: block id → text. Only input blocks are checked. */
export function checkBeforeSubmit(fields: FieldSet): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const field of fields.values()) {
    if (field.block.type !== 'input') continue
    const error = isEmptyValue(field.value) ? missingError(field) : valueError(field.element, field.value)
    if (error !== undefined) errors[field.blockId] ??= error
  }
  return errors
}

function missingError({ block }: Field): string | undefined {
  return block.optional === true ? undefined : 'Please complete this required field.'
}

function valueError(element: JsonObject, value: JsonValue): string | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return lengthError(element, String(value))
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(String(value))
        ? undefined
        : 'Please enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(String(value)) ? undefined : 'Please enter a valid URL.'
    case 'number_input':
      return numberError(element, String(value))
    case 'file_input':
      return tooMany(value, Number(element.max_files ?? 10), 'files')
    default:
      return tooMany(value, Number(element.max_selected_items ?? Number.POSITIVE_INFINITY), 'items')
  }
}

function lengthError(element: JsonObject, value: string): string | undefined {
  const min = Number(element.min_length ?? 0)
  const max = Number(element.max_length ?? DEFAULT_MAX_LENGTH)
  if (value.length < min) return `Please enter at least ${min} characters.`
  return value.length > max ? `Please enter no more than ${max} characters.` : undefined
}

function numberError(element: JsonObject, value: string): string | undefined {
  const pattern = element.is_decimal_allowed === true ? /^-?\d*\.?\d+$/u : /^-?\d+$/u
  if (!pattern.test(value)) {
    return element.is_decimal_allowed === true ? 'Please enter a number.' : 'Please enter a whole number.'
  }
  if (element.min_value !== undefined && Number(value) < Number(element.min_value)) {
    return `Please enter a number that is at least ${String(element.min_value)}.`
  }
  return element.max_value !== undefined && Number(value) > Number(element.max_value)
    ? `Please enter a number that is at most ${String(element.max_value)}.`
    : undefined
}

function tooMany(value: JsonValue, max: number, what: string): string | undefined {
  return Array.isArray(value) && value.length > max ? `Please select no more than ${max} ${what}.` : undefined
}
