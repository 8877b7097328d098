import { ChoiceList } from './choice-list.tsx'
import type { FieldProps } from './field-props.ts'
import { usePlacesFor } from './places.ts'

/** Several people or channels. */
export function MultiPickField({ element, id, label, value, enter, aria }: FieldProps) {
  return (
    <ChoiceList
      id={id}
      label={label}
      describedBy={aria['aria-describedby']}
      choices={usePlacesFor(String(element.type))}
      chosen={Array.isArray(value) ? value.map(String) : []}
      choose={(values) => void enter(values)}
    />
  )
}
