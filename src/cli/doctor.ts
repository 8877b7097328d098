import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createDoctor } from '../app-doctor.ts'
import { readConfig } from '../config/config.ts'
import { readEnvironment } from '../config/env.ts'
import { SettingsError } from '../config/settings-error.ts'
import { createLogger } from '../ops/logger.ts'
import { examine } from './examine.ts'

const USAGE = `Checks settings, Slack, SingleOps and the memory, and says what to do. Writes nothing unless asked to.
  npm run doctor
  npm run --silent doctor -- --json     for scripts; the exit code is 0 only when everything is well
  npm run doctor -- --send-test-card    also posts a card marked TEST to each channel of the settings
  npm run doctor -- --print-request     prints what a lead would send to SingleOps, credentials hidden`

const OPTIONS = {
  json: { type: 'boolean', default: false },
  'send-test-card': { type: 'boolean', default: false },
  'print-request': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

async function main(args: readonly string[]): Promise<number> {
  const wanted = readArguments(args)
  if (!wanted || wanted.help) {
    process.stderr.write(`${USAGE}\n`)
    return wanted ? 0 : 2
  }
  const print = (text: string) => void process.stdout.write(`${text}\n`)
  try {
    const config = readConfig(readEnvironment(), (path) => readFileSync(path, 'utf8'))
    await using doctor = createDoctor(config, createLogger({ level: 'silent' }), Date.now)
    return await examine(doctor, {
      json: wanted.json,
      sendTestCard: wanted['send-test-card'],
      printRequest: wanted['print-request'],
      print,
    })
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    print(
      wanted.json
        ? JSON.stringify({ ok: false, settings: error.problems }, undefined, 2)
        : `${error.message}\n${error.advice}`,
    )
    return 1
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch {
    // The usage says what there is.
    return undefined
  }
}

process.exitCode = await main(process.argv.slice(2))
