import type { JsonObject, JsonValue } from '../../workspace/json.ts'

/** What every kind of field gets. */
export type FieldProps = {
  readonly element: JsonObject
  readonly id: string
  readonly label: string
  /** What was entered last, else what the workspace holds. */
  readonly value: JsonValue
  /** `value`: what the control API takes as a field's value; `shown`: the same as it then stands in `state.values`; `isTyped`: more may follow. */
  enter(value: unknown, shown: JsonValue, isTyped?: boolean): void
  /** What the field is called in the control API. */
  readonly field: string
  readonly aria: AriaProps
  readonly hasFocus: boolean
}

export type AriaProps = {
  readonly 'aria-required': boolean
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby'?: string
}
