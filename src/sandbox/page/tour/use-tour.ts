import { useState } from 'react'
import type { Go } from '../live/use-route.ts'
import type { TourStep } from '../setting.ts'

const SEEN = 'tour-seen'

/** Which step one is at; -1: none. First-time visitors begin with the first, unless the address says `tour=off`. */
export function useTour(steps: readonly TourStep[], go: Go) {
  const [at, setAt] = useState(() => {
    const wish = new URLSearchParams(location.search).get('tour')
    if (wish !== null) return wish === 'off' ? -1 : Math.min(steps.length, Math.max(1, Number(wish) || 1)) - 1
    return localStorage.getItem(SEEN) === null ? 0 : -1
  })
  function goTo(index: number) {
    const step = steps[index]
    if (!step) return
    setAt(index)
    go({ person: step.person, place: step.place, thread: '', part: 'chat' })
  }
  return {
    at,
    goTo,
    start: () => goTo(0),
    end() {
      localStorage.setItem(SEEN, 'yes')
      setAt(-1)
    },
  }
}
