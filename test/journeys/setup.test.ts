import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Files } from '../../src/cli/setup/state.ts'
import { writeOpenly, writePrivately } from '../../src/cli/setup/write-files.ts'
import { readConfig } from '../../src/config/config.ts'
import { hasSettings } from '../../src/config/write-config-file.ts'
import { readEnvFile } from '../../src/config/write-env.ts'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import { accountOf, answersFor, scripted, setUp } from './set-up.ts'
import { startStage } from './stage.ts'

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

it('keeps the settings and says why when the test lead is refused', async () => {
  const stage = await startStage()
  const prompts = scripted(answersFor(stage))
  stage.singleops.setFault({ path: 'jobs', kind: 'refuse' })

  const { files } = await setUp(stage, prompts)

  expect(files.env).toContain('SINGLEOPS_USER_EMAIL=')
  expect(prompts.shown.join('\n')).toContain('not ok: ')
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
