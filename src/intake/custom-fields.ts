import type { CustomInputId, OperationId } from '../lead/ids.ts'
import type { AccountCatalog, CustomInput } from './ports.ts'
import type { AccountIntake, CustomInputRule } from './settings.ts'

/** A custom input and where the form has it. */
export type CustomField = {
  readonly input: CustomInput
  /** A hidden one is sent with this value. */
  readonly place: 'short' | 'more' | { readonly hiddenWith: string }
}

/** The account's inputs that apply to the operation, the lead source first. Without an operation: those that apply to all. */
export function customFieldsFor(
  account: AccountIntake,
  catalog: AccountCatalog,
  operation: OperationId | undefined,
): CustomField[] {
  const source = findLeadSource(account, catalog)
  return catalog.customInputs
    .filter((input) => appliesTo(input, operation))
    .map((input) => ({ input, place: placeOf(input, ruleFor(account, input), input.id === source?.id) }))
    .toSorted((a, b) => Number(b.input.id === source?.id) - Number(a.input.id === source?.id))
}

/** The input that takes the lead source, by the settings' name or id. */
export function findLeadSource(account: AccountIntake, catalog: AccountCatalog): CustomInput | undefined {
  const wanted = account.leadSource.input
  return wanted === undefined ? undefined : catalog.customInputs.find((input) => isNamed(input, wanted))
}

/**
 * The value that people's words mean: the keys of options that are called so, several on a line each, and `true` or `false` for a tick
 * box; for other kinds the words themselves. Undefined where the input has no such value.
 */
export function valueNamed(input: CustomInput, words: string): string | undefined {
  if (input.kind === 'checkbox') return TICKS.get(fold(words))
  if (!isDropdown(input)) return words
  const keys = keysOf(words).map((one) => keyNamed(input, fold(one)))
  return keys.every((key) => key !== undefined) ? keys.join('\n') : undefined
}

const TICKS = new Map([
  ...['true', 'yes', 'on', '1'].map((word) => [word, 'true'] as const),
  ...['false', 'no', 'off', '0'].map((word) => [word, 'false'] as const),
])

function keyNamed({ options }: CustomInput, wanted: string): string | undefined {
  return options.find(({ key, display }) => fold(display) === wanted || fold(key) === wanted)?.key
}

/** What people read for a value: the options' names, yes for a ticked box. */
export function displayOf(input: CustomInput, value: string): string {
  if (input.kind === 'checkbox') return value === 'true' ? 'Yes' : 'No'
  if (!isDropdown(input)) return value
  return keysOf(value)
    .map((key) => input.options.find((option) => option.key === key)?.display ?? key)
    .join(', ')
}

/** Several keys stand on a line each. */
export function keysOf(value: string): string[] {
  return value.split('\n').filter(Boolean)
}

export function isDropdown(input: CustomInput): boolean {
  return input.kind === 'dropdown' || input.kind === 'multi-dropdown'
}

export function customFieldName(id: CustomInputId): `custom:${CustomInputId}` {
  return `custom:${id}`
}

function appliesTo(input: CustomInput, operation: OperationId | undefined): boolean {
  if (input.operations === undefined) return true
  return operation !== undefined && input.operations.includes(operation)
}

function ruleFor(account: AccountIntake, input: CustomInput): CustomInputRule | undefined {
  const [, rule] = Object.entries(account.customInputs).find(([name]) => isNamed(input, name)) ?? []
  return rule
}

function placeOf(
  input: CustomInput,
  rule: CustomInputRule | undefined,
  isSource: boolean,
): CustomField['place'] {
  // What no option is called stays as it is: the form and doctor say so.
  if (rule?.kind === 'hide') return { hiddenWith: valueNamed(input, rule.value) ?? rule.value }
  // A required input behind *More fields* would refuse the form for a field that nobody sees.
  if (input.required || isSource || rule?.kind === 'show') return 'short'
  return 'more'
}

function isNamed(input: CustomInput, name: string): boolean {
  return input.id === name || fold(input.name) === fold(name)
}

function fold(text: string): string {
  return text.trim().toLowerCase()
}
