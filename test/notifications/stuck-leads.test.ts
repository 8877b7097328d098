import { expect, it } from 'vitest'
import { aLead } from '../delivery/a-lead.ts'
import { createNewsroom, type Newsroom, sam } from './newsroom.ts'

const OFFICE = { channel: 'COFFICE' }
const told = ({ slack }: Newsroom) => slack.told.map(({ to, message }) => [to, message.kind])

/** Looks each minute, as the app does; the first look comes with the start. */
async function watch(
  room: Newsroom,
  minutes: number,
  process = room.startProcess('watching'),
): Promise<void> {
  await process.watchLeads()
  for (let minute = 0; minute < minutes; minute += 1) {
    room.advance(60_000)
    await process.watchLeads()
  }
}

it('tells the office once that leads are stuck, and once that they go again', async () => {
  const room = createNewsroom()
  const lead = aLead({ taker: sam, stateSince: room.now() })
  room.ledger.rows.leads.set(lead.id, lead)

  await watch(room, 4)
  const early = told(room)
  await watch(room, 5)
  const stuck = [...room.slack.told]
  room.ledger.rows.leads.set(lead.id, { ...lead, state: 'delivered', version: 3 })
  await watch(room, 3)

  expect(early).toEqual([])
  expect(stuck).toEqual([{ to: OFFICE, message: { kind: 'leads-stuck', leads: 1, waitingMs: 300_000 } }])
  expect(told(room).slice(1)).toEqual([[OFFICE, 'leads-go']])
})

it('tells it once, however many processes see it', async () => {
  const room = createNewsroom()
  const lead = aLead({ taker: sam, stateSince: room.now() })
  room.ledger.rows.leads.set(lead.id, lead)

  await watch(room, 6, room.startProcess('here'))
  await watch(room, 6, room.startProcess('there'))

  expect(told(room)).toEqual([[OFFICE, 'leads-stuck']])
})

it('says it later when Slack does not take it now', async () => {
  const room = createNewsroom()
  const lead = aLead({ taker: sam, stateSince: room.now() })
  room.ledger.rows.leads.set(lead.id, lead)
  room.slack.answers.push('retry', 'broken')

  await watch(room, 7)

  expect(told(room)).toEqual([[OFFICE, 'leads-stuck']])
})

it('does not take for stuck what fell due while no process ran, nor what waits for SingleOps', async () => {
  const room = createNewsroom()
  const due = aLead({ taker: sam, stateSince: room.now() - 3_600_000 })
  const blocked = aLead({ state: 'waiting', because: 'account_blocked', stateSince: room.now() - 3_600_000 })
  for (const lead of [due, blocked]) room.ledger.rows.leads.set(lead.id, lead)
  const process = room.startProcess('started')

  await process.watchLeads()
  room.ledger.rows.leads.set(due.id, { ...due, state: 'delivered' })
  room.advance(60_000)
  await process.watchLeads()

  expect(told(room)).toEqual([])
})

it('tells the office once that the database does not answer, and once that it does', async () => {
  const room = createNewsroom()
  const { findStuck } = room.ledger.posts
  const lose = () => Promise.reject(new Error('gone'))
  Object.assign(room.ledger.posts, { findStuck: lose })
  const process = room.startProcess('watching')

  await watch(room, 3, process)
  Object.assign(room.ledger.posts, { findStuck })
  await watch(room, 2, process)

  expect(told(room)).toEqual([
    [OFFICE, 'memory-gone'],
    [OFFICE, 'memory-back'],
  ])
})
