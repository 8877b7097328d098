import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

export type MenuItem = {
  readonly text: string
  readonly note?: string
  readonly isDanger?: boolean
  run(): void
}

type Props = {
  /** Says what the menu is for. */
  readonly label: string
  /** What stands on the button. */
  readonly caption: string
  readonly items: readonly MenuItem[]
  readonly className?: string
}

/** A button that opens a list of acts; arrows move, Escape closes. */
export function Menu({ label, caption, items, className = '' }: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    list.current?.scrollIntoView({ block: 'nearest' })
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const close = (event: PointerEvent) => {
      if (event.target instanceof Node && !list.current?.parentElement?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [isOpen])

  function closeAndReturn() {
    setOpen(false)
    button.current?.focus()
  }
  function keyDown(event: KeyboardEvent) {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = entries.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'Escape') {
      event.stopPropagation()
      closeAndReturn()
    } else if (event.key === 'Tab') setOpen(false)
    else if (event.key === 'ArrowDown') entries[(at + 1) % entries.length]?.focus()
    else if (event.key === 'ArrowUp') entries[(at - 1 + entries.length) % entries.length]?.focus()
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }
  return (
    <div className={`menu ${className}`.trim()}>
      <button
        ref={button}
        type="button"
        className="menu-button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen((was) => !was)}
      >
        {caption}
      </button>
      {isOpen && (
        <div
          ref={list}
          id={id}
          className="menu-list"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={keyDown}
        >
          {items.map(({ text, note, isDanger, run }) => (
            <button
              key={text}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={isDanger ? 'menu-item danger' : 'menu-item'}
              onClick={() => {
                closeAndReturn()
                run()
              }}
            >
              <span>{text}</span>
              {note !== undefined && <small>{note}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
