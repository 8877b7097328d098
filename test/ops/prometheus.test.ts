import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLogger } from '../../src/ops/logger.ts'
import { createPages } from '../../src/ops/pages.ts'
import { createPrometheus, type GaugeSources } from '../../src/ops/prometheus.ts'

const EMPTY: GaugeSources = {
  queue: async () => ({}),
  openLeads: async () => new Map(),
  catalogAgeMs: async () => new Map(),
}

async function startScraped() {
  const prometheus = createPrometheus(createLogger({ level: 'silent' }))
  const server = createServer(createPages([prometheus.page]).answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    prometheus[Symbol.dispose]()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const scrape = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`)
    return { status: response.status, lines: (await response.text()).split('\n') }
  }
  return { prometheus, scrape }
}

describe('/metrics', () => {
  it('shows what the rooms reported, and each outcome of an attempt from the start', async () => {
    const { prometheus, scrape } = await startScraped()
    const { metrics } = prometheus
    metrics.ackSent('command', 0.2)
    metrics.attemptEnded('unsure')
    metrics.searchEnded('nobody', 1.5)
    metrics.slackCalled('views.open', 'ok', 0.3)
    metrics.singleopsCalled('POST jobs', '2xx', 0.9)

    const { status, lines } = await scrape()

    expect(status).toBe(200)
    expect(lines).toEqual(
      expect.arrayContaining([
        'leadhand_ack_seconds_count{kind="command"} 1',
        'leadhand_ack_seconds_bucket{le="0.25",kind="command"} 1',
        'leadhand_attempts_total{outcome="unsure"} 1',
        'leadhand_attempts_total{outcome="delivered"} 0',
        'leadhand_search_seconds_sum{outcome="nobody"} 1.5',
        'leadhand_slack_call_seconds_count{call="views.open",outcome="ok"} 1',
        'leadhand_singleops_call_seconds_count{call="POST jobs",outcome="2xx"} 1',
      ]),
    )
    expect(lines.join('\n')).toMatch(/^process_resident_memory_bytes \d+$/mu)
  })

  it('forgets a topic that has emptied', async () => {
    const { prometheus, scrape } = await startScraped()
    const depths = [{ deliver: { waiting: 3, oldestDueMs: 12_000 } }, {}]
    prometheus.watch({ ...EMPTY, queue: async () => depths.shift() ?? {} })

    const full = await scrape()
    const empty = await scrape()

    expect(full.lines).toContain('leadhand_queue_waiting{topic="deliver"} 3')
    expect(full.lines).toContain('leadhand_queue_oldest_due_seconds{topic="deliver"} 12')
    expect(empty.lines.filter((line) => line.includes('topic="deliver"'))).toEqual([])
  })

  it('keeps the rest of the page while the database does not answer', async () => {
    const { prometheus, scrape } = await startScraped()
    prometheus.watch({
      ...EMPTY,
      queue: async () => Promise.reject(new Error('locked')),
      openLeads: async () => new Map([['main', { count: 7, oldestMs: 570_000 }]]),
      catalogAgeMs: async () => new Map([['main', 90_000]]),
    })

    const { status, lines } = await scrape()

    expect(status).toBe(200)
    expect(lines).toContain('leadhand_leads_open{account="main"} 7')
    expect(lines).toContain('leadhand_leads_open_oldest_seconds{account="main"} 570')
    expect(lines).toContain('leadhand_catalog_age_seconds{account="main"} 90')
  })

  it('counts apart from another app in the same process', async () => {
    const one = await startScraped()
    const other = await startScraped()

    one.prometheus.metrics.viewOpened('lead_form')

    expect((await one.scrape()).lines).toContain('leadhand_views_opened_total{view="lead_form"} 1')
    expect((await other.scrape()).lines.join('\n')).not.toContain('view="lead_form"')
  })
})
