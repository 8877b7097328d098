import { useEffect, useState } from 'react'

/** Counts the changes that a live stream tells of; a read after the count went up is up to date. */
export function useChanges(stream: string): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const source = new EventSource(stream)
    source.addEventListener('change', () => setCount((known) => known + 1))
    return () => source.close()
  }, [stream])
  return count
}
