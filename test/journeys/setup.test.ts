import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createSetupProbes } from '../../src/app-setup.ts'
import type { Choice, Prompts } from '../../src/cli/setup/prompts.ts'
import { runSetup } from '../../src/cli/setup/run-setup.ts'
import type { Files } from '../../src/cli/setup/state.ts'
import { writeOpenly, writePrivately } from '../../src/cli/setup/write-files.ts'
import { readConfig } from '../../src/config/config.ts'
import { hasSettings } from '../../src/config/write-config-file.ts'
import { readEnvFile } from '../../src/config/write-env.ts'
import { createLogger } from '../../src/ops/logger.ts'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import { type Stage, startStage } from './stage.ts'

/** By a part of the question; several answers are given one after the other, the last one again and again. */
type Script = Readonly<Record<string, string | boolean | undefined | readonly (string | undefined)[]>>

function scripted(script: Script): Prompts & { readonly shown: string[] } {
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

const answersFor = ({ ws }: Stage): Script => ({
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
async function setUp(
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

it('makes settings that work out of a person’s answers, and shows no secret', async () => {
  const stage = await startStage()
  const prompts = scripted(answersFor(stage))

  const { files, isComplete } = await setUp(stage, prompts)
  const config = readConfig(readEnvFile(files.env), () => files.config)

  expect(isComplete).toBe(true)
  expect(config.slack).toMatchObject({
    botToken: stage.ws.botToken,
    appToken: stage.ws.appToken,
    officeChannel: stage.ws.channels.office.id,
    officeGroup: stage.ws.groups.office.id,
  })
  expect(config.intake.accounts[0]).toMatchObject({
    timeZone: 'America/Chicago',
    areaCode: '770',
    defaultOperations: { '*': 'Tree Care' },
  })
  expect(config.singleops.accounts[0]).toMatchObject({
    notesAreInternal: true,
    taskTimes: 'utc',
    visitStageId: 9,
    phoneSearchSeesMobile: true,
  })
  expect(files.env).toMatch(/^# Ours$/mu)
  const shown = prompts.shown.join('\n')
  expect(shown).toContain('not ok: Slack does not take the bot token ("invalid_auth")')
  expect(shown).toContain('not ok: this is not an area code. Give an area code, e.g. 770.')
  expect(shown).toContain('not ok: this is not an email address')
  expect(shown).not.toContain('/app/slack-manifest.yml')
  for (const secret of [stage.ws.botToken, stage.ws.appToken, MAIN_ACCOUNT.userToken, 'mistyped-token']) {
    expect(shown).not.toContain(secret)
  }
})

it('sends one lead that says it is a test, with every required input filled', async () => {
  const stage = await startStage()
  const prompts = scripted(answersFor(stage))

  await setUp(stage, prompts)

  const [job, ...more] = stage.singleops.jobs()
  expect(more).toEqual([])
  expect(job?.name).toBe('TEST – delete me')
  expect(job?.clientName).toContain('TEST delete me')
  expect(stage.singleops.tasks()[0]?.start).toContain('10:00:00')
  expect(prompts.shown.join('\n')).toContain(`job #${job?.id}`)
})

it('can be run again: Enter keeps what is there, and nothing else in the files changes', async () => {
  const stage = await startStage()
  const { files: first } = await setUp(stage, scripted(answersFor(stage)))
  const kept = { env: `${first.env}MY_OWN=1\n`, config: `# Mine\n${first.config}` }
  const again: Script = {
    ...answersFor(stage),
    'Bot User OAuth Token': undefined,
    'App-level token': undefined,
    "API user's token": undefined,
    'time zone': undefined,
    'already made in Slack': undefined,
    'Area code': undefined,
    "API user's email": undefined,
    'card about each lead': undefined,
    'lead visit stage': undefined,
    'phone search': undefined,
    'operation is preselected': undefined,
    'takes the lead source': undefined,
    'Send one lead': false,
  }

  const { files: second } = await setUp(stage, scripted(again), kept)

  expect(second).toEqual(kept)
  expect(stage.singleops.jobs()).toHaveLength(1)
})

it('keeps the settings and says why when the test lead is refused', async () => {
  const stage = await startStage()
  const prompts = scripted(answersFor(stage))
  stage.singleops.setFault({ path: 'jobs', kind: 'refuse' })

  const { files } = await setUp(stage, prompts)

  expect(files.env).toContain('SINGLEOPS_USER_EMAIL=')
  expect(prompts.shown.join('\n')).toContain('not ok: ')
})

/** As somebody answers who presses Enter wherever something stands already. */
const againFor = (stage: Stage): Script => ({
  ...Object.fromEntries(Object.keys(answersFor(stage)).map((part) => [part, undefined])),
  'Send one lead': true,
  'have the address': true,
})

const accountOf = ({ env, config }: Files) => {
  const { singleops, intake } = readConfig(readEnvFile(env), () => config)
  return { ...intake.accounts[0], ...singleops.accounts[0] }
}

it('decides nothing by Enter that somebody has to look at in SingleOps', async () => {
  const stage = await startStage()
  const script = { ...answersFor(stage), 'Where do its notes': undefined, 'Its task should be': undefined }

  const { files } = await setUp(stage, scripted(script))

  expect(accountOf(files)).toMatchObject({ notesAreInternal: false, taskTimes: 'local' })
})

it.each(['taken', 'refused'])('keeps what was found out when a later test lead is %s', async (outcome) => {
  const stage = await startStage()
  const { files: first } = await setUp(stage, scripted(answersFor(stage)))
  if (outcome === 'refused') stage.singleops.setFault({ path: 'jobs', kind: 'refuse' })

  const { files: second } = await setUp(stage, scripted(againFor(stage)), first)

  expect(accountOf(second)).toMatchObject({ notesAreInternal: true, taskTimes: 'utc' })
  expect(second).toEqual(first)
})

it('takes the other reading of times when the one that was sent is wrong', async () => {
  const stage = await startStage()
  const { files: first } = await setUp(stage, scripted(answersFor(stage)))

  const { files } = await setUp(
    stage,
    scripted({ ...againFor(stage), 'Its task should be': 'another time' }),
    first,
  )

  expect(accountOf(files).taskTimes).toBe('local')
})

it('goes back to no operation and no lead source, and to the usual one', async () => {
  const stage = await startStage()
  const { files: first } = await setUp(stage, scripted(answersFor(stage)))
  const none = { 'operation is preselected': 'none', 'takes the lead source': 'none' }

  const { files: second } = await setUp(stage, scripted({ ...againFor(stage), ...none }), first)
  const { files: third } = await setUp(
    stage,
    scripted({ ...againFor(stage), 'takes the lead source': 'Lead Source' }),
    second,
  )

  expect(accountOf(first).leadSource?.input).toBe('Lead Source')
  expect(accountOf(second).defaultOperations).toEqual({})
  expect(accountOf(second).leadSource).not.toHaveProperty('input')
  expect(accountOf(third).leadSource?.input).toBe('Lead Source')
})

it('does not take the zone of a server for that of the account', async () => {
  const stage = await startStage()
  const script = { ...answersFor(stage), 'time zone': [undefined, 'Pacific'] }

  const { files } = await setUp(stage, scripted(script), undefined, [], 'Etc/UTC')

  expect(accountOf(files).timeZone).toBe('America/Los_Angeles')
})

it('says when Slack does not list its channels, and takes their ids', async () => {
  const stage = await startStage()
  const { leads, office } = stage.ws.channels
  stage.ws.setFault({ method: 'conversations.list', error: 'ratelimited' })
  const prompts = scripted({
    ...answersFor(stage),
    'Try again?': false,
    'card about each lead': ['#leads', leads.id],
    'office asked': office.id,
    'emails with leads': '',
  })

  const { files } = await setUp(stage, prompts)

  expect(prompts.shown.join('\n')).toContain('not ok: Slack does not list its channels (ratelimited)')
  expect(prompts.shown.join('\n')).toContain("not ok: this is not a channel's id")
  expect(readEnvFile(files.env)).toMatchObject({ LEAD_CHANNEL: leads.id, OFFICE_CHANNEL: office.id })
})

it('begins with what is needed before, and the text for SingleOps support', async () => {
  const stage = await startStage()
  const prompts = scripted(answersFor(stage))

  await setUp(stage, prompts)

  expect(prompts.shown[0]).toContain('Before you start')
  expect(prompts.shown[0]).toContain('Please set up an API user for the Lead Entry API')
  expect(prompts.shown[0]).toContain('always on')
})

it('shows how the app is made, with the manifest as it is in Socket Mode', async () => {
  const stage = await startStage()
  const prompts = scripted({
    ...answersFor(stage),
    'already made in Slack': 'not yet',
    'Is it installed?': true,
  })

  const { manifests } = await setUp(stage, prompts)

  expect(prompts.shown.join('\n')).toContain('/app/slack-manifest.yml')
  expect(prompts.shown.join('\n')).toContain('connections:write')
  expect(manifests).toEqual([])
})

it('makes the manifest for an address that Slack reaches over HTTP, and sets that up', async () => {
  const stage = await startStage()
  const prompts = scripted({
    ...answersFor(stage),
    'How does Slack reach': 'HTTP',
    'What is its address': ['leads.example.com', 'http://leads.example.com', 'https://leads.example.com'],
    'already made in Slack': 'not yet',
    'Is it installed?': true,
    'Signing Secret': ['xoxb-not-this-one', stage.ws.signingSecret],
  })

  const { files, manifests } = await setUp(stage, prompts)
  const { slack } = readConfig(readEnvFile(files.env), () => files.config)

  expect(manifests).toHaveLength(1)
  expect(manifests[0]).toContain('request_url: https://leads.example.com/slack/events')
  expect(prompts.shown.join('\n')).toContain('/app/slack-app.yml')
  expect(slack).toMatchObject({
    signingSecret: stage.ws.signingSecret,
    requestUrl: 'https://leads.example.com/slack/events',
  })
  expect(slack).not.toHaveProperty('appToken')
  expect(prompts.shown.join('\n')).not.toContain('xoxb-not-this-one')
})

it('keeps what Slack needs when somebody stops before SingleOps, and goes on from there', async () => {
  const stage = await startStage()
  const { "API user's token": _, ...untilThere } = answersFor(stage)

  const saved: Files[] = []

  const stopped = setUp(stage, scripted(untilThere), undefined, saved)
  await expect(stopped).rejects.toThrow("No answer to: API user's token")
  const again = scripted({
    ...answersFor(stage),
    'Bot User OAuth Token': undefined,
    'App-level token': undefined,
  })
  const { isComplete } = await setUp(stage, again, saved[0])

  expect(saved).toHaveLength(1)
  expect(readEnvFile(saved[0]?.env ?? '')).toMatchObject({
    SLACK_BOT_TOKEN: stage.ws.botToken,
    LEAD_CHANNEL: stage.ws.channels.leads.id,
  })
  expect(isComplete).toBe(true)
})

it('does not begin where Docker has made a folder of the configuration file, and says what to do', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'leadhand-setup-'))
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
  mkdirSync(join(cwd, 'leadhand.yml'))

  const { status, stdout } = spawnSync(process.execPath, [resolve('src/cli/setup.ts')], {
    cwd,
    encoding: 'utf8',
  })

  expect(status).toBe(1)
  expect(stdout).toContain('rmdir leadhand.yml')
})

it('takes a configuration file that says nothing for free', () => {
  expect(hasSettings('# Nothing is set here yet.\n')).toBe(false)
  expect(hasSettings('')).toBe(false)
  expect(hasSettings('accounts:\n  main: {}\n')).toBe(true)
})

it('writes a file that only its owner may read, and one that others may, since it holds no secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadhand-setup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, '.env')

  writeFileSync(`${path}.new`, 'left behind', { mode: 0o644 })
  writePrivately(path, 'A=1\n')

  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path, 'utf8')).toBe('A=1\n')
  writeOpenly(path, 'accounts:\n')
  expect(statSync(path).mode & 0o777).toBe(0o644)
})
