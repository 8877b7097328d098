import type { Check, CheckResult } from './check.ts'
import type { TracingSettings } from './settings.ts'

/** Whether the collector takes traces, tried with none in it. No check while traces are off. */
export function createCollectorCheck(settings: TracingSettings | undefined): Check[] {
  if (!settings) return []
  return [{ name: 'traces', title: 'Collector of traces', run: (signal) => tryCollector(settings, signal) }]
}

async function tryCollector({ url, headers }: TracingSettings, signal: AbortSignal): Promise<CheckResult> {
  const status = await post(url, { ...headers, 'content-type': 'application/x-protobuf' }, signal)
  if (status === undefined) {
    return {
      ok: false,
      plain: PLAIN,
      problem: "The collector can't be reached",
      remedy:
        'Check OTEL_EXPORTER_OTLP_ENDPOINT, and that the collector listens for OTLP over HTTP (port 4318). Leads go on without it.',
    }
  }
  if (status >= 200 && status < 300) return { ok: true, detail: 'it takes traces' }
  return {
    ok: false,
    plain: PLAIN,
    problem: `The collector does not take traces (HTTP ${status})`,
    remedy:
      'Check OTEL_EXPORTER_OTLP_ENDPOINT and the key in OTEL_EXPORTER_OTLP_HEADERS. Leads go on without it.',
  }
}

const PLAIN = {
  problem: 'What Leadhand notes down for its maintainers gets lost. Leads go on without it.',
  remedy: 'Tell whoever looks after Leadhand, when you have time.',
}

/** An empty message is a valid one; the key in the headers goes nowhere else. Undefined: no answer. */
async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const empty = { method: 'POST', body: new Uint8Array(), redirect: 'manual' } as const
    const { status } = await fetch(url, { ...empty, headers, signal })
    return status
  } catch {
    // Whatever the reason is, where to look is the same.
    return undefined
  }
}
