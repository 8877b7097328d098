import { isObject } from '../../workspace/json.ts'
import { useSurface } from '../blocks/surface.ts'
import { textOfObject } from '../text/text-of-object.ts'
import { Combobox } from './combobox.tsx'
import type { FieldProps } from './field-props.ts'
import { minQueryLength, toChoice, toOption } from './options.ts'

export function ExternalSelectField({ element, id, label, value, enter, field, aria, hasFocus }: FieldProps) {
  const { options } = useSurface()
  const chosen = isObject(value) ? toChoice(value) : undefined
  return (
    <div className="picker">
      <Combobox
        id={id}
        label={label}
        placeholder={textOfObject(element.placeholder) || 'Search…'}
        minLength={minQueryLength(element)}
        aria={aria}
        hasFocus={hasFocus}
        shown={chosen?.text ?? ''}
        chosen={chosen ? [chosen.value] : []}
        search={(typed) => options(field, typed)}
        choose={(option) => enter({ option: option.value }, toOption(option))}
        removeLast={() => chosen && enter(null, null)}
      />
      {chosen && (
        <button
          type="button"
          className="clear"
          aria-label={`Clear ${label}`}
          onClick={() => enter(null, null)}
        >
          ×
        </button>
      )}
    </div>
  )
}
