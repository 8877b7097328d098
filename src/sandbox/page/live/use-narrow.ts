import { useSyncExternalStore } from 'react'

/** As in styles/narrow.css. */
const NARROW = window.matchMedia('(max-width: 760px)')

/** True where only one part of the page fits. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, () => NARROW.matches)
}

function follow(changed: () => void): () => void {
  NARROW.addEventListener('change', changed)
  return () => NARROW.removeEventListener('change', changed)
}
