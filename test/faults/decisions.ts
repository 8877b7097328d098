import { startPostgres } from '../contracts/postgres-server.ts'
import { enterLead, KNOWN } from './person.ts'
import { type FaultStage, startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, leadIds, settle } from './verdict.ts'

const RACES = [
  ["It's not there: send again", "It's not there: send again"],
  ["It's not there: send again", 'Discard'],
  ['Discard', 'Discard'],
] as const

/** The taker in the direct message and the office in its channel press at the same moment; two processes answer. */
export async function raceDecisions(): Promise<Row[]> {
  await using postgres = await startPostgres()
  await using stage = await startFaultStage({ databaseUrl: await postgres.newDatabase(), replicas: 2 })
  const rows: Row[] = []
  for (const [takers, offices] of RACES) {
    const judged = await leadIds(stage)
    const posts = stage.singleops.requests('jobs').length
    // Lost before it was processed, for a client that can't be looked up: only a person can decide.
    const fault = { kind: 'reset', when: 'mid-request', method: 'POST', path: 'jobs', times: 1 } as const
    stage.singleops.setFault(fault)
    await enterLead(stage, stage.ws.as('ana'), KNOWN)
    await settle(stage)
    const [lead] = (await stage.ledger.leads()).filter(({ id }) => !judged.has(id))
    const reference = lead?.reference ?? ''

    await Promise.all([
      press(stage, 'ana', 'dm:ana', takers, reference),
      press(stage, 'olivia', 'office', offices, reference),
    ])

    const find = async () => (await stage.ledger.leads()).find(({ id }) => id === lead?.id)?.state
    await stage.until('a press to count', async () => (await find()) !== 'unsure')
    await settle(stage)
    const sent = stage.singleops.requests('jobs').length - posts
    const decided = await find()
    const verdict = await judge(stage, [KNOWN.Name], { judged })
    // The first one wins: one further POST at most, and none once it was thrown away.
    const allowed = decided === 'delivered' ? 2 : 1
    const doubled = sent > allowed ? [...verdict.doubled, `${reference}: ${sent} posts`] : verdict.doubled
    rows.push(toRow(`Two press at once: “${takers}” and “${offices}”`, 1, { ...verdict, doubled }))
  }
  return rows
}

async function press(
  stage: FaultStage,
  person: string,
  channel: string,
  button: string,
  reference: string,
): Promise<void> {
  const message = stage.ws.messages(channel).find((one) => JSON.stringify(one).includes(reference))
  if (!message) throw new Error(`There is no message about ${reference} in ${channel}`)
  const where = channel.startsWith('dm:') ? 'dm' : channel
  await stage.ws.as(person).click(button, { message: { channel: where, ts: message.ts } }, { confirm: true })
}
