import { type Environment, processSettings, tidyEnvironment } from './env.ts'
import { parse } from './parse.ts'
import { SettingsError } from './settings-error.ts'

const where = processSettings.pick({ DATA_DIR: true, DATABASE_URL: true })

/** Where the leads are kept: all that the tools for them need. Throws a SettingsError. */
export function readRecordSettings(environment: Environment): {
  readonly dataDir: string
  readonly databaseUrl?: string
} {
  const read = parse(where, tidyEnvironment(environment), (path) => String(path[0]))
  if (!read.ok) throw new SettingsError(read.problems)
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = read.value
  return { dataDir, ...(databaseUrl && { databaseUrl }) }
}
