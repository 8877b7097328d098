/**
 * What a span may say: words from short fixed lists, our own ids, numbers. No names, no addresses, no query strings, nothing that a
 * person wrote.
 */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>

/** What the rooms report to be traced; OpenTelemetry stands behind it once it is switched on, else nothing. */
export type Tracing = {
  /**
   * Does `work` inside a span, which ends with it; one whose work rejects counts as failed. Spans that `work` begins stand below it.
   * `incoming`: somebody waits for us; `outgoing`: we wait for somebody; `job`: nobody waits.
   */
  span<T>(
    kind: 'incoming' | 'outgoing' | 'job',
    name: string,
    facts: SpanFacts,
    work: () => Promise<T>,
  ): Promise<T>
  /** Adds to the span that is open here. */
  note(facts: SpanFacts): void
  /** Says that the span that is open here has failed, though its work does not reject. */
  fail(code: string): void
}

export const NO_TRACING: Tracing = {
  span: (_kind, _name, _facts, work) => work(),
  note: () => undefined,
  fail: () => undefined,
}
