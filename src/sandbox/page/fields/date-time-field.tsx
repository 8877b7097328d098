import { useNames } from '../text/names.ts'
import type { FieldProps } from './field-props.ts'

/** Date and time on the person's own clock. */
export function DateTimeField({ id, label, value, enter, aria, hasFocus }: FieldProps) {
  const { timeZone } = useNames()
  return (
    <input
      type="datetime-local"
      id={id}
      aria-label={label}
      data-focus-on-load={hasFocus || undefined}
      value={typeof value === 'number' ? onTheClock(value, timeZone) : ''}
      onChange={({ target }) => void enter(target.value === '' ? null : target.value)}
      {...aria}
    />
  )
}

/** `YYYY-MM-DDTHH:mm`; Swedes write it so. */
function onTheClock(seconds: number, timeZone: string): string {
  return new Date(seconds * 1000)
    .toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .replace(' ', 'T')
}
