import { Fragment, type Ref } from 'react'
import type { Offered } from '../api/workspace-api.ts'

type Props = {
  readonly ref: Ref<HTMLDivElement>
  readonly id: string
  readonly label: string
  readonly isOpen: boolean
  readonly options: readonly Offered[]
  readonly active: number
  readonly chosen: readonly string[]
  isFree(option: Offered): boolean
  /** Stands there when there are no options, or when no more can be taken. */
  readonly note: string
  take(option: Offered): void
}

/** What a search found, groups under their names. */
export function OptionList({ ref, id, label, isOpen, options, active, chosen, isFree, note, take }: Props) {
  const isNoted = options.length === 0 || !options.every(isFree)
  return (
    <div
      ref={ref}
      className="combobox-popup"
      id={`${id}-list`}
      role="listbox"
      aria-label={`Options of ${label}`}
      hidden={!isOpen}
    >
      {isNoted && (
        <div className="combobox-note" role="option" aria-selected={false} aria-disabled tabIndex={-1}>
          {note}
        </div>
      )}
      {options.map((option, index) => {
        const { text, value, group = '' } = option
        return (
          <Fragment key={value}>
            {group !== '' && group !== options[index - 1]?.group && (
              <div className="combobox-group" role="presentation">
                {group}
              </div>
            )}
            <div
              id={`${id}-option-${index}`}
              className={index === active ? 'combobox-option active' : 'combobox-option'}
              role="option"
              tabIndex={-1}
              aria-selected={chosen.includes(value)}
              aria-disabled={!isFree(option)}
              onMouseDown={(event) => {
                event.preventDefault()
                take(option)
              }}
            >
              {text}
            </div>
          </Fragment>
        )
      })}
    </div>
  )
}
