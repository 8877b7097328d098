import type { CustomInputId } from '../lead/ids.ts'

/** Names of what can be wrong in a form; a custom input is named by its id. */
export type FieldName =
  | 'phone'
  | 'email'
  | 'name'
  | 'address'
  | 'need'
  | 'firstName'
  | 'lastName'
  | 'companyName'
  | 'secondPhone'
  | 'street'
  | 'unit'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'jobName'
  | 'operation'
  | 'followUp'
  | 'when'
  | 'date'
  | 'time'
  | 'stopTime'
  | 'occurrence'
  | 'taskName'
  | 'taskNotes'
  | `custom:${CustomInputId}`

/** What a person has to change, in words that stand beside the field. */
export type Problem = { readonly field: FieldName; readonly text: string }

/** Undefined when the text fits; `label` begins the sentence. */
export function checkLength(
  field: FieldName,
  label: string,
  text: string | undefined,
  cap: number,
  remedy = 'Please shorten it.',
): Problem | undefined {
  if (text === undefined || text.length <= cap) return undefined
  return {
    field,
    text: `${label} can have ${cap} characters at most; this has ${text.length}. ${remedy}`,
  }
}
