import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** One import as it stands in a file; `isType`: erased when the code runs. */
type Import = { readonly specifier: string; readonly isType: boolean }

/** What a room may import of ours: whole rooms, types of single files, values and types of single files. */
type Rule = {
  readonly rooms?: readonly string[]
  readonly types?: readonly RegExp[]
  readonly files?: readonly RegExp[]
}

const LOG_AND_CHECK = /^ops\/(?:log|check|metrics|tracing)\.ts$/u
const PORTS_OF = (...rooms: string[]) => new RegExp(`^(?:${rooms.join('|')})/ports\\.ts$`, 'u')

const ENTRY = ['main.ts', 'start.ts']

/** Who may import whom; each room may always import itself. */
const RULES: Readonly<Record<string, Rule>> = {
  lead: {},
  extract: { rooms: ['lead'] },
  matching: { rooms: ['lead'] },
  delivery: { rooms: ['lead'] },
  notifications: { rooms: ['lead'] },
  intake: { rooms: ['lead', 'extract', 'matching'] },
  slack: {
    rooms: ['intake', 'delivery', 'notifications', 'lead'],
    types: [/^(?:extract|matching)\//u],
  },
  singleops: {
    rooms: ['lead'],
    types: [PORTS_OF('intake', 'matching', 'delivery')],
    files: [/^(?:delivery|matching)\/errors\.ts$/u],
  },
  store: { rooms: ['lead'], types: [PORTS_OF('intake', 'matching', 'delivery', 'notifications')] },
  ops: {},
  // Settings are declared, with the defaults of a room's own timing, by the rooms.
  config: { files: [/^\w+\/settings\.ts$/u, /^lead\/ids\.ts$/u] },
  cli: {
    rooms: ['config', 'ops'],
    // The tools' own composition roots stand beside the app's: they need its parts, and not the app.
    files: [/^app(?:-\w+)?\.ts$/u, /^slack\/message-source\.ts$/u, /^extract\/extract-lead\.ts$/u],
  },
  'app.ts': {
    rooms: [
      'lead',
      'extract',
      'matching',
      'delivery',
      'notifications',
      'intake',
      'slack',
      'singleops',
      'store',
      'ops',
      'config',
    ],
  },
  'main.ts': { rooms: ['config', 'app.ts'], files: [/^ops\/logger\.ts$/u] },
  sandbox: {},
}

/** `extract` prints what is read out of a text: the one tool that works without the app. */
const CLI_EXCEPTIONS: Readonly<Record<string, Rule>> = { 'cli/extract.ts': { rooms: ['extract', 'lead'] } }

/** Packages that only some rooms may import. */
const PACKAGE_ROOMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@slack\//u, ['slack']],
  [/^undici$/u, ['singleops']],
  [/^(?:pg|pg-boss|kysely|node:sqlite)$/u, ['store']],
  [/^(?:pino$|prom-client$|@opentelemetry\/)/u, ['ops']],
  [/^ws$/u, ['sandbox']],
  [/^yaml$/u, ['config', 'sandbox']],
]

/** Rooms that neither read nor write anything. */
const PURE_ROOMS = ['lead', 'extract', 'matching']
const PURE_BUILTINS = new Set(['node:crypto'])

function readImports(source: string): Import[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^\s*\/\/.*$/gmu, '')
  const statements = code.matchAll(
    /\b(?:import|export)\s+(type\s)?(?:([^'";]*?)\sfrom\s*)?['"]([^'"]+)['"]/gu,
  )
  const dynamic = code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu)
  return [
    ...[...statements].map(([, type, names = '', specifier = '']) => ({
      specifier,
      isType: type !== undefined || isAllTypes(names),
    })),
    ...[...dynamic].map(([, specifier = '']) => ({ specifier, isType: false })),
  ]
}

