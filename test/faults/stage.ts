import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MAIN_ACCOUNT, seedAccount } from '../../src/sandbox/seed.ts'
import type { SingleOpsServer } from '../../src/sandbox/singleops/api.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import type { Workspace } from '../../src/sandbox/workspace/api.ts'
import { startWorkspace } from '../../src/sandbox/workspace/workspace.ts'
import { startBalancer } from './balancer.ts'
import { type Ledger, readPostgresLedger, readSqliteLedger } from './ledger.ts'
import type { Plan } from './orders.ts'
import { type Replica, startReplica } from './replica.ts'

export type FaultStageOptions = {
  readonly transport?: 'http' | 'socket'
  /** Unset: SQLite in a folder of its own. */
  readonly databaseUrl?: string
  /** More than one need Postgres. Default 1. */
  readonly replicas?: number
  readonly plan?: Plan
  readonly env?: Readonly<Record<string, string>>
}

/** Both sandbox servers, and real Leadhand processes between them that may die at any time. */
export type FaultStage = AsyncDisposable & {
  readonly ws: Workspace
  readonly singleops: SingleOpsServer
  readonly ledger: Ledger
  readonly replicas: readonly Replica[]
  readonly replica: Replica
  readonly env: Readonly<Record<string, string>>
  /** How often processes were started so far. */
  starts(): number
  /** Resolves when at least one process takes what Slack sends. */
  up(): Promise<void>
  /** What the processes have written, for a run that went wrong. */
  log(): string
  /** Looks again and again until `find` gives something. */
  until<Value>(
    what: string,
    find: () => Promise<Value | false | undefined>,
    timeoutMs?: number,
  ): Promise<Value>
}

/** Short times. The leases are long enough for a busy machine, and short enough to wait for. */
export const QUICK_PLAN: Plan = {
  delivery: {
    attemptDeadlineMs: 1000,
    leaseMs: 1500,
    leaseMarginMs: 200,
    backoffMs: [50, 100, 200],
    settleAgainMs: [50, 200, 1000, 2000],
    lookUp: { firstAfterMs: 20, everyMs: 50, looks: 3, overMs: 150 },
    breaker: { failures: 3, holdMs: [100] },
    backlog: { width: 3, holdMs: 500 },
  },
  notifications: { backoffMs: [50, 100, 200, 500], officeAfterMs: 1000 },
  posting: { connectMs: 800, headersMs: 900, bodyMs: 900 },
}

export async function startFaultStage(options: FaultStageOptions = {}): Promise<FaultStage> {
  await using opened = new AsyncDisposableStack()
  const singleops = opened.use(await startSingleOpsServer({ accounts: [seedAccount({ clients: 60 })] }))
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8')
  const ws = opened.use(await startWorkspace({ manifest, eventRetryDelaysMs: [0, 200, 500] }))
  const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-faults-'))
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const settingsFile = join(dataDir, 'leadhand.yml')
  writeFileSync(settingsFile, 'personal_data:\n  keep_days: 365\n')
  const { databaseUrl } = options
  const ledger = opened.use(databaseUrl ? readPostgresLedger(databaseUrl) : readSqliteLedger(dataDir))
  const balancer = opened.use(await startBalancer())
  const env = {
    PORT: '0',
    DATA_DIR: dataDir,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    ...(options.transport === 'socket'
      ? { SLACK_APP_TOKEN: ws.appToken }
      : { SLACK_SIGNING_SECRET: ws.signingSecret }),
    SLACK_BOT_TOKEN: ws.botToken,
    SLACK_API_URL: ws.url,
    SINGLEOPS_BASE_URL: singleops.baseUrl,
    SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
    SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
    ACCOUNT_TIME_ZONE: 'America/New_York',
    INTAKE_CHANNEL: ws.channels['leads-inbox'].id,
    LEADHAND_CONFIG: settingsFile,
    LEAD_CHANNEL: ws.channels.leads.id,
    OFFICE_CHANNEL: ws.channels.office.id,
    OFFICE_GROUP: ws.groups.office.id,
    ...options.env,
  }
  const lines: string[] = []
  const replicas: Replica[] = []
  const changed = () => {
    balancer.setPorts(replicas.flatMap(({ port }) => port ?? []))
    ws.touch()
  }
  const plan = { ...QUICK_PLAN, ...options.plan }
  for (let count = options.replicas ?? 1; count > 0; count -= 1) {
    const replica = await startReplica(env, () => plan, { changed, log: (text) => lines.push(text) })
    opened.defer(async () => void (await replica.stop()))
    replicas.push(replica)
  }
  changed()
  if (options.transport !== 'socket') ws.setRequestUrl(`${balancer.url}/slack/events`)
  const isUp = () =>
    options.transport === 'socket' ? ws.sockets > 0 : replicas.some(({ port }) => port !== undefined)
  await ws.waitFor(isUp, { what: 'a process that listens', timeoutMs: UP_WITHIN_MS })

  const [replica] = replicas
  if (!replica) throw new RangeError('A stage needs at least one replica')
  const kept = opened.move()
  return {
    ws,
    singleops,
    ledger,
    replicas,
    replica,
    env,
    starts: () => replicas.reduce((count, { starts }) => count + starts, 0),
    async up() {
      await ws.waitFor(isUp, { what: 'a process that listens', timeoutMs: UP_WITHIN_MS })
    },
    log: () => lines.join(''),
    async until(what, find, timeoutMs = 30_000) {
      const giveUpAt = Date.now() + timeoutMs
      for (;;) {
        const found = await find()
        if (found !== undefined && found !== false) return found
        if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${what}`)
        // What a process writes into its database announces itself nowhere.
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
      }
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

const UP_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 40
