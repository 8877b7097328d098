import { existsSync } from 'node:fs'
import { createSetupProbes } from '../app-setup.ts'
import { readEnvFile } from '../config/write-env.ts'
import { createLogger } from '../ops/logger.ts'
import { runSetup } from './setup/run-setup.ts'
import { terminalPrompts } from './setup/terminal.ts'
import { readIfThere, writePrivately } from './setup/write-files.ts'

const ENV_FILE = '.env'

/** Asks for all settings, tries them, and writes `.env` and, where it is needed, `leadhand.yml`. Can be run again. */
async function main(): Promise<number> {
  const prompts = terminalPrompts()
  const existing = readIfThere(ENV_FILE)
  const before = readEnvFile(existing)
  const configPath = before.LEADHAND_CONFIG ?? freeConfigPath()
  const files = {
    env: existing || withoutExamples(readIfThere('.env.example')),
    config: before.LEADHAND_CONFIG ? readIfThere(configPath) : '',
  }
  const made = await runSetup({
    prompts,
    probes: createSetupProbes(createLogger({ level: 'silent' }), Date.now),
    before,
    files,
    configPath,
    ownZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  if (!made) return 1
  writePrivately(ENV_FILE, made.env)
  if (made.config !== files.config) writePrivately(configPath, made.config)
  prompts.say('\nWritten. Next: npm run doctor, then npm start.')
  return 0
}

/** A file that is there and not used may be somebody's draft. */
function freeConfigPath(): string {
  return existsSync('leadhand.yml') ? './leadhand.setup.yml' : './leadhand.yml'
}

/** Values of the example are nobody's. */
function withoutExamples(example: string): string {
  return example.replaceAll(/^([A-Z_]+)=.*$/gmu, '#$1=')
}

try {
  process.exitCode = await main()
} catch (error) {
  // Ctrl+C in a prompt; nothing was written.
  if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error
  process.exitCode = 130
}
