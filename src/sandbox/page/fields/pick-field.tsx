import { textOfObject } from '../text/text-of-object.ts'
import type { FieldProps } from './field-props.ts'
import { usePlacesFor } from './places.ts'

/** One person or channel. */
export function PickField({ element, id, label, value, enter, aria, hasFocus }: FieldProps) {
  const choices = usePlacesFor(String(element.type))
  return (
    <select
      id={id}
      aria-label={label}
      data-focus-on-load={hasFocus || undefined}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => enter(target.value || null, target.value || null)}
      {...aria}
    >
      <option value="">{textOfObject(element.placeholder) || 'Choose…'}</option>
      {choices.map(({ text, value: own }) => (
        <option key={own} value={own}>
          {text}
        </option>
      ))}
    </select>
  )
}
