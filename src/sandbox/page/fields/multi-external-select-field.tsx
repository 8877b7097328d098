import { objectsOf } from '../../workspace/json.ts'
import { useSurface } from '../blocks/surface.ts'
import type { FieldProps } from './field-props.ts'
import { MultiPicker } from './multi-picker.tsx'
import { minQueryLength, toChoice, toOption } from './options.ts'

export function MultiExternalSelectField({ value, enter, field, ...rest }: FieldProps) {
  const { options } = useSurface()
  return (
    <MultiPicker
      {...rest}
      minLength={minQueryLength(rest.element)}
      chosen={objectsOf(value).map(toChoice)}
      search={(typed) => options(field, typed)}
      choose={(chosen) =>
        enter(
          chosen.map((one) => ({ option: one.value })),
          chosen.map(toOption),
        )
      }
    />
  )
}
