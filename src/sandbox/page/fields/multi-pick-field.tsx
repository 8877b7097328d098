import type { FieldProps } from './field-props.ts'
import { MultiPicker } from './multi-picker.tsx'
import { searchIn } from './options.ts'
import { usePlacesFor } from './places.ts'

/** Several people or channels. */
export function MultiPickField({ value, enter, ...rest }: FieldProps) {
  const places = usePlacesFor(String(rest.element.type))
  const ids = Array.isArray(value) ? value.map(String) : []
  return (
    <MultiPicker
      {...rest}
      minLength={0}
      chosen={ids.map((id) => places.find((place) => place.value === id) ?? { text: id, value: id })}
      search={async (typed) => searchIn(places, typed)}
      choose={(chosen) => {
        const next = chosen.map((one) => one.value)
        enter(next, next)
      }}
    />
  )
}
