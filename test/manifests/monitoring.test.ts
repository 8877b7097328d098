import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { createLogger } from '../../src/ops/logger.ts'
import { createPages } from '../../src/ops/pages.ts'
import { createPrometheus } from '../../src/ops/prometheus.ts'

const read = (path: string) =>
  readFileSync(new URL(`../../manifests/monitoring/${path}`, import.meta.url), 'utf8')

const rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Leadhand[A-Z]\w+$/u),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[mh]$/u)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['page', 'notify']) }),
          annotations: z.strictObject({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
})
const dashboard = z.looseObject({
  panels: z.array(
    z.looseObject({
      id: z.int(),
      title: z.string(),
      gridPos: z.strictObject({ x: z.int().max(23), y: z.int(), w: z.int(), h: z.int() }),
      targets: z
        .array(z.strictObject({ refId: z.string(), expr: z.string(), legendFormat: z.string() }))
        .min(1),
    }),
  ),
})

const alerts = rules.parse(parse(read('alerts.yml'), { strict: true })).groups.flatMap((group) => group.rules)
const { panels } = dashboard.parse(JSON.parse(read('grafana-dashboard.json')))

/** Each family that the app serves, with the labels that it may carry. */
async function servedFamilies(): Promise<Map<string, Set<string>>> {
  using prometheus = createPrometheus(createLogger({ level: 'silent' }))
  const { metrics } = prometheus
  metrics.ackSent('command', 1)
  metrics.requestRefused('signature')
  metrics.viewOpened('lead_form')
  metrics.searchEnded('found', 1)
  metrics.leadConfirmed('new')
  metrics.slackCalled('views.open', 'ok', 1)
  metrics.singleopsCalled('POST jobs', '2xx', 1)
  prometheus.watch({
    queue: async () => ({ deliver: { waiting: 1, oldestDueMs: 1 } }),
    openLeads: async () => new Map([['main', { count: 1, oldestMs: 1000 }]]),
    catalogAgeMs: async () => new Map([['main', 1]]),
  })
  const server = createServer(createPages([prometheus.page]).answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  await new Promise((resolve) => server.close(resolve))
  const families = new Map<string, Set<string>>()
  for (const [, name = '', labels = ''] of text.matchAll(/^([a-z_0-9]+)(?:\{(.*)\})? /gmu)) {
    const known = families.get(name) ?? new Set()
    families.set(
      name,
      known.union(new Set([...labels.matchAll(/(\w+)="/gu)].map(([, label]) => label ?? ''))),
    )
  }
  return families
}

const OF_PROMETHEUS = new Set(['job', 'instance'])
const METRIC = /\b((?:leadhand|process|nodejs)_\w+)(?:\{([^}]*)\})?/gu

function findUnknown(expr: string, families: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...expr.matchAll(METRIC)].flatMap(([, name = '', matchers = '']) => {
    const labels = families.get(name)
    if (!labels) return [name]
    const used = [...matchers.matchAll(/(\w+)\s*[=!]/gu)].map(([, label]) => label ?? '')
    return used
      .filter((label) => !labels.has(label) && !OF_PROMETHEUS.has(label))
      .map((label) => `${name}{${label}}`)
  })
}

describe('manifests/monitoring', () => {
  it('asks only for metrics and labels that the app serves', async () => {
    const families = await servedFamilies()
    const asked = [
      ...alerts.map(({ expr }) => expr),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ]

    expect(asked.flatMap((expr) => findUnknown(expr, families))).toEqual([])
    expect(
      findUnknown('rate(leadhand_gnomes_total[5m]) + leadhand_queue_waiting{garden="1"}', families),
    ).toEqual(['leadhand_gnomes_total', 'leadhand_queue_waiting{garden}'])
  })

  it('shows every metric of ours on the dashboard', async () => {
    const families = await servedFamilies()
    const shown = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n')
    const own = [...families.keys()]
      .filter((name) => name.startsWith('leadhand_'))
      .map((name) => name.replace(/_(?:bucket|sum|count)$/u, ''))

    expect([...new Set(own)].filter((name) => !shown.includes(name))).toEqual([])
  })

  it('has no panel upon another', () => {
    const places = panels.map(({ gridPos: { x, y } }) => `${x} ${y}`)

    expect(new Set(places).size).toBe(panels.length)
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  })

  it('closes each bracket of each question', () => {
    for (const { expr } of [...alerts, ...panels.flatMap(({ targets }) => targets)]) {
      for (const [open, close] of ['()', '{}', '[]'].map((pair) => [...pair])) {
        expect(expr.split(open ?? '').length, expr).toBe(expr.split(close ?? '').length)
      }
    }
  })
})
