import type { FieldProps } from './field-props.ts'

export function TimeField({ id, label, value, enter, aria, hasFocus }: FieldProps) {
  return (
    <input
      type="time"
      id={id}
      aria-label={label}
      data-focus-on-load={hasFocus || undefined}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => void enter(target.value === '' ? null : target.value)}
      {...aria}
    />
  )
}
