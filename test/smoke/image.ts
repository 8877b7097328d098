// Takes the Dockerfile's steps in a clean folder, as an engine would, and starts what results in both sandbox servers: what the image
// lacks (a file left out, a dependency that is only there for development) shows here.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { startWorkspace } from '../../src/sandbox/workspace/workspace.ts'
import { copyContext, copyStep, createIgnore, readDockerfile, type Stage } from './dockerfile.ts'

const MOST_MEGABYTES = 60
const COMPILED = 'node_modules/.cache/leadhand'

const place = mkdtempSync(join(tmpdir(), 'leadhand-image-'))
try {
  const built = build(join(place, 'context'))
  check(!readdirSync(join(built.app, 'src')).includes('sandbox'), 'the sandbox is in the image')
  check(!readdirSync(join(built.app, 'node_modules')).includes('vitest'), 'dev dependencies are in the image')
  check(built.user === 'node', `it runs as ${built.user}`)
  check(built.command[0] === 'node', `it starts with ${built.command.join(' ')}`)
  const manifest = execFileSync(process.execPath, ['src/cli/manifest.ts'], {
    cwd: built.app,
    encoding: 'utf8',
  })
  check(existsSync(join(built.app, COMPILED)), 'the code is not compiled ahead')
  check(manifest === readFileSync('slack-manifest.yml', 'utf8'), 'the manifest is not in the image')
  check(sizeOf(built.app) < MOST_MEGABYTES, `it takes ${sizeOf(built.app)} MB beside Node's own image`)
  await startAndLook(built)
  process.stdout.write('image: what the Dockerfile builds starts, is healthy, opens a form and stops\n')
} finally {
  rmSync(place, { recursive: true, force: true })
}

type Built = {
  readonly app: string
  readonly user: string
  readonly environment: Readonly<Record<string, string>>
  readonly command: readonly string[]
  readonly healthcheck: readonly string[]
}

/** Of all files below a folder, in MB. */
function sizeOf(folder: string): number {
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  return Math.round(bytes / 1e6)
}

function build(context: string): Built {
  copyContext('.', context, createIgnore(readFileSync('.dockerignore', 'utf8')))
  const stages = readDockerfile(readFileSync('Dockerfile', 'utf8'))
  const roots = new Map<string, string>()
  let last: Built | undefined
  for (const stage of stages) last = buildStage(stage, context, roots)
  check(last !== undefined, 'the Dockerfile has no stage')
  return last
}

function buildStage({ name, steps }: Stage, context: string, roots: Map<string, string>): Built {
  const root = join(place, name)
  mkdirSync(root)
  roots.set(name, root)
  const environment: Record<string, string> = {}
  let [workdir, user] = ['/', 'root']
  let command: string[] = []
  let healthcheck: string[] = []
  for (const { instruction, rest } of steps) {
    if (instruction === 'WORKDIR') {
      workdir = rest
      mkdirSync(join(root, workdir), { recursive: true })
    }
    if (instruction === 'COPY') copyStep(rest, { context, roots, root, workdir })
    if (instruction === 'ENV')
      for (const [, key = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/gu)) environment[key] = value
    if (instruction === 'USER') user = rest
    if (instruction === 'CMD') command = JSON.parse(rest) as string[]
    if (instruction === 'HEALTHCHECK')
      healthcheck = JSON.parse(/CMD (\[.*\])$/u.exec(rest)?.[1] ?? '[]') as string[]
    if (instruction === 'RUN') run(rest, join(root, workdir))
  }
  return { app: join(root, workdir), user, environment, command, healthcheck }
}

/** Installing is done as it stands; what changes the root of the image's file system is left to the image. */
function run(line: string, cwd: string): void {
  if (line.startsWith('npm ci'))
    execFileSync('npm', [...line.split(/\s+/u).slice(1), '--prefer-offline'], { cwd, stdio: 'pipe' })
  else if (line.startsWith('find node_modules ')) execFileSync('sh', ['-c', line], { cwd, stdio: 'pipe' })
  else if (line.startsWith('node ')) {
    // With this Node, which is the image's own.
    const env = {
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      NODE_COMPILE_CACHE: join(cwd, COMPILED),
    }
    execFileSync('sh', ['-c', line], { cwd, env, stdio: 'pipe' })
  } else
    check(
      /^mkdir \/data && chown node:node \/data && chmod 700 \/data$/u.test(line),
      `RUN ${line} is not tried here`,
    )
}

async function startAndLook({ app, environment, command, healthcheck }: Built): Promise<void> {
  const dataDir = join(place, 'data')
  mkdirSync(dataDir, { mode: 0o700 })
  await using singleops = await startSingleOpsServer()
  await using ws = await startWorkspace({ manifest: readFileSync('slack-manifest.yml', 'utf8') })
  const env = {
    ...environment,
    NODE_COMPILE_CACHE: join(app, COMPILED),
    PATH: '',
    DATA_DIR: dataDir,
    PORT: '0',
    SLACK_BOT_TOKEN: ws.botToken,
    SLACK_SIGNING_SECRET: ws.signingSecret,
    SLACK_API_URL: ws.url,
    SINGLEOPS_BASE_URL: singleops.baseUrl,
    SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
    SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
    ACCOUNT_TIME_ZONE: 'America/New_York',
    LEAD_CHANNEL: ws.channels.leads.id,
  }
  const running = spawn(process.execPath, command.slice(1), {
    cwd: app,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const port = await portOf(running.stdout)
    execFileSync(process.execPath, healthcheck.slice(1), { env: { ...env, PORT: String(port) } })
    ws.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
    const opened = await ws.as('ana').command('/lead')
    check(opened.ok, `/lead answered ${opened.error}`)
    await ws.waitFor(() => ws.as('ana').modal()?.text.includes('Operation'), { what: 'the form' })
    const ended = once(running, 'exit')
    running.kill('SIGTERM')
    const [code] = await ended
    check(code === 0, `it stopped with code ${code}`)
  } finally {
    running.kill('SIGKILL')
  }
}

async function portOf(output: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: output })) {
    const { port, msg }: { port?: number; msg?: string } = JSON.parse(line)
    if (msg === 'leadhand is up' && port) return port
  }
  throw new Error('it ended before it was up')
}

function check(isTrue: boolean, otherwise: string): asserts isTrue {
  if (!isTrue) throw new Error(otherwise)
}
