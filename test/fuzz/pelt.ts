import { createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request as send } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { createLogger } from '../../src/ops/logger.ts'
import { MAIN_ACCOUNT, seedAccount } from '../../src/sandbox/seed.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { TEAM } from '../../src/sandbox/workspace/people.ts'
import { startWorkspace } from '../../src/sandbox/workspace/workspace.ts'
import { CUSTOMER, type Person } from './shapes.ts'
import { type Request, requests } from './spoil.ts'

// Slack's own requests come a few at a time; what nobody acknowledges is held for three seconds.
const SIDE_BY_SIDE = 64
/** So many that the limit for each person is not what everything ends at. */
const PEOPLE = 200

export type Damage = {
  readonly sent: number
  /** Answers by status; `broken`: the connection ended without one. */
  readonly answers: Readonly<Record<string, number>>
  /** What should not have happened, in words; empty when all is well. */
  readonly damage: readonly string[]
}

/** Sends `count` spoilt requests to a whole app between both sandbox servers, and looks for what they did. */
export async function pelt(count: number, seed: number): Promise<Damage> {
  await using opened = new AsyncDisposableStack()
  const singleops = opened.use(await startSingleOpsServer({ accounts: [seedAccount({ clients: 60 })] }))
  const users = Array.from({ length: PEOPLE }, (_, index) => ({
    name: `taker-${index}`,
    real_name: `Taker ${index}`,
  }))
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8')
  const ws = opened.use(await startWorkspace({ manifest, users, eventRetryDelaysMs: [] }))
  const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-fuzz-'))
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const lines: string[] = []
  const config = readConfig(
    {
      PORT: '0',
      LOG_LEVEL: 'debug',
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: ws.botToken,
      SLACK_SIGNING_SECRET: ws.signingSecret,
      SLACK_API_URL: ws.url,
      SINGLEOPS_BASE_URL: singleops.baseUrl,
      SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
      SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
      ACCOUNT_TIME_ZONE: 'America/New_York',
      LEAD_CHANNEL: ws.channels.leads.id,
      OFFICE_CHANNEL: ws.channels.office.id,
      OFFICE_GROUP: ws.groups.office.id,
      INTAKE_CHANNEL: ws.channels['leads-inbox'].id,
    },
    () => '',
  )
  const escaped: unknown[] = []
  const noteEscaped = (reason: unknown): void => void escaped.push(reason)
  process.on('unhandledRejection', noteEscaped)
  process.on('uncaughtException', noteEscaped)
  opened.defer(() => {
    process.off('unhandledRejection', noteEscaped)
    process.off('uncaughtException', noteEscaped)
  })
  const app = opened.use(
    await createApp(
      config,
      createLogger({ level: 'debug', destination: { write: (line: string) => lines.push(line) } }),
    ),
  )
  const olivia = ws.as('olivia')
  ws.setRequestUrl(`http://127.0.0.1:${app.port}/slack/events`)
  const people: Person[] = users.map(({ name }) => ({ id: ws.as(name).id, name, team_id: TEAM.id }))
  const scene = {
    team: TEAM.id,
    people: [...people, { id: 'U0NOBODY00', name: 'nobody', team_id: 'T0OTHER0000' }],
    channel: ws.channels['leads-inbox'].id,
    drafts: [
      '',
      ...Array.from(
        { length: 20 },
        (_, index) => `0199f0a0-0000-7000-8000-${String(index).padStart(12, '0')}`,
      ),
    ],
  }
  const prototypeBefore = Reflect.ownKeys(Object.prototype).length

  const agent = new Agent({ keepAlive: true, maxSockets: SIDE_BY_SIDE })
  opened.defer(() => agent.destroy())
  const answers: Record<string, number> = {}
  const bodies = new Set<string>()
  const failed: string[] = []
  const queue = fc.sample(requests(scene), { numRuns: count, seed })
  const worker = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const answer = await post(next, app.port, ws.signingSecret, agent)
      answers[answer.status] = (answers[answer.status] ?? 0) + 1
      bodies.add(answer.body)
      if (Number(answer.status) >= 500)
        failed.push(`${answer.status} to ${next.method} ${next.path} ${next.body.slice(0, 600)}`)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))

  const damage: string[] = []
  const expectTrue = (isTrue: boolean, otherwise: string): void => void (isTrue || damage.push(otherwise))
  expectTrue(escaped.length === 0, `errors that nobody caught: ${escaped.map(describe).join('; ')}`)
  // Slack sends again what is answered so, and people see that the app has failed them.
  expectTrue(failed.length === 0, `${failed.length} answers with 5xx, the first: ${failed[0]}`)
  expectTrue(
    Reflect.ownKeys(Object.prototype).length === prototypeBefore,
    'every object has got new properties',
  )
  expectTrue((await fetch(`http://127.0.0.1:${app.port}/healthz`)).status === 200, 'not alive any more')
  expectTrue((await fetch(`http://127.0.0.1:${app.port}/readyz`)).status === 200, 'not ready any more')
  expectTrue(
    singleops.jobs().length === 0 && singleops.requests('jobs').length === 0,
    'something was posted to SingleOps',
  )
  const opening = await olivia.command('/lead')
  expectTrue(opening.ok, `a person's command is not answered: ${opening.error}`)
  await ws.waitFor(() => olivia.modal()?.text.includes('Operation'), { what: 'the form, afterwards' })

  const secrets = [ws.botToken, ws.signingSecret, MAIN_ACCOUNT.userToken, MAIN_ACCOUNT.userEmail]
  const log = lines.join('')
  const answered = [...bodies].join('\n')
  const kept = readdirSync(dataDir)
    .map((name) => readFileSync(join(dataDir, name), 'latin1'))
    .join('')
  for (const secret of secrets) {
    expectTrue(!answered.includes(secret), 'a secret stands in an answer')
    expectTrue(!log.includes(secret), 'a secret stands in the log')
    expectTrue(!kept.includes(secret), 'a secret stands in the data folder')
  }
  expectTrue(!log.includes('never-to-be-seen'), 'a response URL stands in the log')
  for (const [what, value] of Object.entries(CUSTOMER)) {
    const line = lines.find((each) => each.includes(value))
    expectTrue(line === undefined, `a customer's ${what} stands in the log: ${line?.slice(0, 300)}`)
  }
  expectTrue(!/\/work\/|node_modules|\s{4}at /u.test(answered), 'a stack stands in an answer')
  return { sent: count, answers, damage }
}

const describe = (reason: unknown): string =>
  reason instanceof Error ? (reason.stack ?? reason.message).slice(0, 600) : String(reason)

function post(
  { path, method, contentType, body, isSigned, headers }: Request,
  port: number,
  secret: string,
  agent: Agent,
): Promise<{ readonly status: string; readonly body: string }> {
  const timestamp = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  const signed = isSigned
    ? { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${signature}` }
    : {}
  return new Promise((resolve) => {
    const sending = send(
      {
        port,
        path,
        method,
        agent,
        headers: {
          ...(contentType && { 'content-type': contentType }),
          'content-length': Buffer.byteLength(body),
          ...signed,
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('close', () =>
          resolve({ status: String(response.statusCode), body: Buffer.concat(parts).toString() }),
        )
      },
    )
    sending.on('error', () => resolve({ status: 'broken', body: '' }))
    sending.end(body)
  })
}
