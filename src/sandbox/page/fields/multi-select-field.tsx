import { ChoiceList } from './choice-list.tsx'
import type { FieldProps } from './field-props.ts'
import { choiceGroups, chosenValues } from './options.ts'

export function MultiSelectField({ element, id, label, value, enter, aria }: FieldProps) {
  return (
    <ChoiceList
      id={id}
      label={label}
      describedBy={aria['aria-describedby']}
      choices={choiceGroups(element).flatMap(({ choices }) => choices)}
      chosen={chosenValues(value)}
      choose={(values) => void enter(values.map((option) => ({ option })))}
    />
  )
}
