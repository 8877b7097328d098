import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { type Collector, startCollector } from '../otlp/collector.ts'
import { create, findClient, openForm } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

async function enterLead(stage: Stage): Promise<void> {
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await create(stage, ana)
  await hasPosted(stage)
}

/** The card is posted in its own time, and the span ends when Slack has answered. */
async function hasPosted({ ws }: Stage): Promise<void> {
  await ws.waitFor(() => ws.calls('chat.postMessage').length > 0)
  await ws.drain()
}

/** What is left goes out when the app stops. */
async function tracesOf(stage: Stage, { spans }: Collector) {
  await stage.app[Symbol.asyncDispose]()
  const byId = new Map(spans.map((span) => [span.id, span]))
  return spans.map((span) => ({ ...span, below: byId.get(span.parent)?.name }))
}

it.each(['http', 'socket'] as const)(
  'sends what was done for a lead to a collector, over %s, each call below what it was done for',
  async (transport) => {
    const collector = await startCollector()
    const stage = await startStage({
      transport,
      env: () => ({
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_EXPORTER_OTLP_HEADERS: 'api-key=key%2Cof%20ours',
        OTEL_SERVICE_NAME: 'leadhand-test',
      }),
    })
    await enterLead(stage)

    const spans = await tracesOf(stage, collector)

    expect(spans).toEqual(
      expect.arrayContaining(
        [
          { name: 'slack command', kind: 'incoming', facts: expect.objectContaining({ about: '/lead' }) },
          { name: 'slack view_submission', facts: expect.objectContaining({ about: 'lead_form' }) },
          { name: 'slack views.open', kind: 'outgoing', below: 'slack command', facts: { outcome: 'ok' } },
          {
            name: 'singleops GET clients/search_by_field',
            kind: 'outgoing',
            facts: { account: 'main', outcome: 'ok' },
          },
          { name: 'job deliver', kind: 'job', facts: { subject: expect.stringMatching(/^[0-9a-f-]{36}$/u) } },
          { name: 'singleops POST jobs', below: 'job deliver', facts: { outcome: '2xx' } },
          { name: 'slack chat.postMessage', below: 'job post' },
        ].map((span) => expect.objectContaining({ failed: false, service: 'leadhand-test', ...span })),
      ),
    )
    expect(spans.find(({ name }) => name === 'slack command')?.facts.ackAfterMs).toBeLessThan(3000)
    expect(collector.requests[0]).toMatchObject({
      path: '/v1/traces',
      headers: { 'api-key': 'key,of ours', 'content-type': 'application/x-protobuf' },
    })
  },
)

it('marks what failed, without its words', async () => {
  const collector = await startCollector()
  const stage = await startStage({ env: () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }) })
  stage.singleops.setFault({ kind: 'status', status: 500, method: 'POST', path: 'jobs', times: 1 })
  stage.ws.setFault({ method: 'chat.postMessage', error: 'channel_not_found', times: 1 })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await create(stage, ana, /is in SingleOps|may or may not be there/u)
  await hasPosted(stage)

  const failed = (await tracesOf(stage, collector)).filter((span) => span.failed)

  expect(failed.map(({ name, facts }) => [name, facts['error.type'], facts.outcome])).toEqual(
    expect.arrayContaining([
      ['singleops POST jobs', '5xx', '5xx'],
      ['slack chat.postMessage', 'slack_webapi_platform_error', expect.any(String)],
    ]),
  )
})

it('goes on as before when the collector takes nothing, and says so once', async () => {
  const collector = await startCollector()
  collector.status = 400
  const stage = await startStage({
    env: () => ({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/here` }),
  })
  await enterLead(stage)
  await stage.restart()
  await enterLead(stage)
  await stage.app[Symbol.asyncDispose]()

  expect(stage.singleops.jobs()).toHaveLength(2)
  expect(collector.requests.map(({ path }) => path)).toContain('/here')
  const told = stage.logged.filter((line) => line.room === 'traces' && line.level !== 'debug')
  expect(told.map(({ level, msg }) => [level, msg])).toEqual([
    ['warn', 'the collector did not take traces, they are dropped'],
    ['warn', 'the collector did not take traces, they are dropped'],
  ])
})

it('asks for nothing of OpenTelemetry while traces are off', async () => {
  // prom-client brings the small `api` package for its own ends.
  const listen = `
    import { registerHooks } from 'node:module'
    registerHooks({ resolve(name, context, next) {
      if (/opentelemetry.(?!api$)/u.test(name)) console.log(name)
      return next(name, context)
    } })`
  const load = async (...files: string[]) => {
    const script = [listen, ...files.map((file) => `await import('./src/${file}')`)].join('\n')
    return (await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])).stdout
  }

  expect(await load('app.ts', 'config/config.ts', 'ops/logger.ts')).toBe('')
  expect(await load('ops/open-telemetry.ts')).toContain('@opentelemetry/sdk-trace')
})
