import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSetupProbes } from '../app-setup.ts'
import { hasSettings } from '../config/write-config-file.ts'
import { readEnvFile } from '../config/write-env.ts'
import { createLogger } from '../ops/logger.ts'
import { runSetup } from './setup/run-setup.ts'
import { terminalPrompts } from './setup/terminal.ts'
import { readIfThere, writeOpenly, writePrivately } from './setup/write-files.ts'

const ENV_FILE = '.env'
const CONFIG_FILE = 'leadhand.yml'
const SECOND_FILE = './leadhand.setup.yml'
const NO_SETTINGS = '# Nothing is set here yet. What can be: leadhand.example.yml.\n'
const OWN_MANIFEST = 'slack-app.yml'
const MANIFEST = fileURLToPath(new URL('../../slack-manifest.yml', import.meta.url))

/** Asks for all settings, tries them, and writes `.env` and, where it is needed, `leadhand.yml`. Can be run again. */
async function main(): Promise<number> {
  const prompts = terminalPrompts()
  if (statSync(CONFIG_FILE, { throwIfNoEntry: false })?.isDirectory()) {
    prompts.say(
      `${CONFIG_FILE} is a folder: Docker makes one where the file is missing. Remove it ("rmdir ${CONFIG_FILE}"), then run set-up again.`,
    )
    return 1
  }
  const existing = readIfThere(ENV_FILE)
  const before = readEnvFile(existing)
  const configPath = before.LEADHAND_CONFIG ?? freeConfigPath()
  const files = {
    env: existing || withoutExamples(readIfThere('.env.example')),
    config: before.LEADHAND_CONFIG ? readIfThere(configPath) : '',
  }
  const isComplete = await runSetup({
    prompts,
    probes: createSetupProbes(createLogger({ level: 'silent' }), Date.now),
    before,
    files,
    save(made) {
      writePrivately(ENV_FILE, made.env)
      if (made.config !== files.config) writeOpenly(configPath, made.config)
      // A container is given this file; where it is missing, Docker makes a folder of that name.
      if (!existsSync(CONFIG_FILE)) writeOpenly(CONFIG_FILE, NO_SETTINGS)
    },
    manifest: {
      path: MANIFEST,
      text: readFileSync(MANIFEST, 'utf8'),
      save(text) {
        writeOpenly(OWN_MANIFEST, text)
        return resolve(OWN_MANIFEST)
      },
    },
    configPath,
    ownZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  if (!isComplete) return 1
  prompts.say(
    `\nAll of it stands in ${ENV_FILE}, which only you may read. To try it: "npm start", and in another window "npm run doctor".`,
  )
  prompts.say('It ends with this window. So that it stays up, also after a reboot: README, "Start".')
  if (configPath === SECOND_FILE) {
    prompts.say(`In a container ${SECOND_FILE} has to be mounted in the place of ${CONFIG_FILE}.`)
  }
  return 0
}

/** A file that is there and not used may be somebody's draft. */
function freeConfigPath(): string {
  return hasSettings(readIfThere(CONFIG_FILE)) ? SECOND_FILE : `./${CONFIG_FILE}`
}

/** Values of the example are nobody's. */
function withoutExamples(example: string): string {
  return example.replaceAll(/^([A-Z_]+)=.*$/gmu, '#$1=')
}

try {
  process.exitCode = await main()
} catch (error) {
  // Ctrl+C in a prompt.
  if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error
  process.stdout.write('\nStopped. The parts that were finished are kept; run "npm run setup" to go on.\n')
  process.exitCode = 130
}
