import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { MAIN_ACCOUNT, seedAccount } from '../../src/sandbox/seed.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import type { Workspace } from '../../src/sandbox/workspace/api.ts'
import { startWorkspace } from '../../src/sandbox/workspace/workspace.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
}

it.each([
  { when: 'before SingleOps took it', afterProcessing: false },
  { when: 'after SingleOps took it and before its answer', afterProcessing: true },
])(
  'makes exactly one lead when the process is killed $when',
  { timeout: 60_000 },
  async ({ afterProcessing }) => {
    const singleops = await startSingleOpsServer({ accounts: [seedAccount({ clients: 60 })] })
    onTestFinished(() => singleops.close())
    const ws = await startWorkspace({ manifest: readFileSync('slack-manifest.yml', 'utf8') })
    onTestFinished(() => ws.close())
    const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-kill-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const env = {
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
    }
    const first = await startProcess(env, ws)
    const ana = ws.as('ana')
    await ana.command('/lead')
    await ws.waitFor(() => ana.modal()?.text.includes('Operation'))
    await ana.fill(LEAD)
    await ana.submit()
    await ws.waitFor(() => ana.modal()?.text.includes('No client has'))
    const hold = singleops.hold('jobs', { afterProcessing })
    await ana.submit()
    await hold.arrived

    first.kill('SIGKILL')
    await once(first, 'exit')
    hold.release()
    await startProcess(env, ws)

    // A client that only came up in the search beside the POST proves nothing: then a person is asked.
    const settled = /In SingleOps|May or may not be in SingleOps/u
    await ws.waitFor(() => ws.messages('leads').some((card) => settled.test(JSON.stringify(card))), {
      timeoutMs: 30_000,
    })
    expect(singleops.jobs()).toHaveLength(1)
    expect(ws.messages('leads')).toHaveLength(1)
  },
)

async function startProcess(env: Record<string, string>, ws: Workspace): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['test/journeys/impatient-main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  })
  const { promise, resolve } = Promise.withResolvers<number>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { port, msg }: { port?: number; msg?: string } = JSON.parse(line)
    if (msg === 'leadhand is up' && port) resolve(port)
  })
  ws.setRequestUrl(`http://127.0.0.1:${await promise}/slack/events`)
  return child
}