const isAllTypes = (names: string): boolean =>
  /^\{.*\}$/su.test(names.trim()) &&
  names
    .replaceAll(/[{}]/gu, '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .every((name) => name.startsWith('type '))

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** The folder; what stands beside `app.ts` belongs to it, but for the entry. */
const roomOf = (file: string): string =>
  file.includes('/') ? (file.split('/')[0] ?? file) : ENTRY.includes(file) ? 'main.ts' : 'app.ts'

/** Everything that one file of `src` imports or reads and may not. */
function findBreaches(file: string, source: string): string[] {
  const room = roomOf(file)
  const breaches = readImports(source).flatMap((found) => {
    const problem = found.specifier.startsWith('.')
      ? judgeOwn(file, room, found)
      : judgePackage(room, found.specifier)
    return problem ? [`${file} imports ${found.specifier}: ${problem}`] : []
  })
  const readsEnvironment = room !== 'config' && room !== 'sandbox' && /\bprocess\s*\.\s*env\b/u.test(source)
  return readsEnvironment ? [...breaches, `${file} reads process.env: only config may`] : breaches
}

function judgeOwn(file: string, room: string, { specifier, isType }: Import): string | undefined {
  if (!specifier.endsWith('.ts')) return 'imports end in .ts'
  const target = posix.normalize(posix.join(posix.dirname(file), specifier))
  if (target.startsWith('..')) return 'it lies outside src'
  const targetRoom = roomOf(target)
  if (targetRoom === room) return undefined
  if (targetRoom === 'sandbox') return 'nothing imports the sandbox'
  if (isType && room !== 'sandbox' && LOG_AND_CHECK.test(target)) return undefined
  const rules = [RULES[room], CLI_EXCEPTIONS[file]].filter((rule) => rule !== undefined)
  if (rules.length === 0) return `${room} has no rule`
  const isAllowed = rules.some(
    ({ rooms = [], types = [], files = [] }) =>
      rooms.includes(targetRoom) ||
      files.some((pattern) => pattern.test(target)) ||
      (isType && types.some((pattern) => pattern.test(target))),
  )
  return isAllowed ? undefined : `${room} may not import ${isType ? 'this' : 'values of this'}`
}

function judgePackage(room: string, specifier: string): string | undefined {
  if (isBuiltin(specifier) && !specifier.startsWith('node:')) return 'built-ins begin with node:'
  const rule = PACKAGE_ROOMS.find(([pattern]) => pattern.test(specifier))
  if (rule && !rule[1].includes(room)) return `only ${rule[1].join(' and ')} may`
  if (PURE_ROOMS.includes(room) && isBuiltin(specifier) && !PURE_BUILTINS.has(specifier)) {
    return `${room} reads and writes nothing`
  }
  return undefined
}

const src = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))

describe('src', () => {
  it('keeps to who may import whom', () => {
    const breaches = files.flatMap((file) => findBreaches(file, readFileSync(`${src}/${file}`, 'utf8')))

    expect(breaches).toEqual([])
  })

  it('runs without dev dependencies, but for the sandbox', () => {
    const { dependencies } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    ) as { dependencies: Record<string, string> }
    const imported = files
      .filter((file) => roomOf(file) !== 'sandbox')
      .flatMap((file) => readImports(readFileSync(`${src}/${file}`, 'utf8')))
      .filter(({ specifier, isType }) => !isType && !specifier.startsWith('.') && !isBuiltin(specifier))
      .map(({ specifier }) => packageOf(specifier))

    expect([...new Set(imported)].filter((name) => !(name in dependencies))).toEqual([])
  })

  it('has a rule for each of its rooms', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in RULES))).toEqual([])
  })

  it('calls no file utils, helpers, common, manager or types', () => {
    expect(
      files.filter((file) => /(?:^|[/-])(?:utils?|helpers?|common|manager|types)\.ts$/u.test(file)),
    ).toEqual([])
  })
})

