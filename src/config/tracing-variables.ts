import { z } from 'zod'
import { type Format, oneOf, text } from './format.ts'
import { line } from './formats.ts'

const collectorUrl: Format = {
  expected: 'the web address of a collector',
  example: 'http://otel-collector:4318',
  secret: true,
  isValid: (value) => {
    const url = URL.parse(value)
    return /^https?:$/u.test(url?.protocol ?? '') && !url?.username && !url?.password && !url?.search
  },
  advise: () =>
    'Give an address without a key in it, e.g. http://otel-collector:4318; keys go into OTEL_EXPORTER_OTLP_HEADERS',
}

const pairs = (secret: boolean): Format => ({
  expected: 'a list of names and values',
  example: 'name=value,other=value',
  ...(secret && { secret }),
  isValid: (value) => readPairs(value) !== undefined,
})

const part: Format = {
  expected: 'a number from 0 to 1',
  example: '0.1',
  isValid: (value) => /^(?:0|1|[01]?\.\d+)$/u.test(value) && Number(value) <= 1,
}

const SAMPLERS = ['always_on', 'always_off', 'traceidratio'] as const

/** OpenTelemetry's standard variables, as far as they are heeded. */
export const tracingVariables = z.object({
  OTEL_SDK_DISABLED: oneOf(['false', 'true']).default('false'),
  OTEL_TRACES_EXPORTER: oneOf(['none', 'otlp']).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: text(collectorUrl).optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: text(collectorUrl).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: text(pairs(true)).transform(toRecord).optional(),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: text(pairs(true)).transform(toRecord).optional(),
  // Cluster-wide values may name one that the exporter isn't made for.
  OTEL_EXPORTER_OTLP_PROTOCOL: oneOf(['http/protobuf']).default('http/protobuf'),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: oneOf(['http/protobuf']).optional(),
  OTEL_SERVICE_NAME: text(line('a name', 'leadhand')).optional(),
  OTEL_RESOURCE_ATTRIBUTES: text(pairs(false)).transform(toRecord).optional(),
  OTEL_TRACES_SAMPLER: oneOf([
    ...SAMPLERS,
    ...SAMPLERS.map((name) => `parentbased_${name}` as const),
  ]).default('always_on'),
  OTEL_TRACES_SAMPLER_ARG: text(part).transform(Number).default(1),
})

export type TracingVariables = z.output<typeof tracingVariables>

function toRecord(value: string): Readonly<Record<string, string>> {
  return readPairs(value) ?? {}
}

/** `name=value,other=value`, with what can't stand there written as `%2C`. Source: W3C Baggage, which OpenTelemetry refers to. */
function readPairs(value: string): Readonly<Record<string, string>> | undefined {
  const read = value
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/su.exec(pair))
  const decoded = read.map((match) => match && [decode(match[1] ?? ''), decode(match[2] ?? '')])
  const whole = decoded.flatMap((pair) => {
    const [name, text] = pair ?? []
    return name === undefined || text === undefined ? [] : [[name, text] as const]
  })
  return whole.length === read.length ? Object.fromEntries(whole) : undefined
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
