import type { SetupProbes } from '../../app-setup.ts'
import { type Config, readConfig } from '../../config/config.ts'
import type { Environment } from '../../config/env.ts'
import { type FileSetting, setInConfigFile } from '../../config/write-config-file.ts'
import { setInEnvFile } from '../../config/write-env.ts'
import type { Prompts } from './prompts.ts'

/** What stands in the two files now. */
export type Files = { readonly env: string; readonly config: string }

export type SetupParts = {
  readonly prompts: Prompts
  readonly probes: SetupProbes
  /** Values of `.env`. */
  readonly before: Environment
  readonly files: Files
  /** Called after each part, with what is known by then. */
  readonly save: (files: Files) => void
  /** For Socket Mode; `save` keeps another one and gives its path. */
  readonly manifest: {
    readonly path: string
    readonly text: string
    readonly save: (text: string) => string
  }
  /** Where the configuration file is to stand if one is needed. */
  readonly configPath: string
  /** The zone that this computer is in. */
  readonly ownZone: string
}

/** What was answered so far. */
export type Answers = {
  /** The value as it would be now. */
  get(name: string): string | undefined
  set(name: string, value: string | undefined): void
  /** Undefined takes the setting out. */
  setInFile(...path: readonly [...string[], FileSetting['value']]): void
  files(): Files
  /** Throws a `SettingsError` while something is wrong or missing. */
  config(): Config
}

export function createAnswers({ before, files, configPath }: SetupParts): Answers {
  const values = new Map<string, string | undefined>()
  const settings: FileSetting[] = []
  const get = (name: string) => (values.has(name) ? values.get(name) : before[name])

  const written = (): Files => ({
    env: setInEnvFile(files.env, Object.fromEntries(values)),
    config: settings.length > 0 ? setInConfigFile(files.config, settings) : files.config,
  })
  return {
    get,
    set: (name, value) => void values.set(name, value),
    setInFile(...given) {
      const value = given.at(-1)
      settings.push({ path: given.slice(0, -1).map(String), value })
      if (!get('LEADHAND_CONFIG')) values.set('LEADHAND_CONFIG', configPath)
    },
    files: written,
    config: () => readConfig({ ...before, ...Object.fromEntries(values) }, () => written().config),
  }
}
