import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** The instructions of a Dockerfile, continued lines joined, comments left out. */
export type Step = { readonly instruction: string; readonly rest: string }
export type Stage = { readonly from: string; readonly name: string; readonly steps: readonly Step[] }

const KNOWN = new Set([
  'ARG',
  'FROM',
  'WORKDIR',
  'COPY',
  'RUN',
  'ENV',
  'USER',
  'VOLUME',
  'EXPOSE',
  'HEALTHCHECK',
  'CMD',
  'STOPSIGNAL',
])

/** Throws at an instruction that it doesn't know, so that nobody adds a step which is never tried. */
export function readDockerfile(text: string): readonly Stage[] {
  const lines = text
    .replaceAll(/^#.*\n/gmu, '')
    .replaceAll(/\\\n/gu, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const stages: { from: string; name: string; steps: Step[] }[] = []
  for (const line of lines) {
    const [, instruction = '', rest = ''] = /^(\w+)\s+(.*)$/u.exec(line) ?? []
    if (!KNOWN.has(instruction)) throw new Error(`Dockerfile: ${instruction || line} is not known here`)
    if (instruction === 'FROM') {
      const [from = '', , name = String(stages.length)] = rest.split(/\s+/u)
      stages.push({ from, name, steps: [] })
    } else if (instruction !== 'ARG') {
      stages.at(-1)?.steps.push({ instruction, rest })
    }
  }
  return stages
}

/** `.dockerignore`: the last line that matches decides; `!` takes back in. */
export function createIgnore(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ isException: line.startsWith('!'), pattern: line.replace(/^!/u, '') }))
  return (path) => {
    const parents = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))
    return rules.reduce(
      (isIgnored, { isException, pattern }) =>
        parents.some((each) => posix.matchesGlob(each, pattern)) ? !isException : isIgnored,
      false,
    )
  }
}

/** The build context as the engine would see it. */
export function copyContext(from: string, to: string, isIgnored: (path: string) => boolean): void {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const path = name.replaceAll('\\', '/')
    if (path.startsWith('node_modules') || path.startsWith('.git/') || isIgnored(path)) continue
    const source = join(from, path)
    if (!statSync(source).isFile()) continue
    mkdirSync(dirname(join(to, path)), { recursive: true })
    cpSync(source, join(to, path))
  }
}

/** `COPY a b ./`: several files, or the content of one folder. */
export function copyStep(
  rest: string,
  {
    context,
    roots,
    root,
    workdir,
  }: {
    readonly context: string
    /** Of earlier stages, by name. */
    readonly roots: ReadonlyMap<string, string>
    readonly root: string
    readonly workdir: string
  },
): void {
  const words = rest.split(/\s+/u)
  const stage = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined
  const source = stage === undefined ? context : roots.get(stage)
  const target = words.pop()
  if (source === undefined || target === undefined) throw new Error(`Dockerfile: COPY ${rest} leads nowhere`)
  for (const word of words) {
    const from = join(source, word)
    if (!existsSync(from)) throw new Error(`Dockerfile: COPY ${word}: not in the build context`)
    const into = join(root, target.startsWith('/') ? target : join(workdir, target))
    cpSync(from, target.endsWith('/') && statSync(from).isFile() ? join(into, word) : into, {
      recursive: true,
    })
  }
}
