import { useNames } from '../text/names.ts'
import { ClockField } from './clock-field.tsx'
import type { FieldProps } from './field-props.ts'

/** Date and time on the person's own clock. */
export function DateTimeField(props: FieldProps) {
  const { timeZone } = useNames()
  const { value } = props
  const shown =
    typeof value === 'number' ? onTheClock(value, timeZone) : typeof value === 'string' ? value : ''
  return <ClockField {...props} type="datetime-local" shown={shown} />
}

/** `YYYY-MM-DDTHH:mm`; Swedes write it so. */
function onTheClock(seconds: number, timeZone: string): string {
  return new Date(seconds * 1000)
    .toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .replace(' ', 'T')
}
