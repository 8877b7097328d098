import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { createLogger } from '../../src/ops/logger.ts'
import { appEnvironment, configFile } from '../../src/sandbox/demo/app-settings.ts'
import { CHANNELS } from '../../src/sandbox/demo/channels.ts'
import { SETTING } from '../../src/sandbox/demo/setting.ts'
import { startPageServer } from '../../src/sandbox/page-server.ts'
import { seedAccount } from '../../src/sandbox/seed.ts'
import type { SingleOpsServer } from '../../src/sandbox/singleops/api.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import type { Workspace } from '../../src/sandbox/workspace/api.ts'
import { startWorkspace } from '../../src/sandbox/workspace/workspace.ts'
import { launchBrowser, type Visit } from './browser.ts'

/** The demo with a browser before it, everything in one process. */
export type Scene = AsyncDisposable & {
  readonly ws: Workspace
  readonly singleops: SingleOpsServer
  readonly url: string
  /** A fresh visitor; its page says in `problems` what went wrong in it. */
  visit(options: BrowserContextOptions, path?: string): Promise<Visit>
}

// So few that it starts at once, the known ones among them.
const CLIENTS = 60

export async function openScene(): Promise<Scene> {
  await using stack = new AsyncDisposableStack()
  const singleops = stack.use(await startSingleOpsServer({ accounts: [seedAccount({ clients: CLIENTS })] }))
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8')
  const ws = stack.use(await startWorkspace({ manifest, channels: CHANNELS }))
  const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-browser-'))
  stack.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const env = appEnvironment({ ws, singleops, dataDir, configPath: 'leadhand.yml' })
  const config = readConfig(env, () => configFile(ws))
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
  const browser = stack.use(await launchBrowser())
  const owned = stack.move()
  return {
    ws,
    singleops,
    url: server.url,
    visit: (options, path = '') => browser.visit(`${server.url}${path}`, options),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}
