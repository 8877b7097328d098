import { useCallback, useEffect, useRef, useState } from 'react'

export type Resource<Value> = {
  readonly value: Value | undefined
  readonly error: string | undefined
  /** Resolves when a read that began after the call is shown. */
  reload(): Promise<void>
}

type Reading = { readonly key: string; readonly done: Promise<void>; next?: Promise<void> }

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
  const reading = useRef<Reading | undefined>(undefined)

  const load = useCallback((): Promise<void> => {
    const { key: wanted } = latest.current
    const current = reading.current
    if (current?.key === wanted) {
      current.next ??= current.done.then(load)
      return current.next
    }
    const own: Reading = { key: wanted, done: show(wanted) }
    reading.current = own
    return own.done

    async function show(asked: string): Promise<void> {
      try {
        const value = await latest.current.read()
        if (latest.current.key === asked) setShown({ key: asked, value })
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        if (latest.current.key === asked)
          setShown((known) =>
            known.key === asked ? { ...known, error: message } : { key: asked, error: message },
          )
      }
      if (reading.current?.key === asked) reading.current = undefined
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: key and version are what to read again for
  useEffect(() => {
    void load()
  }, [key, version, load])

  const current = shown.key === key ? shown : undefined
  return { value: current?.value, error: current?.error, reload: load }
}
