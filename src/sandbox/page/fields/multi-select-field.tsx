import { objectsOf } from '../../workspace/json.ts'
import type { FieldProps } from './field-props.ts'
import { MultiPicker } from './multi-picker.tsx'
import { choiceGroups, searchIn, toChoice, toOption } from './options.ts'

export function MultiSelectField({ value, enter, ...rest }: FieldProps) {
  const all = choiceGroups(rest.element).flatMap(({ label: group, choices }) =>
    choices.map((choice) => ({ ...choice, group })),
  )
  return (
    <MultiPicker
      {...rest}
      minLength={0}
      chosen={objectsOf(value).map(toChoice)}
      search={async (typed) => searchIn(all, typed)}
      choose={(chosen) =>
        enter(
          chosen.map((one) => ({ option: one.value })),
          chosen.map(toOption),
        )
      }
    />
  )
}
