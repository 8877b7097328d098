/** A signal that aborts after `afterMs` or with `outer`. Disposing it takes the timer back. */
export type Deadline = Disposable & { readonly signal: AbortSignal }

export function startDeadline(afterMs: number, outer: AbortSignal): Deadline {
  const controller = new AbortController()
  const timer = setTimeout(
    () => controller.abort(new DOMException('The deadline has passed', 'TimeoutError')),
    Math.max(0, afterMs),
  )
  return {
    signal: AbortSignal.any([controller.signal, outer]),
    [Symbol.dispose]: () => clearTimeout(timer),
  }
}
