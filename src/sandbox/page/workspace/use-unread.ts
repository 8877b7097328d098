import { useEffect, useState } from 'react'
import type { Place } from './places-of.ts'

/** Which places have something newer than what this person has seen there since the page was opened. */
export function useUnread(
  latest: Readonly<Record<string, string>>,
  person: string,
  current: Place | undefined,
): (place: Place) => boolean {
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>()
  const [start] = useState(latest)
  const key = current?.key
  const newest = key === undefined ? undefined : latest[key]
  useEffect(() => {
    if (key !== undefined && newest !== undefined) {
      setSeen((known) => ({ ...known, [`${person} ${key}`]: newest }))
    }
  }, [key, newest, person])
  return (place) => {
    if (place.key === undefined || place.key === key) return false
    const last = seen?.[`${person} ${place.key}`] ?? start[place.key] ?? '0'
    return Number(latest[place.key] ?? 0) > Number(last)
  }
}
