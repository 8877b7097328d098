import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** The text of a file; `otherwise` when there is none. */
export function readIfThere(path: string, otherwise = ''): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : otherwise
}

/** Replaces a file in one step, readable by its owner alone: it holds secrets. */
export function writePrivately(path: string, content: string): void {
  const draft = `${path}.new`
  // One that was left behind would keep its own rights.
  rmSync(draft, { force: true })
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx' })
  renameSync(draft, path)
}
