import type { CustomInput } from '../intake/ports.ts'
import type { Lead } from '../lead/lead.ts'
import { CAPS, cutAtGrapheme } from '../lead/limits.ts'
import type { SingleOpsAccount } from './settings.ts'

export type CustomField = Pick<CustomInput, 'id' | 'name' | 'kind' | 'options'> &
  Partial<Pick<CustomInput, 'operations'>>

type WireValue = { readonly custom_input_id: number; readonly value: string | number | boolean | string[] }

/**
 * The lead's custom values in the form that SingleOps takes for each kind of input, and the lead's reference where the account has an
 * input for it. An input that is not known is sent as text.
 */
export function toCustomValues(
  lead: Lead,
  account: Pick<SingleOpsAccount, 'referenceInput'>,
  inputs: ReadonlyMap<string, CustomField>,
): WireValue[] {
  const values = new Map<string, WireValue>()
  for (const { inputId, value } of lead.content.customValues) {
    if (value.trim() === '') continue
    values.set(inputId, { custom_input_id: Number(inputId), value: toWireValue(value, inputs.get(inputId)) })
  }
  const referenceInput = findInput(account.referenceInput, inputs)
  const isFree = referenceInput && takesReference(referenceInput) && !values.has(referenceInput.id)
  // What a person entered there, and a lead that SingleOps takes, are worth more: the reference stands in the notes too.
  if (isFree && appliesTo(referenceInput, lead)) {
    values.set(referenceInput.id, { custom_input_id: Number(referenceInput.id), value: lead.reference })
  }
  return [...values.values()]
}

/** A dropdown would refuse the lead, a number would too. */
export const takesReference = ({ kind }: Pick<CustomInput, 'kind'>): boolean =>
  kind === 'text' || kind === 'long-text' || kind === 'other'

function toWireValue(value: string, input: CustomField | undefined): WireValue['value'] {
  switch (input?.kind) {
    case 'checkbox':
      return ['true', 'yes', '1', 'on'].includes(value.trim().toLowerCase())
    case 'number':
      return Number.isFinite(Number(value)) ? Number(value) : value
    case 'dropdown':
      return toKey(value, input)
    case 'multi-dropdown':
      return value
        .split('\n')
        .filter(Boolean)
        .map((key) => toKey(key, input))
    default:
      return cutAtGrapheme(value, CAPS.customValue)
  }
}

// A value from the settings may be what people read instead of the key.
function toKey(value: string, input: CustomField): string {
  const wanted = value.trim().toLowerCase()
  if (input.options.some((option) => option.key === value)) return value
  return input.options.find((option) => option.display.trim().toLowerCase() === wanted)?.key ?? value
}

function findInput(
  name: string | undefined,
  inputs: ReadonlyMap<string, CustomField>,
): CustomField | undefined {
  if (name === undefined) return undefined
  const wanted = name.trim().toLowerCase()
  return inputs.get(name) ?? [...inputs.values()].find((input) => input.name.trim().toLowerCase() === wanted)
}

function appliesTo(input: CustomField, lead: Lead): boolean {
  return input.operations?.includes(lead.content.operation.id) ?? true
}
