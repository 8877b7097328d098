import { textOfObject } from '../text/text-of-object.ts'
import type { FieldProps } from './field-props.ts'
import { type Choice, choiceGroups, chosenValues } from './options.ts'

export function SelectField({ element, id, label, value, enter, aria, hasFocus }: FieldProps) {
  return (
    <select
      id={id}
      aria-label={label}
      data-focus-on-load={hasFocus || undefined}
      value={chosenValues(value)[0] ?? ''}
      onChange={({ target: { value: own } }) =>
        own === '' ? enter(null, null) : enter({ option: own }, { value: own })
      }
      {...aria}
    >
      <option value="">{textOfObject(element.placeholder) || 'Choose…'}</option>
      {choiceGroups(element).map((group) =>
        group.label === '' ? (
          group.choices.map(toOption)
        ) : (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map(toOption)}
          </optgroup>
        ),
      )}
    </select>
  )
}

function toOption({ text, value }: Choice) {
  return (
    <option key={value} value={value}>
      {text}
    </option>
  )
}
