/** Where traces go; without it none are made. */
export type TracingSettings = {
  readonly serviceName: string
  /** What else is said of this process with each batch. */
  readonly resource: Readonly<Record<string, string>>
  /** Takes OTLP by HTTP, as protobuf. */
  readonly url: string
  /** May hold a key. */
  readonly headers: Readonly<Record<string, string>>
  /** The part of all traces that is kept, from 0 to 1. */
  readonly keep: number
}
