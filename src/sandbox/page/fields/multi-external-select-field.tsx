import { objectsOf } from '../../workspace/json.ts'
import { useSurface } from '../blocks/surface.ts'
import { textOfObject } from '../text/text-of-object.ts'
import { Combobox } from './combobox.tsx'
import { MIN_QUERY_LENGTH } from './external-select-field.tsx'
import type { FieldProps } from './field-props.ts'
import { toChoice } from './options.ts'

export function MultiExternalSelectField({
  element,
  id,
  label,
  value,
  enter,
  field,
  aria,
  hasFocus,
}: FieldProps) {
  const { options } = useSurface()
  const chosen = objectsOf(value).map(toChoice)
  const choose = (values: readonly string[]) => void enter(values.map((option) => ({ option })))
  return (
    <div className="external-select">
      {chosen.map(({ text, value: own }) => (
        <span className="chip" key={own}>
          {text}
          <button
            type="button"
            aria-label={`Remove ${text}`}
            onClick={() => choose(chosen.map((one) => one.value).filter((one) => one !== own))}
          >
            ×
          </button>
        </span>
      ))}
      <Combobox
        id={id}
        label={label}
        placeholder={textOfObject(element.placeholder) || 'Search…'}
        minLength={Number(element.min_query_length ?? MIN_QUERY_LENGTH)}
        aria={aria}
        hasFocus={hasFocus}
        search={(typed) => options(field, typed)}
        choose={(option) => choose([...chosen.map((one) => one.value), option.value])}
      />
    </div>
  )
}
