/** Waits on the real clock; ends at once when the workspace closes. */
export function pause(ms: number, closing: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const end = () => {
    clearTimeout(timer)
    closing.removeEventListener('abort', end)
    resolve()
  }
  const timer = setTimeout(end, ms)
  closing.addEventListener('abort', end)
  if (closing.aborted) end()
  return promise
}
