import { parseEnv } from 'node:util'
import type { Environment } from './env.ts'

/** What stands in a `.env` file; comments don't. */
export const readEnvFile = (source: string): Environment => parseEnv(source)

/** The text of a `.env` file with these values in it: each in its own line or in the place of its commented-out default; undefined comments it out. */
export function setInEnvFile(source: string, values: Environment): string {
  return Object.entries(values).reduce((text, [name, value]) => setOne(text, name, value), source)
}

function setOne(source: string, name: string, value: string | undefined): string {
  const lines = source.split('\n')
  const isSet = (line: string): boolean => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`, 'u').test(line)
  const set = lines.findIndex(isSet)
  const at = set >= 0 ? set : lines.findIndex((line) => line.startsWith(`#${name}=`))
  if (value === undefined) return set < 0 ? source : lines.with(set, `#${name}=`).join('\n')
  const line = `${name}=${quote(value)}`
  if (at >= 0) return lines.with(at, line).join('\n')
  return `${source.trimEnd()}${source.trim() === '' ? '' : '\n'}${line}\n`
}

// Node reads a # or a blank at the end as the beginning of a comment, and quotes as quotes.
function quote(value: string): string {
  if (/^[\w.:/@+-]*$/u.test(value)) return value
  return value.includes("'") ? `"${value}"` : `'${value}'`
}
