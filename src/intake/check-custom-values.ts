import type { CustomInputId } from '../lead/ids.ts'
import type { CustomValue } from '../lead/lead.ts'
import { CAPS } from '../lead/limits.ts'
import { type CustomField, customFieldName, displayOf, isDropdown, keysOf } from './custom-fields.ts'
import type { CustomInput } from './ports.ts'
import { checkLength, type Problem } from './problem.ts'

export type CheckedCustomValues = {
  readonly values: readonly CustomValue[]
  readonly problems: readonly Problem[]
}

/**
 * Values of inputs that don't apply (any more) are left out; hidden inputs get the settings' value. A required tick box that nobody ticked
 * says no.
 */
export function checkCustomValues(
  fields: readonly CustomField[],
  typed: Readonly<Record<CustomInputId, string>>,
): CheckedCustomValues {
  const values: CustomValue[] = []
  const problems: Problem[] = []
  for (const { input, place } of fields) {
    const hidden = typeof place === 'object' ? place.hiddenWith : undefined
    const value = hidden ?? (typed[input.id]?.trim() || unticked(input))
    const problem = checkValue(input, value)
    if (problem) {
      const text = hidden === undefined ? problem : unfit(input, hidden)
      problems.push({ field: customFieldName(input.id), text })
    } else if (value) {
      values.push({ inputId: input.id, name: input.name, value, display: displayOf(input, value) })
    }
  }
  return { values, problems }
}

function unticked({ kind, required }: CustomInput): string | undefined {
  return kind === 'checkbox' && required ? 'false' : undefined
}

// Nobody can mend it in the form.
function unfit({ name }: CustomInput, value: string): string {
  return `${name} is not in this form: Leadhand always sends "${value}" for it, which SingleOps does not take. Please ask the office to correct that in Leadhand's settings.`
}

/** What is wrong with a value, in words for whoever typed it. */
export function checkValue(input: CustomInput, value: string | undefined): string | undefined {
  if (!value) return input.required ? `${input.name} is needed for this operation.` : undefined
  if (input.kind === 'number' && !/^-?\d+(\.\d+)?$/u.test(value)) {
    return 'This must be a number, like 3 or 12.5.'
  }
  if (input.kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/u.test(value)) {
    return 'This must be a day, like 2026-11-23.'
  }
  if (input.kind === 'checkbox' && value !== 'true' && value !== 'false') return 'This must be yes or no.'
  if (isDropdown(input) && !keysOf(value).every((key) => isOffered(input, key))) {
    return 'This choice is not offered any more. Please choose another one.'
  }
  return checkLength(customFieldName(input.id), input.name, value, CAPS.customValue)?.text
}

function isOffered({ options }: CustomInput, key: string): boolean {
  return options.some((option) => option.key === key)
}
