import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Offered } from '../api/workspace-api.ts'
import type { AriaProps } from './field-props.ts'
import { OptionList } from './option-list.tsx'
import { useSearch } from './use-search.ts'

type Props = {
  readonly id: string
  readonly label: string
  readonly placeholder: string
  readonly minLength: number
  readonly aria: AriaProps
  readonly hasFocus: boolean
  /** What stands in the box while nobody searches. */
  readonly shown: string
  /** Values that are taken already. */
  readonly chosen: readonly string[]
  /** Several can be chosen, one after the other; then this is how many at most. */
  readonly max?: number
  search(typed: string): Promise<readonly Offered[]>
  choose(option: Offered): void
  /** Backspace where nothing is typed. */
  removeLast(): void
}

/** Typing searches; arrows and Enter, or a press, choose. */
export function Combobox(props: Props) {
  const {
    id,
    label,
    placeholder,
    minLength,
    aria,
    hasFocus,
    shown,
    chosen,
    max,
    search,
    choose,
    removeLast,
  } = props
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const popup = useRef<HTMLDivElement>(null)
  const found = useSearch({ isOn: isOpen && typed.length >= minLength, typed, search })
  const options = found.state === 'found' ? found.options : []
  const isFull = max !== undefined && chosen.length >= max
  const isFree = ({ value }: Offered) => max === undefined || chosen.includes(value) || !isFull

  useEffect(() => {
    if (isOpen && options.length > 0) popup.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, options.length])
  useEffect(() => {
    popup.current?.querySelector(`[id="${id}-option-${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])

  function take(option: Offered | undefined) {
    if (!option || !isFree(option)) return
    choose(option)
    setTyped('')
    setActive(0)
    if (max === undefined) setOpen(false)
  }
  function close() {
    setOpen(false)
    setTyped('')
    setActive(0)
  }
  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isOpen) take(options[active])
    } else if (event.key === 'Backspace' && typed === '') removeLast()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (isOpen) setActive((at) => Math.max(0, Math.min(options.length - 1, at + step)))
      else setOpen(true)
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
        placeholder={shown || placeholder}
        value={isOpen ? typed : shown}
        onClick={() => setOpen(true)}
        onBlur={close}
        onChange={({ target }) => {
          setOpen(true)
          setActive(0)
          // Whoever types over what was chosen means a new search.
          setTyped(isOpen ? target.value : target.value.slice(shown.length))
        }}
        onKeyDown={keyDown}
        {...aria}
      />
      <OptionList
        ref={popup}
        id={id}
        label={label}
        isOpen={isOpen}
        options={options}
        active={active}
        chosen={chosen}
        isFree={isFree}
        note={isFull ? `No more than ${max} can be chosen.` : noteFor(found.state, minLength)}
        take={take}
      />
    </div>
  )
}

function noteFor(state: ReturnType<typeof useSearch>['state'], minLength: number): string {
  if (state === 'searching') return 'Searching…'
  if (state === 'failed') return 'The options did not come. Type again to retry.'
  if (state === 'found') return 'Nothing found'
  return `Type ${minLength} or more ${minLength === 1 ? 'character' : 'characters'} to search`
}
