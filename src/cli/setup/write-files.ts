import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** The text of a file; `otherwise` when there is none. */
export function readIfThere(path: string, otherwise = ''): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : otherwise
}

/** Readable by its owner alone: it holds secrets. */
export function writePrivately(path: string, content: string): void {
  replaceFile(path, content, 0o600)
}

/** For what holds no secrets, and what another user has to read: the one that a container runs as. */
export function writeOpenly(path: string, content: string): void {
  replaceFile(path, content, 0o644)
}

/** In one step. */
function replaceFile(path: string, content: string, mode: number): void {
  const draft = `${path}.new`
  // One that was left behind would keep its own rights.
  rmSync(draft, { force: true })
  writeFileSync(draft, content, { mode, flag: 'wx' })
  renameSync(draft, path)
}
