import { useCallback, useEffect, useRef, useState } from 'react'

export type Resource<Value> = {
  readonly value: Value | undefined
  readonly error: string | undefined
  reload(): void
}

/**
 * Reads when it is first shown, when `key` changes and when `version` does. One read at a time: changes meanwhile lead to one more read,
 * and the answer for a former key is dropped.
 */
export function useResource<Value>(
  key: string,
  version: number,
  read: () => Promise<Value>,
): Resource<Value> {
  const [shown, setShown] = useState<{ key: string; value?: Value; error?: string }>({ key })
  const latest = useRef({ key, read })
  latest.current = { key, read }
  const reading = useRef<string | undefined>(undefined)
  const again = useRef(false)

  const load = useCallback(async () => {
    const { key: wanted, read: readNow } = latest.current
    if (reading.current === wanted) {
      again.current = true
      return
    }
    reading.current = wanted
    again.current = false
    try {
      const value = await readNow()
      if (latest.current.key === wanted) setShown({ key: wanted, value })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (latest.current.key === wanted)
        setShown((known) =>
          known.key === wanted ? { ...known, error: message } : { key: wanted, error: message },
        )
    }
    if (reading.current === wanted) reading.current = undefined
    if (again.current) void load()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: key and version are what to read again for
  useEffect(() => {
    void load()
  }, [key, version, load])

  const current = shown.key === key ? shown : undefined
  return { value: current?.value, error: current?.error, reload: () => void load() }
}
