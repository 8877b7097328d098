// Starts the real entry the way `npm start` does and looks at it from outside: it answers, takes a lead's first step, and stops when told.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { startWorkspace } from '../../src/sandbox/workspace/workspace.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-smoke-'))
await using singleops = await startSingleOpsServer()
await using ws = await startWorkspace({ manifest: readFileSync('slack-manifest.yml', 'utf8') })
const app = spawn(process.execPath, ['src/main.ts'], {
  env: {
    PATH: process.env.PATH ?? '',
    PORT: '0',
    DATA_DIR: dataDir,
    SLACK_BOT_TOKEN: ws.botToken,
    SLACK_SIGNING_SECRET: ws.signingSecret,
    SLACK_API_URL: ws.url,
    SINGLEOPS_BASE_URL: singleops.baseUrl,
    SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
    SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
    ACCOUNT_TIME_ZONE: 'America/New_York',
    LEAD_CHANNEL: ws.channels.leads.id,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
})

try {
  const port = await portOf(app.stdout)
  for (const path of ['/healthz', '/readyz']) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    check(response.status === 200, `${path} answered ${response.status}: ${await response.text()}`)
  }
  ws.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
  check(await ws.verifyRequestUrl(), 'the request URL is not verified')
  const opened = await ws.as('ana').command('/lead')
  check(opened.ok, `/lead answered ${opened.error}`)
  await ws.waitFor(() => ws.as('ana').modal()?.text.includes('Operation'), { what: 'the form' })
  const ended = once(app, 'exit')
  app.kill('SIGTERM')
  const [code] = await ended
  check(code === 0, `it stopped with code ${code}`)
  process.stdout.write('smoke: the real entry starts, answers, opens a form and stops\n')
} finally {
  app.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
}

async function portOf(output: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: output })) {
    const { port, msg }: { port?: number; msg?: string } = JSON.parse(line)
    if (msg === 'leadhand is up' && port) return port
  }
  throw new Error('the entry ended before it was up')
}

function check(isTrue: boolean, otherwise: string): asserts isTrue {
  if (!isTrue) throw new Error(otherwise)
}
