import type { TracingSettings } from '../ops/settings.ts'
import type { Environment } from './env.ts'
import { parse, problemsOf, type WithProblems } from './parse.ts'
import { type TracingVariables, tracingVariables } from './tracing-variables.ts'

/**
 * Where traces go by OpenTelemetry's standard variables; undefined when they are off. Unlike in its own SDKs they are off until an address
 * or `OTEL_TRACES_EXPORTER=otlp` asks for them, and what else is said of them is not looked at before.
 */
export function readTracingSettings(given: Environment): WithProblems<TracingSettings | undefined> {
  if (!isAsked(given)) return { value: undefined, problems: [] }
  const read = parse(tracingVariables, withSmallWords(given), (path) => String(path[0]))
  return { value: read.ok ? toSettings(read.value) : undefined, problems: problemsOf(read) }
}

function isAsked(given: Environment): boolean {
  if (given.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || given.OTEL_TRACES_EXPORTER === 'none') return false
  return [
    given.OTEL_TRACES_EXPORTER,
    given.OTEL_EXPORTER_OTLP_ENDPOINT,
    given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
  ].some((value) => value !== undefined)
}

// "True" is as good; everything else heeds its case.
const withSmallWords = (given: Environment): Environment => ({
  ...given,
  OTEL_SDK_DISABLED: given.OTEL_SDK_DISABLED?.toLowerCase(),
  // The one for traces alone goes before the one for everything.
  ...(given.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL && { OTEL_EXPORTER_OTLP_PROTOCOL: undefined }),
})

function toSettings(own: TracingVariables): TracingSettings {
  const base = own.OTEL_EXPORTER_OTLP_ENDPOINT ?? 'http://localhost:4318'
  const resource = own.OTEL_RESOURCE_ATTRIBUTES ?? {}
  return {
    serviceName: own.OTEL_SERVICE_NAME ?? resource['service.name'] ?? 'leadhand',
    resource,
    // The general address is one for all signals; the other is taken as it stands.
    url:
      own.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ??
      new URL('v1/traces', base.endsWith('/') ? base : `${base}/`).href,
    headers: own.OTEL_EXPORTER_OTLP_TRACES_HEADERS ?? own.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    keep: partOf(own),
  }
}

// No trace comes in from elsewhere: with and without `parentbased_` is the same.
function partOf({ OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: part }: TracingVariables): number {
  if (sampler.endsWith('always_off')) return 0
  return sampler.endsWith('traceidratio') ? part : 1
}
