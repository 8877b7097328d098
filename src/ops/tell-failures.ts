import type { SpanExporter } from '@opentelemetry/sdk-trace'
import type { Log } from './log.ts'

type Result = Parameters<Parameters<SpanExporter['export']>[1]>[0]

// `ExportResultCode.SUCCESS`; its package is not ours to import.
const TAKEN = 0

/**
 * The same exporter, with a line in the log when the collector stops taking spans and one when it takes them again. To the SDK every batch
 * is done: it would only tell its own, silent log.
 */
export function tellFailures(exporter: SpanExporter, log: Log): SpanExporter {
  let isFailing = false

  function tell({ code, error }: Result, spans: number): void {
    if (code === TAKEN) {
      if (isFailing) log.info({}, 'the collector takes traces again')
      isFailing = false
      return
    }
    if (!isFailing) log.warn({ err: error, spans }, 'the collector did not take traces, they are dropped')
    isFailing = true
  }

  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        tell(result, spans.length)
        done({ code: TAKEN })
      })
    },
    shutdown: () => exporter.shutdown(),
  }
}
