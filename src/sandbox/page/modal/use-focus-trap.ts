import { type RefObject, useEffect } from 'react'

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]'

/** Keeps Tab inside, and gives the focus back to where it was. */
export function useFocusTrap(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement
    const keyDown = (event: KeyboardEvent) => {
      const inside = container.current
      if (event.key !== 'Tab' || !inside) return
      // A dialog on top of this one has its own trap.
      if (!inside.contains(document.activeElement) && document.activeElement?.closest('[role$=dialog]'))
        return
      const stops = [...inside.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((stop) =>
        stop.checkVisibility(),
      )
      const [first] = stops
      const last = stops.at(-1)
      const isOutside = !inside.contains(document.activeElement)
      if (
        event.shiftKey
          ? document.activeElement === first || isOutside
          : document.activeElement === last || isOutside
      ) {
        event.preventDefault()
        const target = event.shiftKey ? last : first
        target?.focus()
      }
    }
    document.addEventListener('keydown', keyDown)
    return () => {
      document.removeEventListener('keydown', keyDown)
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [container])
}