describe('a breach is seen', () => {
  it.each([
    ['lead/lead.ts', "import { log } from '../ops/logger.ts'"],
    ['lead/lead.ts', "import type { Candidate } from '../matching/candidate.ts'"],
    ['lead/lead.ts', "import { readFileSync } from 'node:fs'"],
    ['delivery/deliver-lead.ts', "import { createStore } from '../store/create-store.ts'"],
    ['intake/ports.ts', "import type { LeadStore } from '../delivery/ports.ts'"],
    ['slack/home/home.ts', "import { scoreCandidate } from '../../matching/score.ts'"],
    ['slack/listeners.ts', "import { a,\n  type B } from '../singleops/client.ts'"],
    ['slack/listeners.ts', "import { fetch } from 'undici'"],
    ['singleops/client.ts', "import { openForm } from '../intake/ports.ts'"],
    ['singleops/client.ts', "import type { Draft } from '../intake/open-form.ts'"],
    ['singleops/client.ts', "import { WebClient } from '@slack/web-api'"],
    ['store/leads.ts', "import { deliverLead } from '../delivery/deliver-lead.ts'"],
    ['delivery/deliver-lead.ts', "import { sql } from 'kysely'"],
    ['intake/confirm-lead.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['delivery/deliver-lead.ts', "import { createLogger } from '../ops/logger.ts'"],
    ['delivery/deliver-lead.ts', "import { Log } from '../ops/log.ts'"],
    ['ops/health.ts', "import type { Lead } from '../lead/lead.ts'"],
    ['config/config.ts', "import { readRow } from '../store/rows.ts'"],
    ['cli/doctor.ts', "import { extract } from '../extract/extract.ts'"],
    ['main.ts', "import { startStore } from './store/create-store.ts'"],
    ['start.ts', "import { doctor } from './cli/doctor.ts'"],
    ['app.ts', "import { main } from './main.ts'"],
    ['app.ts', "import { startWorkspace } from './sandbox/workspace/workspace.ts'"],
    ['sandbox/main.ts', "import { createApp } from '../app.ts'"],
    ['sandbox/main.ts', "import type { Log } from '../ops/log.ts'"],
    ['garden/gnome.ts', "import { lead } from '../lead/lead.ts'"],
    ['slack/listeners.ts', "export { scoreCandidate } from '../matching/score.ts'"],
    ['slack/listeners.ts', "const { run } = await import('../store/run.ts')"],
    ['slack/listeners.ts', "import '../store/run.ts'"],
    ['slack/listeners.ts', "import { ids } from './ids'"],
    ['slack/listeners.ts', "import { join } from 'path'"],
    ['slack/listeners.ts', "import { anApp } from '../../test/app.ts'"],
    ['slack/listeners.ts', 'const token = process.env.SLACK_BOT_TOKEN'],
  ])('in %s: %s', (file, source) => {
    expect(findBreaches(file, source)).toHaveLength(1)
  })

  it.each([
    ['slack/listeners.ts', "import type { Candidate } from '../matching/candidate.ts'"],
    ['slack/listeners.ts', "import { type Candidate, type Match } from '../matching/candidate.ts'"],
    ['singleops/gateway.ts', "import { UnsureError } from '../delivery/errors.ts'"],
    ['store/leads.ts', "import type { LeadStore } from '../delivery/ports.ts'"],
    ['store/leads.ts', "import { sql } from 'kysely'"],
    ['delivery/deliver-lead.ts', "import type { Log } from '../ops/log.ts'"],
    ['config/config.ts', "import { DELIVERY_DEFAULTS } from '../delivery/settings.ts'"],
    ['config/env.ts', 'const all = process.env'],
    ['cli/extract.ts', "import { extract } from '../extract/extract.ts'"],
    ['cli/extract.ts', "import { readMessage } from '../slack/message-source.ts'"],
    ['main.ts', "import { createApp } from './app.ts'"],
    ['sandbox/main.ts', "import { spawn } from 'node:child_process'"],
    ['lead/ids.ts', "/* import { a } from '../store/a.ts' */\n// import { a } from '../store/a.ts'"],
  ])('and nothing is seen where all is well, in %s: %s', (file, source) => {
    expect(findBreaches(file, source)).toEqual([])
  })
})
