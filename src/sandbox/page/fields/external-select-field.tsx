import { isObject } from '../../workspace/json.ts'
import { useSurface } from '../blocks/surface.ts'
import { textOfObject } from '../text/text-of-object.ts'
import { Combobox } from './combobox.tsx'
import type { FieldProps } from './field-props.ts'
import { toChoice } from './options.ts'

/** Slack asks the app from the third character on, unless the element says otherwise. */
export const MIN_QUERY_LENGTH = 3

export function ExternalSelectField({ element, id, label, value, enter, field, aria, hasFocus }: FieldProps) {
  const { options } = useSurface()
  const chosen = isObject(value) ? toChoice(value) : undefined
  return (
    <div className="external-select">
      {chosen && (
        <span className="chip">
          {chosen.text}
          <button type="button" aria-label={`Clear ${label}`} onClick={() => void enter(null)}>
            ×
          </button>
        </span>
      )}
      <Combobox
        id={id}
        label={label}
        placeholder={textOfObject(element.placeholder) || 'Search…'}
        minLength={Number(element.min_query_length ?? MIN_QUERY_LENGTH)}
        aria={aria}
        hasFocus={hasFocus}
        search={(typed) => options(field, typed)}
        choose={(option, typed) => void enter({ option: option.value, typed })}
      />
    </div>
  )
}
