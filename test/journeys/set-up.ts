import { readFileSync } from 'node:fs'
import { createSetupProbes } from '../../src/app-setup.ts'
import type { Choice, Prompts } from '../../src/cli/setup/prompts.ts'
import { runSetup } from '../../src/cli/setup/run-setup.ts'
import type { Files } from '../../src/cli/setup/state.ts'
import { readConfig } from '../../src/config/config.ts'
import { readEnvFile } from '../../src/config/write-env.ts'
import { createLogger } from '../../src/ops/logger.ts'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import type { Stage } from './stage.ts'

/** By a part of the question; several answers are given one after the other, the last one again and again. */
export type Script = Readonly<Record<string, string | boolean | undefined | readonly (string | undefined)[]>>

export function scripted(script: Script): Prompts & { readonly shown: string[] } {
  const shown: string[] = []
  const left = new Map(Object.entries(script).map(([part, given]) => [part, [given].flat()]))
  const answer = (question: string) => {
    shown.push(question)
    const [, answers] = [...left].find(([part]) => question.includes(part)) ?? []
    if (!answers) throw new Error(`No answer to: ${question}`)
    return answers.length > 1 ? answers.shift() : answers[0]
  }
  return {
    shown,
    say: (text) => void shown.push(text),
    text: async (question, initial = '') => String(answer(question) ?? initial),
    secret: async (question) => answer(question) as string | undefined,
    confirm: async (question) => answer(question) === true,
    async choose<Value>(question: string, choices: readonly Choice<Value>[], initial?: Value) {
      const wanted = answer(question)
      const found =
        wanted === undefined
          ? choices.find(({ value }) => value === initial)
          : choices.find(({ name }) => name.includes(String(wanted)))
      if (!found)
        throw new Error(`${String(wanted)} is not among: ${choices.map(({ name }) => name).join(' | ')}`)
      return found.value
    },
  }
}

export const answersFor = ({ ws }: Stage): Script => ({
  'Bot User OAuth Token': ['xoxb-mistyped', ws.botToken],
  'How does Slack reach': 'Socket Mode',
  'already made in Slack': 'yes',
  'App-level token': ws.appToken,
  'card about each lead': '#leads',
  'office asked': '#office',
  'emails with leads': 'none',
  'Which user group': '@office',
  'time zone': 'Central',
  'Area code': ['77', '770'],
  "API user's email": ['olivia', MAIN_ACCOUNT.userEmail],
  "API user's token": ['mistyped-token', MAIN_ACCOUNT.userToken],
  'operation is preselected': 'Tree Care',
  'takes the lead source': 'Lead Source',
  'lead visit stage': ['eight', '9'],
  'phone search': 'yes',
  'Send one lead': true,
  'Where do its notes': 'only where our own',
  'Its task should be': 'another time',
  'have the address': true,
})

/** Gives what was kept last, and what was kept after each part. */
export async function setUp(
  stage: Stage,
  prompts: Prompts,
  files: Files = { env: base(stage), config: '' },
  saved: Files[] = [],
  ownZone = 'America/New_York',
) {
  const manifests: string[] = []
  const isComplete = await runSetup({
    prompts,
    probes: createSetupProbes(createLogger({ level: 'silent' }), Date.now),
    before: readEnvFile(files.env),
    files,
    configPath: './leadhand.yml',
    ownZone,
    save: (made) => void saved.push(made),
    manifest: {
      path: '/app/slack-manifest.yml',
      text: readFileSync('slack-manifest.yml', 'utf8'),
      save(text) {
        manifests.push(text)
        return '/app/slack-app.yml'
      },
    },
  })
  return { isComplete, saved, manifests, files: saved.at(-1) ?? files }
}

/** Where the sandboxes are; nobody is asked for that. */
const base = ({ ws, singleops }: Stage): string =>
  `# Ours\nSLACK_API_URL=${ws.url}\nSINGLEOPS_BASE_URL=${singleops.baseUrl}\n#LEAD_CHANNEL=\n`

/** The one account, as the app reads it. */
export const accountOf = ({ env, config }: Files) => {
  const { singleops, intake } = readConfig(readEnvFile(env), () => config)
  return { ...intake.accounts[0], ...singleops.accounts[0] }
}
