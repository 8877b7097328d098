/** A signal that also aborts when the time is up, with a `TimeoutError`. Disposing it clears the timer. */
export function openDeadline(timeoutMs: number, signal: AbortSignal): Disposable & { signal: AbortSignal } {
  const late = new AbortController()
  const timer = setTimeout(
    () => late.abort(new DOMException('the time for an answer is up', 'TimeoutError')),
    timeoutMs,
  )
  return {
    signal: AbortSignal.any([signal, late.signal]),
    [Symbol.dispose]: () => clearTimeout(timer),
  }
}
