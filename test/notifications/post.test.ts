import { expect, it } from 'vitest'
import type { Lead } from '../../src/lead/lead.ts'
import { aLead } from '../delivery/a-lead.ts'
import { createLife } from '../delivery/mortal.ts'
import { createNewsroom, type Newsroom, sam } from './newsroom.ts'
import type { SlackAnswer } from './slack-double.ts'

const queued = aLead({ taker: sam })
const refused: Lead = { ...queued, state: 'refused', version: 3 }
const delivered: Lead = { ...queued, state: 'delivered', version: 5 }
const cardsOf = ({ slack }: Newsroom) => slack.messages.filter(({ place }) => place.kind === 'card')
const postsOf = ({ ledger }: Newsroom) => [...ledger.rows.posts.values()]

it('keeps one card per lead and updates it in place', async () => {
  const room = createNewsroom()
  room.change(queued)
  await room.runFor(1_000)

  room.change(delivered)
  await room.runFor(1_000)

  expect(cardsOf(room)).toMatchObject([{ lead: { state: 'delivered' } }])
})

it('shows the lead as it is when it is posted, and posts no older state afterwards', async () => {
  const room = createNewsroom()
  room.slack.answers.push('retry')
  room.change(queued)
  await room.runFor(1_000)

  room.change(delivered)
  await room.runFor(60_000)

  expect(cardsOf(room)).toMatchObject([{ lead: { state: 'delivered' } }])
  expect(room.ledger.pending()).toEqual([])
})

it.each<{ answers: SlackAnswer[] }>([
  { answers: ['retry', 'retry', 'retry'] },
  { answers: ['lost', 'lost'] },
  { answers: ['lost-posted'] },
  { answers: ['lost-posted', 'lost', 'retry', 'broken'] },
  { answers: ['broken', 'lost-posted', 'retry'] },
])('has exactly one card in the end when Slack answers $answers', async ({ answers }) => {
  const room = createNewsroom()
  room.slack.answers.push(...answers)
  room.change(queued)

  await room.runFor(600_000)

  expect(cardsOf(room)).toHaveLength(1)
  expect(postsOf(room)).toMatchObject([{ shown: 1, unknown: false, tries: 0 }])
})

it('waits as long as Slack asked', async () => {
  const room = createNewsroom()
  room.slack.answers.push('retry')
  room.change(queued)

  await room.runFor(4_999)
  const before = cardsOf(room).length
  await room.runFor(1)

  expect([before, cardsOf(room).length]).toEqual([0, 1])
})

it('posts in its turn however often the wake-up comes too early', async () => {
  const room = createNewsroom()
  room.slack.answers.push('retry')
  room.change(queued)
  await room.runFor(0)
  // The second card waits for its turn behind the first one.
  room.change(aLead({ taker: sam }))
  await room.runFor(0)

  await room.comeEarly('post', 4)
  await room.runFor(60_000)

  expect(cardsOf(room)).toHaveLength(2)
})

it('never lets two processes post at the same time', async () => {
  const room = createNewsroom()
  const { show } = room.slack
  const inSlack = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  let calls = 0
  room.slack.show = async (...what) => {
    calls += 1
    asked.resolve()
    await inSlack.promise
    return show(...what)
  }
  room.change(queued)
  const [here, there] = [room.startProcess('here'), room.startProcess('there')]
  const [notice] = room.ledger.pending()
  if (notice) await here.handlers.notify(notice)
  const post = room.ledger.pending().find(({ topic }) => topic === 'post')
  if (!post) throw new Error('no post was written')

  const posting = here.handlers.post(post)
  await asked.promise
  await there.handlers.post(post)
  inSlack.resolve()
  await posting

  expect(calls).toBe(1)
  expect(cardsOf(room)).toHaveLength(1)
})

it('goes on with what was wanted while it was posting', async () => {
  const room = createNewsroom()
  const { show } = room.slack
  room.slack.show = async (lead, ...where) => {
    if (lead.version === 1) {
      room.ledger.rows.leads.set(refused.id, refused)
      await room.ledger.posts.transaction((tx) => tx.want(refused.id, where[0], refused.version))
    }
    return show(lead, ...where)
  }
  room.change(queued)

  await room.runFor(1_000)

  expect(cardsOf(room)).toMatchObject([{ lead: { state: 'refused' } }])
})

it('posts again what somebody deleted, but only while there is something left to do', async () => {
  const room = createNewsroom()
  room.change(queued)
  await room.runFor(1_000)

  room.slack.messages.length = 0
  room.change(refused)
  await room.runFor(1_000)
  const whileOpen = cardsOf(room).length
  room.slack.messages.length = 0
  room.change(delivered)
  await room.runFor(1_000)

  expect([whileOpen, room.slack.messages.length]).toEqual([1, 0])
})

it('tells the taker and the log once that a channel can not be posted to, and that it can again', async () => {
  const room = createNewsroom()
  const told = () => room.slack.told.map(({ to, message }) => [to, message.kind])
  const errors = () => room.log.lines.filter(({ level }) => level === 'error')
  room.slack.refusing.set('CLEADS', 'not_in_channel')
  for (let time = 0; time < 3; time += 1) room.change(aLead({ taker: sam }))
  await room.runFor(1_000)
  const first = told()

  room.slack.refusing.clear()
  room.change(aLead({ taker: sam }))
  await room.runFor(1_000)
  room.slack.refusing.set('CLEADS', 'is_archived')
  room.change(aLead({ taker: sam }))
  await room.runFor(1_000)

  expect(first).toEqual([[sam, 'channel-refused']])
  // What used to be said at the beginning only.
  expect(told()).toEqual([
    [sam, 'channel-refused'],
    [sam, 'channel-taken'],
    [sam, 'channel-refused'],
  ])
  expect(errors()).toMatchObject([
    { fields: { channel: 'CLEADS', code: 'not_in_channel', remedy: expect.stringContaining('Invite') } },
    { fields: { code: 'is_archived', remedy: expect.stringContaining('Unarchive') } },
  ])
})

it('has one card in the end wherever the process is killed on its way', async () => {
  for (let diesAfter = 0; diesAfter < 40; diesAfter += 1) {
    const room = createNewsroom()
    room.change(refused)
    await room.runFor(30_000, room.startProcess('killed', createLife(diesAfter)))

    await room.runFor(600_000, room.startProcess('restarted'))

    const kinds = room.slack.messages.map(({ place }) => place.kind).sort()
    expect({ diesAfter, kinds }).toEqual({ diesAfter, kinds: ['card', 'office', 'taker'] })
  }
})
