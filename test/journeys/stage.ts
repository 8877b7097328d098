import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type App, createApp, type Overrides } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config/config.ts'
import { createLogger } from '../../src/ops/logger.ts'
import { MAIN_ACCOUNT, seedAccount } from '../../src/sandbox/seed.ts'
import type { SingleOpsServer, SingleOpsServerOptions } from '../../src/sandbox/singleops/api.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import type { Workspace, WorkspaceOptions } from '../../src/sandbox/workspace/api.ts'
import { startWorkspace } from '../../src/sandbox/workspace/workspace.ts'
import { type Collector, startCollector } from '../otlp/collector.ts'
import { COLLECTORS_KEY, expectNoLeak } from './leaks.ts'

export type StageOptions = {
  /** Default `http`. */
  readonly transport?: 'http' | 'socket'
  readonly singleops?: SingleOpsServerOptions
  readonly workspace?: Omit<WorkspaceOptions, 'manifest'>
  /** On top of what the stage sets; the workspace's ids are known by then. */
  readonly env?: (ws: Workspace) => Record<string, string>
  /** A configuration file's text, for `LEADHAND_CONFIG`. */
  readonly file?: (ws: Workspace) => string
  readonly delivery?: Partial<Config['delivery']>
  readonly intake?: Partial<Config['intake']>
  readonly overrides?: Overrides
}

/** Both sandbox servers and the app between them, as a person meets them. Whatever it says, aloud or to the collector, is searched for leaks. */
export type Stage = {
  readonly ws: Workspace
  readonly singleops: SingleOpsServer
  readonly env: Record<string, string>
  app: App
  /** Lines that the app logged, parsed. */
  readonly logged: Record<string, unknown>[]
  /** Where its traces go. */
  readonly collector: Collector
  /** Stops the app and starts it again on the same memory. */
  restart(): Promise<void>
}

// So few that a journey starts at once, the known ones among them.
const CLIENTS = 60

/** Short times, so that a journey does not wait for what the app would wait for in the field. */
const QUICK = {
  backoffMs: [50, 100, 200],
  lookUp: { firstAfterMs: 20, everyMs: 20, looks: 3, overMs: 40 },
  breaker: { failures: 3, holdMs: [100] },
}

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const singleops = await startSingleOpsServer({
    accounts: [seedAccount({ clients: CLIENTS })],
    ...options.singleops,
  })
  onTestFinished(() => singleops.close())
  const ws = await startWorkspace({
    manifest: readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8'),
    ...options.workspace,
  })
  onTestFinished(() => ws.close())
  const collector = await startCollector()
  const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-journey-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const env = {
    PORT: '0',
    LOG_LEVEL: 'trace',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: `api-key=${COLLECTORS_KEY}`,
    DATA_DIR: dataDir,
    SLACK_BOT_TOKEN: ws.botToken,
    SLACK_API_URL: ws.url,
    ...(options.transport === 'socket'
      ? { SLACK_APP_TOKEN: ws.appToken }
      : { SLACK_SIGNING_SECRET: ws.signingSecret }),
    SINGLEOPS_BASE_URL: singleops.baseUrl,
    SINGLEOPS_JOB_URL: singleops.jobUrl,
    ...(options.file
      ? { LEADHAND_CONFIG: 'leadhand.yml' }
      : {
          SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
          SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
          ACCOUNT_TIME_ZONE: 'America/New_York',
          DEFAULT_AREA_CODE: '770',
          LEAD_CHANNEL: ws.channels.leads.id,
          OFFICE_CHANNEL: ws.channels.office.id,
          OFFICE_GROUP: ws.groups.office.id,
        }),
    ...options.env?.(ws),
  }
  const logged: Record<string, unknown>[] = []
  const start = () => startApp(env, ws, options, logged)
  const stage: Stage = {
    ws,
    singleops,
    env,
    logged,
    collector,
    app: await start(),
    async restart() {
      await stage.app[Symbol.asyncDispose]()
      stage.app = await start()
    },
  }
  onTestFinished(async () => {
    await stage.app[Symbol.asyncDispose]()
    expectNoLeak(stage, collector)
  })
  return stage
}

async function startApp(
  env: Record<string, string>,
  ws: Workspace,
  options: StageOptions,
  logged: Record<string, unknown>[],
): Promise<App> {
  const config = readConfig(env, () => options.file?.(ws) ?? '')
  const log = createLogger({
    level: config.logLevel,
    destination: { write: (line: string) => logged.push(JSON.parse(line)) },
  })
  const delivery = { ...config.delivery, ...QUICK, ...options.delivery }
  const app = await createApp(
    { ...config, intake: { ...config.intake, ...options.intake }, delivery },
    log,
    options.overrides,
  )
  if (options.transport === 'socket') {
    await ws.waitFor(() => ws.sockets > 0, { what: 'the Socket Mode connection' })
  } else {
    ws.setRequestUrl(`http://127.0.0.1:${app.port}/slack/events`)
  }
  return app
}
