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

/** Values of inputs that don't apply (any more) are left out; hidden inputs get the settings' value. */
export function checkCustomValues(
  fields: readonly CustomField[],
  typed: Readonly<Record<CustomInputId, string>>,
): CheckedCustomValues {
  const values: CustomValue[] = []
  const problems: Problem[] = []
  for (const { input, place } of fields) {
    const value = typeof place === 'object' ? place.hiddenWith : typed[input.id]?.trim()
    const problem = checkValue(input, value)
    if (problem) problems.push({ field: customFieldName(input.id), text: problem })
    else if (value)
      values.push({ inputId: input.id, name: input.name, value, display: displayOf(input, value) })
  }
  return { values, problems }
}

function checkValue(input: CustomInput, value: string | undefined): string | undefined {
  if (!value) return input.required ? `${input.name} is needed for this operation.` : undefined
  if (input.kind === 'number' && !/^-?\d+(\.\d+)?$/u.test(value)) {
    return 'This must be a number, like 3 or 12.5.'
  }
  if (
    isDropdown(input) &&
    !keysOf(value).every((key) => input.options.some((option) => option.key === key))
  ) {
    return 'This choice is not offered any more. Please choose another one.'
  }
  return checkLength(customFieldName(input.id), input.name, value, CAPS.customValue)?.text
}
