import { AsyncLocalStorage } from 'node:async_hooks'
import type { Log } from './log.ts'
import type { SpanFacts, Tracing } from './tracing.ts'

/** The same tracing, with a line in the log for each span that ends: what calls there were, where there is no collector. */
export function logSpans(tracing: Tracing, log: Log): Tracing {
  const open = new AsyncLocalStorage<Record<string, SpanFacts[string]>>()

  function note(facts: SpanFacts): void {
    Object.assign(open.getStore() ?? {}, facts)
  }

  return {
    async span(kind, name, facts, work) {
      const noted = { ...facts }
      const begunAt = performance.now()
      try {
        return await tracing.span(kind, name, facts, () => open.run(noted, work))
      } finally {
        log.debug({ span: name, ...noted, tookMs: Math.round(performance.now() - begunAt) }, 'span ended')
      }
    },
    note(facts) {
      note(facts)
      tracing.note(facts)
    },
    fail(code) {
      note({ failed: code })
      tracing.fail(code)
    },
  }
}
