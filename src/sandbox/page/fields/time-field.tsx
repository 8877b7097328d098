import { ClockField } from './clock-field.tsx'
import type { FieldProps } from './field-props.ts'

export function TimeField(props: FieldProps) {
  return <ClockField {...props} type="time" shown={typeof props.value === 'string' ? props.value : ''} />
}
