import { bytesAt, readProtobuf, textAt, wholeAt } from './read-protobuf.ts'

export type SentSpan = {
  readonly service: string
  readonly trace: string
  readonly id: string
  /** Empty: nothing stands above it. */
  readonly parent: string
  readonly name: string
  readonly kind: 'incoming' | 'outgoing' | 'job' | 'other'
  readonly failed: boolean
  readonly facts: Readonly<Record<string, unknown>>
}

type Kind = SentSpan['kind']

const KINDS: Readonly<Record<number, Kind>> = { 2: 'incoming', 3: 'outgoing', 5: 'job' }
const FAILED = 2

/** Source of the numbers: opentelemetry-proto, `trace/v1/trace.proto` and `common/v1/common.proto`. */
export function readSpans(request: Buffer): SentSpan[] {
  return bytesAt(request, 1).flatMap((resourceSpans) => {
    const resource = bytesAt(resourceSpans, 1).map((each) => readFacts(each, 1))[0] ?? {}
    return bytesAt(resourceSpans, 2)
      .flatMap((scopeSpans) => bytesAt(scopeSpans, 2))
      .map((span) => readSpan(span, String(resource['service.name'])))
  })
}

function readSpan(span: Buffer, service: string): SentSpan {
  const hex = (number: number) => bytesAt(span, number)[0]?.toString('hex') ?? ''
  return {
    service,
    trace: hex(1),
    id: hex(2),
    parent: hex(4),
    name: textAt(span, 5),
    kind: KINDS[wholeAt(span, 6)] ?? 'other',
    failed: bytesAt(span, 15).some((status) => wholeAt(status, 3) === FAILED),
    facts: readFacts(span, 9),
  }
}

function readFacts(message: Buffer, number: number): Record<string, unknown> {
  return Object.fromEntries(
    bytesAt(message, number).map((pair) => [
      textAt(pair, 1),
      bytesAt(pair, 2).map((value) => readAnyValue(value))[0],
    ]),
  )
}

function readAnyValue(value: Buffer): unknown {
  const [field] = readProtobuf(value)
  if (field?.number === 1) return String(field.value)
  if (field?.number === 2) return field.value === 1n
  return typeof field?.value === 'bigint' ? Number(field.value) : field?.value
}
