import { expect, it } from 'vitest'
import type { Lead } from '../../src/lead/lead.ts'
import { aLead } from '../delivery/a-lead.ts'
import { createNewsroom, sam } from './newsroom.ts'

const queued = aLead({ taker: sam })
const delivered: Lead = { ...queued, state: 'delivered', version: 3 }
const refused: Lead = { ...queued, state: 'refused', version: 3 }

it('brings the progress view up to date and writes no message when that is enough', async () => {
  const room = createNewsroom()
  room.change(delivered)

  await room.runFor(1_000)

  expect(room.slack.views).toMatchObject([{ state: 'delivered' }])
  expect(room.slack.message('taker')).toBeUndefined()
})

it.each([
  { how: 'is gone', updateView: async () => false },
  { how: 'can not be reached', updateView: () => Promise.reject(new TypeError('terminated')) },
])('writes to the taker when the view $how', async ({ updateView }) => {
  const room = createNewsroom()
  room.slack.updateView = updateView
  room.change(delivered)

  await room.runFor(1_000)

  expect(room.slack.message('taker')).toMatchObject({ place: { user: sam }, lead: { state: 'delivered' } })
})

it('ends with the last state in the view when an older update reaches Slack late', async () => {
  const room = createNewsroom()
  const { updateView } = room.slack
  room.slack.updateView = async (lead) => {
    if (lead.version === refused.version) room.change({ ...delivered, version: 5 })
    return updateView(lead)
  }
  room.change(refused)

  await room.runFor(1_000)

  expect(room.slack.views.at(-1)).toMatchObject({ version: 5 })
})

it('tells of a lead once when its first notice comes after the lead has ended', async () => {
  const room = createNewsroom()
  room.change(queued)
  room.change(delivered)

  await room.runFor(1_000)

  expect(room.slack.views).toHaveLength(1)
  expect(room.slack.message('card')?.lead.state).toBe('delivered')
})

it('takes the buttons off what was asked of taker and office once it is decided', async () => {
  const room = createNewsroom()
  room.change(refused)
  await room.runFor(1_000)

  room.change({ ...delivered, version: 5 })
  await room.runFor(1_000)

  expect(room.slack.message('taker')?.lead.state).toBe('delivered')
  expect(room.slack.message('office')?.lead.state).toBe('delivered')
})

it('asks the office at its time however often the notice comes too early', async () => {
  const room = createNewsroom()
  room.change({ ...queued, state: 'unsure', retryAt: room.now() + 5_000, version: 3 })
  await room.runFor(1_000)

  await room.comeEarly('notify', 3)
  await room.runFor(180_000)

  expect(room.slack.message('office')).toBeDefined()
})

it('asks the office about an unsure lead only when SingleOps could not be asked for three minutes', async () => {
  const room = createNewsroom()
  room.change({ ...queued, state: 'unsure', retryAt: room.now() + 5_000, version: 3 })

  await room.runFor(179_000)
  const before = room.slack.message('office')
  await room.runFor(2_000)

  expect(before).toBeUndefined()
  expect(room.slack.message('office')).toBeDefined()
})

it('says a thing once when its notice comes twice', async () => {
  const room = createNewsroom()
  room.change(refused)
  await room.runFor(1_000)

  room.change(refused)
  await room.runFor(1_000)

  expect(room.slack.messages).toHaveLength(3)
})
