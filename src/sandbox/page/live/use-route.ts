import { useCallback, useEffect, useState } from 'react'

/** Where one is, kept in the address so that a reload stays there. */
export type Route = {
  readonly person: string
  /** A channel's name, `dm` (the app's messages) or `home`. */
  readonly place: string
  /** The open thread's first message. */
  readonly thread: string
  /** Which panel stands beside the workspace; empty: none. */
  readonly panel: string
  /** On a narrow screen: which of the parts is shown. */
  readonly part: string
}

export type Go = (change: Partial<Route>) => void

export function useRoute(first: Route): readonly [Route, Go] {
  const [route, setRoute] = useState(() => ({ ...first, ...readHash() }))
  useEffect(() => {
    const follow = () => setRoute((known) => ({ ...known, ...readHash() }))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback<Go>((change) => {
    setRoute((known) => {
      const next = { ...known, ...change }
      history.replaceState(null, '', `#${new URLSearchParams(next)}`)
      return next
    })
  }, [])
  return [route, go]
}

function readHash(): Partial<Route> {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
}
