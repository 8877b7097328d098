import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import { checkRequestUrl } from '../../src/slack/check-request-url.ts'
import { askDoctor } from './ask-doctor.ts'
import { type Stage, type StageOptions, startStage } from './stage.ts'

it.each<Required<Pick<StageOptions, 'transport'>> & { summary: string; code: number }>([
  { transport: 'socket', summary: 'Everything is well.', code: 0 },
  // The address that Slack posts to is not among the stage's settings.
  { transport: 'http', summary: '1 of 12 need attention.', code: 1 },
])(
  'finds all well beside a running app over $transport that can be told from here',
  async ({ transport, summary, code }) => {
    const stage = await startStage({ transport })

    const { exitCode, text } = await askDoctor(stage)

    expect(text).toContain(summary)
    expect(text).toContain('ok      Channel for cards: #leads')
    expect(text).toMatch(/ok {6}Data folder: \S+ can be written \(\d+ ms\), \d+ MB free/u)
    expect(readdirSync(stage.env.DATA_DIR ?? '').filter((name) => !name.startsWith('leadhand.'))).toEqual([])
    expect(text).toContain('all 11 scopes')
    expect(text).toContain('ok      Collector of traces: it takes traces')
    expect(text).toContain('the lead source goes into "Lead Source"')
    expect(exitCode).toBe(code)
  },
)

it('does not call well what nothing can reach: neither an app token nor an address', async () => {
  const stage = await startStage()

  const { text } = await askDoctor(stage)

  expect(text).toContain('NOT OK  Address for Slack: Nothing says how Slack reaches Leadhand')
  expect(text).toContain('setting SLACK_APP_TOKEN')
})

it.each(['src/main.ts', 'src/cli/doctor.ts'])('%s names set-up where nothing is set', (entry) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry], { env: {}, encoding: 'utf8' })

  expect(status).toBe(1)
  expect(stdout + stderr).toContain('SLACK_APP_TOKEN is not set')
  expect(stdout + stderr).toContain('npm run setup')
})

it('says of each fault what it is and what to do', async () => {
  const stage = await startStage({})
  stage.ws.setChannel('leads', { bot_member: false })
  stage.ws.setChannel('office', { is_archived: true })
  stage.singleops.setCatalog(MAIN_ACCOUNT.key, {
    customInputs: [
      { id: 901, name: 'Gate code', input_type: 'dropdown', required: true, dropdown_options: [] },
    ],
  })

  const { exitCode, text } = await askDoctor(
    stage,
    {},
    { now: () => Date.now() + 10 * 60_000, env: { INTAKE_CHANNEL: 'C0NOWHERE00' } },
  )

  expect(exitCode).toBe(1)
  expect(text).toContain('Type /invite @Leadhand in #leads.')
  expect(text).toContain('#office is archived')
  expect(text).toContain('The channel does not exist, or is private')
  expect(text).toContain("This computer's clock is 10 minutes fast")
  expect(text).toContain('"Gate code" is required and has no options')
})

it.each([
  ['a wrong Slack token', { SLACK_BOT_TOKEN: 'xoxb-wrong-token-0000000000' }, 'SLACK_BOT_TOKEN'],
  [
    'a wrong SingleOps token',
    { SINGLEOPS_USER_TOKEN: 'wrong-token-0000000000' },
    "API user's email and token",
  ],
  ['an address where nobody is', { SLACK_API_URL: 'http://127.0.0.1:9/api/' }, 'reaches slack.com'],
])('names the remedy for %s and never shows a secret', async (_, env, remedy) => {
  const stage = await startStage()

  const { exitCode, text } = await askDoctor(stage, { json: true }, { env })

  expect(exitCode).toBe(1)
  expect(text).toContain(remedy)
  expect(JSON.parse(text)).toMatchObject({ ok: false })
  for (const secret of [
    ...Object.values(env).filter((value) => value.includes('wrong')),
    stage.ws.botToken,
  ]) {
    expect(text).not.toContain(secret)
  }
})

it('posts a marked card to each channel and prints a request without credentials', async () => {
  const stage = await startStage({ transport: 'socket' })

  const { exitCode, text } = await askDoctor(stage, { card: true, request: true })

  expect(exitCode).toBe(0)
  expect(JSON.stringify(stage.ws.messages('leads'))).toContain('TEST – please ignore')
  expect(JSON.stringify(stage.ws.messages('office'))).toContain('TEST – please ignore')
  expect(text).toContain('"visit_stage_id": 8')
  expect(text).toContain('"custom_field_values"')
  expect(text).toContain('"job_task_create": true')
  expect(text).toMatch(/"start": "\d{4}-\d\d-\d\d 10:00:00"/u)
  expect(text).toContain('"user_token": "(hidden)"')
  expect(text).not.toContain(MAIN_ACCOUNT.userToken)
  expect(stage.singleops.jobs()).toEqual([])
})

it('says when the collector takes no traces, and when nothing answers', async () => {
  const stage = await startStage()
  stage.collector.status = 403
  const refused = await askDoctor(stage)
  const gone = await askDoctor(stage, {}, { env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' } })
  const off = await askDoctor(stage, {}, { env: { OTEL_SDK_DISABLED: 'true' } })

  expect(refused.text).toContain('NOT OK  Collector of traces: The collector does not take traces (HTTP 403)')
  expect(gone.text).toContain("NOT OK  Collector of traces: The collector can't be reached")
  expect(off.text).not.toContain('Collector')
})

describe('the address that Slack posts to', () => {
  const asked = async (stage: Stage, publicUrl: string, env: Record<string, string> = {}) => {
    const { slack } = readConfig({ ...stage.env, ...env }, () => '')
    const requestUrl = `${publicUrl}/slack/events`
    return checkRequestUrl({ ...slack, requestUrl }, Date.now, AbortSignal.timeout(10_000))
  }

  it('is found well when Leadhand answers there and takes the signature', async () => {
    const stage = await startStage()

    expect(await asked(stage, `http://127.0.0.1:${stage.app.port}`)).toMatchObject({ ok: true })
  })

  it('is not when nobody listens, somebody else does, or the secret is another one', async () => {
    const stage = await startStage()
    const own = `http://127.0.0.1:${stage.app.port}`
    const port = await freePort()

    expect(await asked(stage, `http://127.0.0.1:${port}`)).toMatchObject({
      problem: expect.stringContaining('ECONNREFUSED'),
    })
    expect(await asked(stage, `${own}/healthz?`)).toMatchObject({
      problem: expect.stringContaining('Something else answers'),
    })
    expect(await asked(stage, own, { SLACK_SIGNING_SECRET: '0'.repeat(32) })).toMatchObject({
      problem: expect.stringContaining('does not take our signature'),
      remedy: expect.stringContaining('SLACK_SIGNING_SECRET'),
    })
  })

  it('stands among the checks over HTTP', async () => {
    const stage = await startStage()

    const { text } = await askDoctor(stage, {}, { env: { PUBLIC_URL: 'https://127.0.0.1:1' } })

    expect(text).toContain('NOT OK  Address for Slack: https://127.0.0.1:1/slack/events')
  })
})

/** One that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
