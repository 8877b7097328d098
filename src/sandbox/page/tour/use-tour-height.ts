import { type RefObject, useLayoutEffect } from 'react'

/** Tells the styles how high the tour is: on a narrower screen the rest of the page makes room for it. */
export function useTourHeight(tour: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const tell = () => style.setProperty('--tour-height', `${tour.current?.offsetHeight ?? 0}px`)
    const observer = new ResizeObserver(tell)
    if (tour.current) observer.observe(tour.current)
    tell()
    return () => {
      observer.disconnect()
      style.removeProperty('--tour-height')
    }
  }, [tour])
}
