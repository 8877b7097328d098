import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Licensed = { readonly name: string; readonly version: string; readonly licence: string }

export type Licences = {
  /** In the image, and beside whoever runs Leadhand. */
  readonly shipped: readonly Licensed[]
  /** For building and testing only. */
  readonly tools: readonly Licensed[]
}

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
})

export const LOCK_FILE = new URL('../../package-lock.json', import.meta.url)
export const LIST = new URL('LICENCES.md', import.meta.url)

/** Every package of the lock file under the licence that it declares; several versions of one stand side by side. */
export function readLicences(lockText: string): Licences {
  const { packages } = lockFile.parse(JSON.parse(lockText))
  const all = Object.entries(packages).flatMap(([path, { version = '', license = 'none declared', dev }]) =>
    path === ''
      ? []
      : [
          {
            name: path.split('node_modules/').at(-1) ?? path,
            version,
            licence: license,
            isTool: dev === true,
          },
        ],
  )
  const pick = (isTool: boolean): Licensed[] =>
    all
      .filter((each) => each.isTool === isTool)
      .map(({ name, version, licence }) => ({ name, version, licence }))
      .toSorted((a, b) => `${a.name} ${a.version}`.localeCompare(`${b.name} ${b.version}`, 'en'))
  return { shipped: pick(false), tools: pick(true) }
}

export const readOwnLicences = (): Licences => readLicences(readFileSync(LOCK_FILE, 'utf8'))

/** What a company may run and hand on without giving away its own. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
])
/** Not handed on, so that changes of the tool itself are all that it binds. */
const ALLOWED_FOR_TOOLS: ReadonlySet<string> = new Set([...ALLOWED, 'MPL-2.0', 'OFL-1.1'])

/** Those under a licence that stands on no list; of alternatives one is enough. */
export function findForbidden({ shipped, tools }: Licences): Licensed[] {
  const isAllowed = (licence: string, allowed: ReadonlySet<string>): boolean =>
    licence
      .replaceAll(/[()]/gu, '')
      .split(' OR ')
      .some((one) => one.split(' AND ').every((each) => allowed.has(each)))
  return [
    ...shipped.filter(({ licence }) => !isAllowed(licence, ALLOWED)),
    ...tools.filter(({ licence }) => !isAllowed(licence, ALLOWED_FOR_TOOLS)),
  ]
}

export function renderLicences({ shipped, tools }: Licences): string {
  const rows = (packages: readonly Licensed[]): string[] => [
    ...new Set(packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)),
  ]
  const head = ['| Package | Version | Licence |', '|---|---|---|']
  return [
    '# Licences of the dependencies',
    '',
    'Leadhand itself is under the [MIT licence](../../LICENSE). `npm run licences` writes this list from `package-lock.json`.',
    '',
    '## What runs with Leadhand',
    '',
    ...head,
    ...rows(shipped),
    '',
    '## What only builds and tests it',
    '',
    ...head,
    ...rows(tools),
    '',
  ].join('\n')
}
