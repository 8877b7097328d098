import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { kustomization, type Resource, resource } from './kubernetes-schema.ts'

const ROOT = fileURLToPath(new URL('../../manifests/kubernetes', import.meta.url))

const deletion = z.strictObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.strictObject({ name: z.string() }),
  $patch: z.literal('delete'),
})
const operations = z.array(
  z.strictObject({ op: z.enum(['add', 'replace']), path: z.string().startsWith('/'), value: z.unknown() }),
)

export const readYaml = (path: string): unknown => parse(readFileSync(path, 'utf8'), { strict: true })

export const readKustomization = (folder: string) =>
  kustomization.parse(readYaml(join(ROOT, folder, 'kustomization.yaml')))

/**
 * What `kustomize build` makes of one of our folders, as far as they use it: resources of other folders, deletions and JSON patches.
 * Throws at whatever it would have to guess.
 */
export function build(folder: string, components: readonly string[] = []): Resource[] {
  const found = readKustomization(folder)
  if (found.kind !== 'Kustomization') throw new Error(`${folder} is a component`)
  const resources = found.resources.flatMap((path) => {
    const whole = join(ROOT, folder, path)
    if (!existsSync(whole)) throw new Error(`${folder} names ${path}, which is not there`)
    return statSync(whole).isDirectory() ? build(join(folder, path)) : [resource.parse(readYaml(whole))]
  })
  const patches = [folder, ...components].flatMap((from) =>
    (readKustomization(from).patches ?? []).map((patch) => ({
      ...patch,
      path: join(ROOT, from, patch.path),
    })),
  )
  return patches.reduce<Resource[]>(
    (current, patch) =>
      'target' in patch
        ? change(current, patch.target, operations.parse(readYaml(patch.path)))
        : remove(current, deletion.parse(readYaml(patch.path))),
    resources,
  )
}

function remove(resources: Resource[], { kind, metadata }: z.infer<typeof deletion>): Resource[] {
  const left = resources.filter((each) => each.kind !== kind || each.metadata.name !== metadata.name)
  if (left.length !== resources.length - 1) throw new Error(`there is no ${kind} ${metadata.name} to delete`)
  return left
}

function change(
  resources: Resource[],
  { kind, name }: { readonly kind: string; readonly name: string },
  patch: z.infer<typeof operations>,
): Resource[] {
  const target = resources.find((each) => each.kind === kind && each.metadata.name === name)
  if (!target) throw new Error(`there is no ${kind} ${name} to change`)
  const changed = structuredClone(target)
  for (const { op, path, value } of patch) set(changed, path.slice(1).split('/'), op, value)
  return resources.map((each) => (each === target ? resource.parse(changed) : each))
}

function set(root: object, path: readonly string[], op: 'add' | 'replace', value: unknown): void {
  const last = path.at(-1) ?? ''
  let place: unknown = root
  for (const step of path.slice(0, -1)) {
    place = typeof place === 'object' && place !== null ? Reflect.get(place, step) : undefined
  }
  if (typeof place !== 'object' || place === null) throw new Error(`there is no ${path.join('/')}`)
  if (op === 'replace' && !(last in place)) throw new Error(`there is no ${path.join('/')} to replace`)
  if (Array.isArray(place) && last === '-') place.push(value)
  else Reflect.set(place, last, value)
}

export const pathIn = (path: string): string => join(ROOT, path)
