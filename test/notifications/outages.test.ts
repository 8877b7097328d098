import { expect, it } from 'vitest'
import { userId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import { aLead, MAIN } from '../delivery/a-lead.ts'
import { createNewsroom, type Newsroom, sam } from './newsroom.ts'

const ana = userId('UANA')
const waiting = (taker = sam): Lead => aLead({ taker, state: 'waiting', because: 'retry', version: 3 })
const blocked = (): Lead => ({
  ...waiting(),
  because: 'account_blocked',
  problem: { code: 'http_401', text: '', at: 0 },
})

function settle(room: Newsroom, leads: readonly Lead[], state: 'delivered' | 'refused'): void {
  for (const lead of leads) {
    const { because: _, ...rest } = lead
    room.change({ ...rest, state, version: 5, attempts: 1, stateSince: room.now() })
  }
}

it('tells each person once that SingleOps is down and once that all their leads are in', async () => {
  const room = createNewsroom()
  const [sams, anas] = [[waiting(), waiting(), waiting()], [waiting(ana)]]
  for (const lead of [...sams, ...anas]) room.change(lead)
  await room.runFor(60_000)

  for (const lead of sams) {
    settle(room, [lead], 'delivered')
    await room.runFor(1_000)
  }

  expect(room.slack.told).toEqual([
    { to: sam, message: { kind: 'singleops-down', account: MAIN, leads: 3 } },
    { to: ana, message: { kind: 'singleops-down', account: MAIN, leads: 1 } },
    { to: sam, message: { kind: 'singleops-back', account: MAIN, leads: 3 } },
  ])
  expect(room.slack.message('taker')).toBeUndefined()
})

it('begins no outage for a lead that comes through while its notice is being written', async () => {
  const room = createNewsroom()
  const lead = waiting()
  room.change(lead)
  await room.runFor(9_000)
  const { postsOf } = room.ledger.posts
  room.ledger.posts.postsOf = async (id) => {
    if (room.ledger.lead(lead.id).state === 'waiting') settle(room, [lead], 'delivered')
    return postsOf(id)
  }

  await room.runFor(60_000)

  expect(room.ledger.lead(lead.id).state).toBe('delivered')
  expect(room.slack.told).toEqual([])
})

it('says nothing of a wait that is over within ten seconds', async () => {
  const room = createNewsroom()
  const lead = waiting()
  room.change(lead)
  await room.runFor(9_000)

  settle(room, [lead], 'delivered')
  await room.runFor(60_000)

  expect(room.slack.told).toEqual([])
})

it('does not count a lead as in that was refused after the outage', async () => {
  const room = createNewsroom()
  const [one, other] = [waiting(), waiting()]
  for (const lead of [one, other]) room.change(lead)
  await room.runFor(60_000)

  settle(room, [one], 'refused')
  settle(room, [other], 'delivered')
  await room.runFor(60_000)

  expect(room.slack.told.at(-1)?.message).toMatchObject({ kind: 'singleops-back', leads: 1 })
  expect(room.slack.message('taker')?.lead.id).toBe(one.id)
})

it('does not say that SingleOps is down once it is over', async () => {
  const room = createNewsroom()
  const lead = waiting()
  room.slack.tell = async () => ({ kind: 'retry', code: 'timeout', afterMs: 60_000 })
  room.change(lead)
  await room.runFor(30_000)
  room.slack.tell = async (to, message) => {
    room.slack.told.push({ to, message })
    return { kind: 'posted', channel: 'D', ts: '1.0' }
  }

  settle(room, [lead], 'delivered')
  await room.runFor(600_000)

  expect(room.slack.told.map(({ message }) => message.kind)).toEqual(['singleops-back'])
})

it('tells of the next outage anew', async () => {
  const room = createNewsroom()
  for (let outage = 0; outage < 2; outage += 1) {
    const lead = waiting()
    room.change(lead)
    await room.runFor(60_000)
    settle(room, [lead], 'delivered')
    await room.runFor(60_000)
  }

  const kinds = room.slack.told.map(({ message }) => message.kind)

  expect(kinds).toEqual(['singleops-down', 'singleops-back', 'singleops-down', 'singleops-back'])
})

it('tells office and taker once that an account is blocked, and when it is free again', async () => {
  const room = createNewsroom()
  const leads = [blocked(), blocked(), blocked()]
  const [first, second, last] = leads
  room.ledger.rows.blocked.add(MAIN)
  for (const lead of leads) room.change(lead)
  await room.runFor(60_000)

  room.ledger.rows.blocked.delete(MAIN)
  if (first) settle(room, [first], 'delivered')
  await room.runFor(1_000)
  // A late notice of one that is about to be released.
  if (second) room.change({ ...second, version: 4 })
  await room.runFor(1_000)
  settle(room, second && last ? [second, last] : [], 'delivered')
  await room.runFor(60_000)

  const office = { channel: 'COFFICE' }
  const heard = room.slack.told.map(({ to, message }) => ({ to, kind: message.kind }))
  expect(heard).toHaveLength(4)
  expect(heard).toEqual(
    expect.arrayContaining([
      { to: office, kind: 'account-blocked' },
      { to: sam, kind: 'account-blocked' },
      { to: office, kind: 'account-free' },
      { to: sam, kind: 'singleops-back' },
    ]),
  )
})

it('keeps an announcement until Slack takes it', async () => {
  const room = createNewsroom()
  room.slack.refusing.set('CLEADS', 'not_in_channel')
  room.slack.answers.push('retry', 'broken', 'lost', 'retry')
  room.change(aLead({ taker: sam }))

  await room.runFor(600_000)

  expect(room.slack.told).toMatchObject([{ message: { kind: 'channel-refused', channel: 'CLEADS' } }])
})

it('tells taker and office once each that a lead saved undecided can be matched now', async () => {
  const room = createNewsroom()
  const lead = aLead({
    taker: sam,
    state: 'unmatched',
    version: 2,
    problem: { code: 'search_answered', text: 'One client may be the one', at: 1 },
  })
  room.change(lead)
  await room.runFor(1_000)
  room.change({ ...lead, version: 3 })
  await room.runFor(60_000)

  const message = {
    kind: 'search-answered',
    account: MAIN,
    leadId: lead.id,
    reference: lead.reference,
    found: 'One client may be the one',
  }
  expect(room.slack.told.filter(({ to }) => to === sam)).toEqual([{ to: sam, message }])
  expect(room.slack.told.filter(({ to }) => to !== sam)).toEqual([
    { to: { channel: expect.any(String) }, message },
  ])
})
