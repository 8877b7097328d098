import type { z } from 'zod'
import type { AccountCatalog, CustomInput, InputKind, Operation } from '../intake/ports.ts'
import { customInputId, operationId } from '../lead/ids.ts'
import type { CustomInputAnswer, operationAnswer } from './schemas.ts'

export function toOperation(answer: z.output<typeof operationAnswer>): Operation {
  const name = answer.display_name?.trim() || answer.name?.trim() || `Operation ${answer.id}`
  return { id: operationId(answer.id), name, active: answer.active ?? true }
}

/** Inputs of jobs only, in the account's order. */
export function toCustomInputs(answers: readonly CustomInputAnswer[]): AccountCatalog['customInputs'] {
  return answers
    .filter((answer) => answer.resource_type.toLowerCase() === 'job')
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
    .map(toCustomInput)
}

function toCustomInput(answer: CustomInputAnswer): CustomInput {
  const options = (answer.dropdown_options ?? []).map(({ key, display }) => ({
    key,
    display: display || key,
  }))
  const operations = answer.operations?.map(operationId)
  return {
    id: customInputId(answer.id),
    name: answer.name,
    kind: toKind(answer.input_type, options.length > 0),
    required: answer.required ?? false,
    // None named means all.
    ...(operations && operations.length > 0 && { operations }),
    options,
  }
}

// The page lists no types; these are the words that such forms use.
const KINDS: Readonly<Record<string, InputKind>> = {
  text: 'text',
  string: 'text',
  text_field: 'text',
  text_area: 'long-text',
  textarea: 'long-text',
  long_text: 'long-text',
  number: 'number',
  integer: 'number',
  decimal: 'number',
  currency: 'number',
  date: 'date',
  dropdown: 'dropdown',
  select: 'dropdown',
  radio: 'dropdown',
  multi_dropdown: 'multi-dropdown',
  multiselect: 'multi-dropdown',
  multi_select: 'multi-dropdown',
  checkbox: 'checkbox',
  check_box: 'checkbox',
  boolean: 'checkbox',
}

function toKind(inputType: string, hasOptions: boolean): InputKind {
  const name = inputType
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_')
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
  return kind ?? (hasOptions ? 'dropdown' : 'other')
}
