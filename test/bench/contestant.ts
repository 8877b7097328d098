import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Latency, NO_LATENCY } from './latency.ts'
import { createHttpLine, createSocketLine, type Line } from './line.ts'
import { findFreePort } from './listen.ts'
import { asItIs, pinned } from './pinned.ts'
import { type SingleOpsStandIn, startSingleOpsStandIn } from './singleops-stand-in.ts'
import { type SlackStandIn, startSlackStandIn } from './slack-stand-in.ts'
import type { Vitals } from './vitals.ts'

export type Kind = 'leadhand' | 'bare' | 'echo'

export type ContestantOptions = {
  /** Default `http`. */
  readonly transport?: 'http' | 'socket'
  /** Leadhand's memory; default: a fresh folder that goes with the process. */
  readonly dataDir?: string
  readonly env?: Readonly<Record<string, string>>
  readonly nodeFlags?: readonly string[]
  /** On any core: several processes together are to have all of them. */
  readonly unpinned?: boolean
  /** Shared with others, for replicas; default: its own. */
  readonly standIns?: StandIns
}

export type StandIns = { readonly slack: SlackStandIn; readonly singleops: SingleOpsStandIn }

/** A running app of its own process, with a Slack and a SingleOps of its own. */
export type Contestant = AsyncDisposable & {
  readonly kind: Kind
  readonly slack: SlackStandIn
  readonly singleops: SingleOpsStandIn
  readonly line: Line
  /** From the start of the process to its being ready for what Slack sends. */
  readonly readyAfterMs: number
  setLatency(latency: Latency): void
  /** `collect` forces a garbage collection first. */
  vitals(collect?: boolean): Promise<Vitals>
}

const ENTRIES = {
  leadhand: 'src/main.ts',
  bare: 'test/bench/bare-bolt.ts',
  echo: 'test/bench/echo.ts',
} as const
const SIGNING_SECRET = 'a'.repeat(32)
const UP_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 2

export async function startContestant(kind: Kind, options: ContestantOptions = {}): Promise<Contestant> {
  await using opened = new AsyncDisposableStack()
  const { slack, singleops } = options.standIns ?? (await startStandIns(opened))
  const setLatency = (latency: Latency): void => {
    slack.setLatency(latency)
    singleops.setLatency(latency)
  }
  const { transport = 'http' } = options
  const port = await findFreePort()
  const dataDir = options.dataDir ?? ownFolder(opened)
  const env = {
    PATH: process.env.PATH ?? '',
    PORT: String(port),
    DATA_DIR: dataDir,
    SLACK_BOT_TOKEN: 'xoxb-bench-bench-bench',
    SLACK_API_URL: slack.apiUrl,
    ...(transport === 'socket'
      ? { SLACK_APP_TOKEN: 'xapp-1-ABENCH-1-bench' }
      : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    SINGLEOPS_BASE_URL: singleops.baseUrl,
    SINGLEOPS_USER_EMAIL: 'api@example.com',
    SINGLEOPS_USER_TOKEN: 'bench-token',
    ACCOUNT_TIME_ZONE: 'America/New_York',
    LEAD_CHANNEL: 'C0BENCHLEADS',
    OFFICE_CHANNEL: 'C0BENCHOFFICE',
    OFFICE_GROUP: 'S0BENCHOFFICE',
    ...options.env,
  }
  const flags = [
    '--expose-gc',
    '--import',
    './test/bench/vitals.ts',
    ...(kind === 'leadhand' ? startFlags() : []),
    ...(options.nodeFlags ?? []),
  ]
  const whole = [process.execPath, ...flags, ENTRIES[kind]] as const
  const [command, args] = options.unpinned ? asItIs(whole) : pinned(whole)
  const startedAt = performance.now()
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  opened.defer(() => stop(child))
  await isReady(child, () =>
    transport === 'socket' ? Promise.resolve(slack.sockets > 0) : answers(kind, port),
  )
  const readyAfterMs = performance.now() - startedAt
  const line = opened.use(
    transport === 'socket' ? createSocketLine(slack) : createHttpLine(port, SIGNING_SECRET),
  )
  const kept = opened.move()
  return {
    kind,
    slack,
    singleops,
    line,
    readyAfterMs,
    setLatency,
    async vitals(collect = false) {
      const told = once(child, 'message')
      child.send(collect ? 'collect' : 'tell')
      const [vitals] = await told
      return vitals as Vitals
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** With which `npm start` and the image start Node. */
function startFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--') && !word.startsWith('--env-file'))
}

/** They go with what `opened` disposes. */
export async function startStandIns(opened: AsyncDisposableStack): Promise<StandIns> {
  const slack = opened.use(await startSlackStandIn())
  const singleops = opened.use(await startSingleOpsStandIn())
  slack.setLatency(NO_LATENCY)
  singleops.setLatency(NO_LATENCY)
  return { slack, singleops }
}

function ownFolder(opened: AsyncDisposableStack): string {
  const folder = mkdtempSync(join(tmpdir(), 'leadhand-bench-'))
  opened.defer(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function isReady(child: ChildProcess, look: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + UP_WITHIN_MS
  while (!(await look())) {
    if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}`)
    if (performance.now() > giveUpAt) throw new Error('The app did not come up')
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** Leadhand says by itself that it is ready; a bare app is as soon as it answers anything at all. */
async function answers(kind: Kind, port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`)
    await answer.body?.cancel()
    return kind !== 'leadhand' || answer.status === 200
  } catch (error) {
    // Nobody listens yet.
    if (error instanceof TypeError) return false
    throw error
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await gone
  clearTimeout(timer)
}

const STOP_WITHIN_MS = 10_000
