import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { createLogger } from '../../src/ops/logger.ts'
import { CHANNELS } from '../../src/sandbox/demo/channels.ts'
import { SETTING } from '../../src/sandbox/demo/setting.ts'
import { startPageServer } from '../../src/sandbox/page-server.ts'
import { MAIN_ACCOUNT, seedAccount } from '../../src/sandbox/seed.ts'
import type { SingleOpsServer } from '../../src/sandbox/singleops/api.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import type { Workspace } from '../../src/sandbox/workspace/api.ts'
import { startWorkspace } from '../../src/sandbox/workspace/workspace.ts'

/** The demo with a browser before it, everything in one process. */
export type Scene = AsyncDisposable & {
  readonly ws: Workspace
  readonly singleops: SingleOpsServer
  readonly url: string
  /** A fresh visitor; its page says in `problems` what went wrong in it. */
  visit(options: BrowserContextOptions, path?: string): Promise<{ page: Page; problems: string[] }>
}

// So few that it starts at once, the known ones among them.
const CLIENTS = 60
/** Generous: the machine may be busy with other tests. */
const PATIENCE_MS = 20_000

export async function openScene(): Promise<Scene> {
  await using stack = new AsyncDisposableStack()
  const singleops = stack.use(await startSingleOpsServer({ accounts: [seedAccount({ clients: CLIENTS })] }))
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8')
  const ws = stack.use(await startWorkspace({ manifest, channels: CHANNELS }))
  const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-browser-'))
  stack.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const config = readConfig(
    {
      PORT: '0',
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: ws.botToken,
      SLACK_SIGNING_SECRET: ws.signingSecret,
      SLACK_API_URL: ws.url,
      SINGLEOPS_BASE_URL: singleops.baseUrl,
      SINGLEOPS_JOB_URL: singleops.jobUrl,
      SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
      SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
      ACCOUNT_TIME_ZONE: 'America/New_York',
      DEFAULT_AREA_CODE: '770',
      LEAD_CHANNEL: ws.channels.leads.id,
      OFFICE_CHANNEL: ws.channels.office.id,
      OFFICE_GROUP: ws.groups.office.id,
    },
    () => '',
  )
  const delivery = {
    ...config.delivery,
    backoffMs: [50, 100, 200],
    lookUp: { firstAfterMs: 20, everyMs: 20, looks: 3, overMs: 40 },
    breaker: { failures: 3, holdMs: [100] },
  }
  const log = createLogger({ level: 'silent', destination: { write: () => undefined } })
  const app = stack.use(await createApp({ ...config, delivery }, log))
  ws.setRequestUrl(`http://127.0.0.1:${app.port}/slack/events`)
  const server = stack.use(
    await startPageServer({
      port: 0,
      workspaceUrl: `http://127.0.0.1:${ws.port}`,
      singleopsUrl: singleops.url,
      setting: SETTING,
    }),
  )
  const browser = await driver.launch({
    // With one process for everything, the browser ends with its first page.
    args: chromium.args.filter((flag) => flag !== '--single-process'),
    executablePath: await chromium.executablePath(),
    headless: true,
  })
  stack.defer(() => browser.close())
  const owned = stack.move()
  return {
    ws,
    singleops,
    url: server.url,
    async visit(options, path = '') {
      const context = await browser.newContext(options)
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (said) => {
        if (said.type() === 'error') problems.push(said.text())
      })
      await page.goto(`${server.url}${path}`)
      return { page, problems }
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}
