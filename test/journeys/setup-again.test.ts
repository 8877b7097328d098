import { expect, it } from 'vitest'
import { accountOf, answersFor, type Script, scripted, setUp } from './set-up.ts'
import { type Stage, startStage } from './stage.ts'

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

/** As somebody answers who presses Enter wherever something stands already. */
const againFor = (stage: Stage): Script => ({
  ...Object.fromEntries(Object.keys(answersFor(stage)).map((part) => [part, undefined])),
  'Send one lead': true,
  'have the address': true,
})

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
