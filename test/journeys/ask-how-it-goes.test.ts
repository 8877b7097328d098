import { expect, it } from 'vitest'
import { create, findClient, openForm } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const LEAD = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

/** What an office manager need not know. */
const JARGON = /[A-Z]+_[A-Z_]+|xoxb|\/tmp|SQLite|scopes?\b|HTTP|\.yml|npm/u

async function askAsOffice(stage: Stage): Promise<string> {
  const olivia = stage.ws.as('olivia')
  await olivia.command('/lead', 'doctor')
  const answer = await stage.ws.waitFor(() => olivia.ephemerals().at(-1), { what: "doctor's answer" })
  return answer.text ?? ''
}

async function enter(stage: Stage, outcome: string): Promise<void> {
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await create(stage, ana, outcome)
}

it('says in two lines that all is well, in words of the office', async () => {
  const stage = await startStage()

  const text = await askAsOffice(stage)

  expect(text).toMatch(/^\*Everything is well\.\*[^\n]*\n:white_check_mark: Looked at, and well: [^\n]+$/u)
  expect(text).toContain('Channel for cards')
  expect(text).not.toMatch(JARGON)
})

it('says inside Slack, too, that a channel has gone, with what to do first', async () => {
  const stage = await startStage()
  stage.ws.setChannel('leads', { bot_member: false })

  const text = await askAsOffice(stage)

  expect(text).toMatch(/^\*One thing needs attention\.\*/u)
  expect(text).toContain('Type /invite @Leadhand in #leads.')
  expect(text.indexOf(':x:')).toBeLessThan(text.indexOf(':white_check_mark:'))
})

it('says first that a lead waits for a decision, and for how long', async () => {
  const stage = await startStage()
  stage.singleops.setFault({ kind: 'refuse', method: 'POST', path: 'jobs', times: 1 })
  await enter(stage, 'SingleOps refused')

  const text = await askAsOffice(stage)

  expect(text).not.toContain('Everything is well')
  expect(text).toContain("One lead can't go on without a decision, waiting for a minute.")
  expect(text).toContain('→ Open Home → Needs someone')
  expect(text).not.toMatch(JARGON)
})

it('tells of leads that go by themselves', async () => {
  const stage = await startStage({ delivery: { backoffMs: [3_600_000] } })
  stage.singleops.setFault({ kind: 'status', status: 429, method: 'POST', path: 'jobs' })
  await enter(stage, 'Kept')

  const text = await askAsOffice(stage)

  expect(text).toContain('*Leads under way*: One lead on the way to SingleOps')
})

it('says of what only a maintainer can mend what it means, without a word of the settings', async () => {
  const stage = await startStage()
  const olivia = stage.ws.as('olivia')
  await olivia.openHome()
  await stage.ws.waitFor(() => olivia.home(), { what: 'Home' })
  stage.singleops.setFault({ kind: 'status', status: 401, method: 'GET' })
  stage.collector.status = 403
  stage.ws.setFault({ method: 'auth.test', error: 'invalid_auth' })

  const text = await askAsOffice(stage)

  expect(text).toContain("SingleOps doesn't let Leadhand in.")
  expect(text).toContain("Leadhand can't speak to Slack as it should.")
  expect(text).not.toMatch(JARGON)
})
