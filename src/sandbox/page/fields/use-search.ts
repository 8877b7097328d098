import { useEffect, useRef, useState } from 'react'
import type { Offered } from '../api/workspace-api.ts'

const TYPING_PAUSE_MS = 250

type Search =
  | { readonly state: 'idle' | 'searching' | 'failed' }
  | { readonly state: 'found'; readonly options: readonly Offered[] }

type Wish = {
  readonly isOn: boolean
  readonly typed: string
  search(typed: string): Promise<readonly Offered[]>
}

/** Asks once the typing pauses; an answer to what was typed before is dropped. */
export function useSearch({ isOn, typed, search }: Wish): Search {
  const [found, setFound] = useState<Search>({ state: 'idle' })
  const ask = useRef(search)
  ask.current = search

  useEffect(() => {
    if (!isOn) {
      setFound({ state: 'idle' })
      return
    }
    let isOld = false
    setFound({ state: 'searching' })
    const answer = (next: Search) => {
      if (!isOld) setFound(next)
    }
    const timer = setTimeout(
      () => {
        ask.current(typed).then(
          (options) => answer({ state: 'found', options }),
          () => answer({ state: 'failed' }),
        )
      },
      typed === '' ? 0 : TYPING_PAUSE_MS,
    )
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [typed, isOn])
  return found
}
