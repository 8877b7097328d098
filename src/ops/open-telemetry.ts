import { AsyncLocalStorage } from 'node:async_hooks'
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Log } from './log.ts'
import type { TracingSettings } from './settings.ts'
import { tellFailures } from './tell-failures.ts'
import { toLoggableFields } from './to-loggable.ts'
import type { SpanFacts, Tracing } from './tracing.ts'

const KINDS = { incoming: SpanKind.SERVER, outgoing: SpanKind.CLIENT, job: SpanKind.CONSUMER } as const

// A collector that is gone must not use up the time that a stop has for leads.
const FLUSH_WITHIN_MS = 1_000

/**
 * Sends spans to a collector, some seconds apart and all that are left when disposed. Nothing of it is global, and no trace id is sent
 * along to Slack or SingleOps. What the collector doesn't take is dropped and logged.
 */
export function createOpenTelemetry(settings: TracingSettings, log: Log): Tracing & AsyncDisposable {
  const { url, headers, keep, serviceName, resource } = settings
  const exporter = tellFailures(new OTLPTraceExporter({ url, headers }), log)
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ ...resource, 'service.name': serviceName }),
    sampler: new TraceIdRatioBasedSampler(keep),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  })
  const tracer = provider.getTracer('leadhand')
  const open = new AsyncLocalStorage<Span>()

  return {
    async span(kind, name, facts, work) {
      const above = open.getStore()
      const span = tracer.startSpan(
        name,
        { kind: KINDS[kind], attributes: toAttributes(facts) },
        above ? trace.setSpan(ROOT_CONTEXT, above) : ROOT_CONTEXT,
      )
      try {
        return await open.run(span, work)
      } catch (error) {
        fail(span, codeOf(error))
        throw error
      } finally {
        span.end()
      }
    },
    note: (facts) => void open.getStore()?.setAttributes(toAttributes(facts)),
    fail(code) {
      const span = open.getStore()
      if (span) fail(span, code)
    },
    async [Symbol.asyncDispose]() {
      const late = new Promise((resolve) => setTimeout(resolve, FLUSH_WITHIN_MS).unref())
      await Promise.race([provider.shutdown(), late])
    },
  }
}

function fail(span: Span, code: string): void {
  span.setAttribute('error.type', code)
  // Without a message: that one may quote what a customer said.
  span.setStatus({ code: SpanStatusCode.ERROR })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** The log's filter stands under spans, too. */
const toAttributes = (facts: SpanFacts): SpanFacts => toLoggableFields(facts) as SpanFacts
