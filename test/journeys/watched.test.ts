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

async function scrape(stage: Stage): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${stage.app.port}/metrics`)
  expect(response.status).toBe(200)
  return response.text()
}

it.each(['http', 'socket'] as const)(
  'shows each step of a lead on /metrics over %s, and no person in it',
  async (transport) => {
    const stage = await startStage({ transport })
    const ana = stage.ws.as('ana')
    await openForm(stage, ana)
    await findClient(stage, ana, LEAD)
    await create(stage, ana)
    await stage.ws.waitFor(() => stage.ws.calls('chat.postMessage').length > 0)
    await stage.ws.drain()

    const page = await scrape(stage)

    for (const line of [
      /^leadhand_ack_seconds_count\{kind="command"\} 1$/mu,
      /^leadhand_ack_seconds_count\{kind="view_submission"\} 2$/mu,
      /^leadhand_views_opened_total\{view="lead_\w+"\} 1$/mu,
      /^leadhand_search_seconds_count\{outcome="nobody"\} [12]$/mu,
      /^leadhand_leads_confirmed_total\{client="new"\} 1$/mu,
      /^leadhand_attempts_total\{outcome="delivered"\} 1$/mu,
      /^leadhand_slack_call_seconds_count\{call="chat.postMessage",outcome="ok"\} 1$/mu,
      /^leadhand_singleops_call_seconds_count\{call="POST jobs",outcome="2xx"\} 1$/mu,
      /^leadhand_catalog_age_seconds\{account="main"\} /mu,
    ]) {
      expect(page).toMatch(line)
    }
    expect(page).not.toMatch(/Nadia|Okafor|404.?555.?0120|U0|C0|LH-/u)
  },
)

it('logs one line for each step of a lead, tied together by its reference', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, LEAD)
  await create(stage, ana)
  await stage.ws.waitFor(() => stage.logged.some((line) => line.msg === 'lead told of'))

  const confirmed = stage.logged.find((line) => line.msg === 'lead confirmed')
  const of = (name: string, value: unknown) =>
    stage.logged.filter((line) => line[name] === value).map((line) => line.msg)
  expect(confirmed?.reference).toMatch(/^LH-/u)
  expect(of('draftId', confirmed?.draftId)).toEqual(
    expect.arrayContaining(['form opened', 'form submitted', 'clients searched', 'lead confirmed']),
  )
  expect(of('reference', confirmed?.reference)).toEqual(
    expect.arrayContaining(['lead confirmed', 'attempt ended', 'lead told of']),
  )
})
