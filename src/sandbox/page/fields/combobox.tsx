import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Offered } from '../api/workspace-api.ts'
import type { AriaProps } from './field-props.ts'

const TYPING_PAUSE_MS = 250

type Props = {
  readonly id: string
  readonly label: string
  readonly placeholder: string
  readonly minLength: number
  readonly aria: AriaProps
  readonly hasFocus: boolean
  search(typed: string): Promise<readonly Offered[]>
  choose(option: Offered, typed: string): void
}

type Search =
  | { readonly state: 'idle' | 'searching' | 'failed' }
  | { readonly state: 'found'; readonly options: readonly Offered[] }

/** Typing searches; arrows and Enter, or a press, choose. */
export function Combobox({ id, label, placeholder, minLength, aria, hasFocus, search, choose }: Props) {
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [found, setFound] = useState<Search>({ state: 'idle' })
  const [active, setActive] = useState(0)
  const ask = useRef(search)
  ask.current = search

  useEffect(() => {
    if (!isOpen || typed.length < minLength) {
      setFound({ state: 'idle' })
      return
    }
    let isOld = false
    setFound({ state: 'searching' })
    const timer = setTimeout(() => {
      ask.current(typed).then(
        (options) => {
          if (!isOld) setFound({ state: 'found', options })
        },
        () => {
          if (!isOld) setFound({ state: 'failed' })
        },
      )
    }, TYPING_PAUSE_MS)
    setActive(0)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [typed, isOpen, minLength])

  const options = found.state === 'found' ? found.options : []
  function take(option: Offered | undefined) {
    if (!option) return
    choose(option, typed)
    setTyped('')
    setOpen(false)
  }
  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isOpen) take(options[active])
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((at) => Math.max(0, Math.min(options.length - 1, at + step)))
    }
  }
  return (
    <div className="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options[active] ? `${id}-option-${active}` : undefined}
        data-focus-on-load={hasFocus || undefined}
        placeholder={placeholder}
        value={typed}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setOpen(true)
          setTyped(target.value)
        }}
        onKeyDown={keyDown}
        {...aria}
      />
      <div className="combobox-popup" id={`${id}-list`} role="listbox" aria-label={label} hidden={!isOpen}>
        {options.map(({ text, value }, index) => (
          <div
            key={value}
            id={`${id}-option-${index}`}
            className="combobox-option"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault()
              take(options[index])
            }}
          >
            {text}
          </div>
        ))}
        {options.length === 0 && (
          <div className="combobox-note" role="option" aria-selected={false} aria-disabled tabIndex={-1}>
            {noteFor(found, minLength)}
          </div>
        )}
      </div>
    </div>
  )
}

function noteFor(found: Search, minLength: number): string {
  if (found.state === 'searching') return 'Searching…'
  if (found.state === 'failed') return 'The options did not come. Type again to retry.'
  return found.state === 'found' ? 'Nothing found' : `Type ${minLength} or more characters to search`
}
