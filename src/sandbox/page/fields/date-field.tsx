import { ClockField } from './clock-field.tsx'
import type { FieldProps } from './field-props.ts'

export function DateField(props: FieldProps) {
  return <ClockField {...props} type="date" shown={typeof props.value === 'string' ? props.value : ''} />
}
