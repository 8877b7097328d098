import type { Offered } from '../api/workspace-api.ts'
import { textOfObject } from '../text/text-of-object.ts'
import { Combobox } from './combobox.tsx'
import type { FieldProps } from './field-props.ts'

type Props = Pick<FieldProps, 'element' | 'id' | 'label' | 'aria' | 'hasFocus'> & {
  readonly minLength: number
  readonly chosen: readonly Offered[]
  search(typed: string): Promise<readonly Offered[]>
  choose(options: readonly Offered[]): void
}

/** Several choices as chips in front of a search. */
export function MultiPicker({
  element,
  id,
  label,
  aria,
  hasFocus,
  minLength,
  chosen,
  search,
  choose,
}: Props) {
  const without = (value: string) => chosen.filter((one) => one.value !== value)
  const isChosen = (value: string) => chosen.some((one) => one.value === value)
  return (
    <div className="picker several">
      {chosen.map(({ text, value }) => (
        <span className="chip" key={value}>
          <span>{text}</span>
          <button type="button" aria-label={`Remove ${text}`} onClick={() => choose(without(value))}>
            ×
          </button>
        </span>
      ))}
      <Combobox
        id={id}
        label={label}
        placeholder={chosen.length > 0 ? '' : textOfObject(element.placeholder) || 'Choose…'}
        minLength={minLength}
        aria={aria}
        hasFocus={hasFocus}
        shown=""
        chosen={chosen.map(({ value }) => value)}
        max={Number(element.max_selected_items ?? Number.POSITIVE_INFINITY)}
        search={search}
        choose={(option) => choose(isChosen(option.value) ? without(option.value) : [...chosen, option])}
        removeLast={() => choose(chosen.slice(0, -1))}
      />
    </div>
  )
}
