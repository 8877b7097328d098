import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { type Page, sendPage } from './pages.ts'
import { addProcessGauges } from './process-gauges.ts'

/** What is asked for at each scrape. One that rejects is left out of the page, and the log says why. */
export type GaugeSources = {
  /** Wake-ups by topic. */
  readonly queue: () => Promise<
    Readonly<Record<string, { readonly waiting: number; readonly oldestDueMs: number }>>
  >
  /** Leads by account that are neither delivered nor discarded, and how long ago the oldest of them was confirmed. */
  readonly openLeads: () => Promise<
    ReadonlyMap<string, { readonly count: number; readonly oldestMs: number }>
  >
  /** Age of what is known of SingleOps' operations and custom inputs, by account. */
  readonly catalogAgeMs: () => Promise<ReadonlyMap<string, number>>
}

export type Prometheus = Disposable & {
  readonly metrics: Metrics
  readonly page: Page
  /** Until then the page has no gauges. */
  watch(sources: GaugeSources): void
}

// Slack drops what is not acknowledged after 3 s; a person notices a second.
const ACK_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 3]
const CALL_SECONDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60]

/** `/metrics` for Prometheus, with a registry of its own. */
export function createPrometheus(log: Log): Prometheus {
  const registry = new Registry()
  const registers = [registry]
  const process = addProcessGauges(registry)
  let refresh = async (): Promise<void> => undefined

  async function collect(): Promise<string> {
    await refresh()
    return registry.metrics()
  }

  return {
    metrics: createMetrics(registers),
    watch: (sources) => {
      refresh = addGauges(registers, sources, log)
    },
    page: {
      path: '/metrics',
      answer: (request, response) => {
        collect().then(
          (text) => sendPage(request, response, 200, registry.contentType, text),
          (err: unknown) => {
            log.error({ err }, 'metrics not collected')
            sendPage(request, response, 500, 'text/plain', 'not collected\n')
          },
        )
      },
    },
    [Symbol.dispose]: () => process[Symbol.dispose](),
  }
}

function createMetrics(registers: Registry[]): Metrics {
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `leadhand_${name}_total`, help, labelNames, registers })
  const timer = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    ...labelNames: Label[]
  ) => new Histogram({ name: `leadhand_${name}_seconds`, help, labelNames, buckets, registers })

  const acks = timer('ack', 'From arrival to acknowledgement, by what Slack sent.', ACK_SECONDS, 'kind')
  const refused = counter(
    'requests_refused',
    'What was turned away before any listener, by reason.',
    'reason',
  )
  const views = counter('views_opened', 'Forms and other views that were opened.', 'view')
  const searches = timer('search', 'Searches for the clients of a lead.', CALL_SECONDS, 'outcome')
  const confirmed = counter('leads_confirmed', 'Leads that people confirmed, by choice of client.', 'client')
  const attempts = counter('attempts', 'POSTs of leads to SingleOps, by outcome.', 'outcome')
  const slack = timer('slack_call', 'Calls of the Slack Web API.', CALL_SECONDS, 'call', 'outcome')
  const singleops = timer('singleops_call', 'Calls of SingleOps.', CALL_SECONDS, 'call', 'outcome')
  // Shown from the start, so that "never yet" and "no such thing" look different.
  for (const outcome of ['delivered', 'refused', 'retry', 'blocked', 'unsure']) attempts.inc({ outcome }, 0)

  return {
    ackSent: (kind, seconds) => acks.observe({ kind }, seconds),
    requestRefused: (reason) => refused.inc({ reason }),
    viewOpened: (view) => views.inc({ view }),
    searchEnded: (outcome, seconds) => searches.observe({ outcome }, seconds),
    leadConfirmed: (client) => confirmed.inc({ client }),
    attemptEnded: (outcome) => attempts.inc({ outcome }),
    slackCalled: (call, outcome, seconds) => slack.observe({ call, outcome }, seconds),
    singleopsCalled: (call, outcome, seconds) => singleops.observe({ call, outcome }, seconds),
  }
}

/** Gives what brings the gauges up to date. */
function addGauges(registers: Registry[], sources: GaugeSources, log: Log): () => Promise<void> {
  const gauge = <Label extends string>(name: string, help: string, label: Label) =>
    new Gauge({ name: `leadhand_${name}`, help, labelNames: [label], registers })
  const waiting = gauge('queue_waiting', 'Wake-ups that are due now or later.', 'topic')
  const oldest = gauge('queue_oldest_due_seconds', 'Age of the oldest wake-up that is due.', 'topic')
  const open = gauge('leads_open', 'Leads that are neither in SingleOps nor discarded.', 'account')
  const oldestOpen = gauge(
    'leads_open_oldest_seconds',
    'Since the oldest lead was confirmed that is neither in SingleOps nor discarded.',
    'account',
  )
  const age = gauge('catalog_age_seconds', 'Age of what is known of operations and custom inputs.', 'account')

  const refresh = async <Value>(
    gauges: readonly Pick<Gauge, 'reset'>[],
    ask: () => Promise<Value>,
    set: (value: Value) => void,
  ): Promise<void> => {
    // What has emptied, or can't be asked, must not keep its last number.
    for (const each of gauges) each.reset()
    try {
      set(await ask())
    } catch (err) {
      log.warn({ err }, 'gauge not read')
    }
  }
  return async () => {
    await Promise.all([
      refresh([waiting, oldest], sources.queue, (topics) => {
        for (const [topic, depth] of Object.entries(topics)) {
          waiting.set({ topic }, depth.waiting)
          oldest.set({ topic }, depth.oldestDueMs / 1000)
        }
      }),
      refresh([open, oldestOpen], sources.openLeads, (accounts) => {
        for (const [account, { count, oldestMs }] of accounts) {
          open.set({ account }, count)
          oldestOpen.set({ account }, oldestMs / 1000)
        }
      }),
      refresh([age], sources.catalogAgeMs, (accounts) => {
        for (const [account, ageMs] of accounts) age.set({ account }, ageMs / 1000)
      }),
    ])
  }
}
