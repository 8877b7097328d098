import { expect, it } from 'vitest'
import { operationId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import type { Post } from '../../src/notifications/ports.ts'
import { routeLead, type Situation } from '../../src/notifications/routing.ts'
import { aContent, aLead, START } from '../delivery/a-lead.ts'
import { sam, notificationSettings as settings } from './newsroom.ts'

const situation: Situation = { now: START + 1_000, viewShown: true, heldUp: false, posts: [] }
const delivered = aLead({ taker: sam, state: 'delivered', stateSince: START + 1_000 })
const kindsOf = (lead: Lead, now: Partial<Situation> = {}): string[] =>
  routeLead(lead, settings, { ...situation, ...now }).places.map(({ kind }) => kind)

it.each<{ why: string; lead: Lead; now?: Partial<Situation>; kinds: string[] }>([
  { why: 'created while the taker looks on', lead: delivered, kinds: ['card'] },
  {
    why: 'created after the view was closed',
    lead: delivered,
    now: { viewShown: false },
    kinds: ['card', 'taker'],
  },
  {
    why: 'created more than ten seconds after confirming',
    lead: { ...delivered, stateSince: START + 10_001 },
    kinds: ['card', 'taker'],
  },
  {
    why: 'created after an outage that the taker hears of as a whole',
    lead: { ...delivered, stateSince: START + 600_000 },
    now: { heldUp: true, viewShown: false },
    kinds: ['card'],
  },
  { why: 'on its way', lead: aLead(), kinds: ['card'] },
  { why: 'being sent', lead: aLead({ state: 'sending' }), kinds: ['card'] },
  { why: 'refused', lead: aLead({ state: 'refused' }), kinds: ['card', 'taker', 'office'] },
  { why: 'not matched', lead: aLead({ state: 'unmatched' }), kinds: ['card', 'taker', 'office'] },
  { why: 'unsure and for a person', lead: aLead({ state: 'unsure' }), kinds: ['card', 'taker', 'office'] },
  {
    why: 'unsure and still looked for',
    lead: aLead({ state: 'unsure', retryAt: START + 5_000 }),
    kinds: ['card', 'taker'],
  },
  {
    why: 'unsure for long because SingleOps can not be asked',
    lead: aLead({ state: 'unsure', retryAt: START + 300_000 }),
    now: { now: START + 200_000 },
    kinds: ['card', 'taker', 'office'],
  },
  { why: 'discarded before anybody saw it', lead: aLead({ state: 'discarded' }), kinds: [] },
  {
    why: 'made from a message',
    lead: { ...delivered, source: { channel: 'CIN', ts: '5.1' } },
    kinds: ['card', 'thread'],
  },
])('shows a lead that is $why as $kinds', ({ lead, now, kinds }) => {
  expect(kindsOf(lead, now)).toEqual(kinds)
})

it.each([
  { about: 'an operation by its id', operation: { id: operationId('9'), name: 'Lawn' }, channel: 'CLAWN' },
  { about: 'an operation by its name', operation: { id: operationId('3'), name: 'Snow' }, channel: 'CSNOW' },
  { about: 'any other operation', operation: { id: operationId('7'), name: 'Trees' }, channel: 'CLEADS' },
])('puts the card of $about into $channel', ({ operation, channel }) => {
  const lead = aLead({ content: aContent({ operation }) })

  const { places } = routeLead(lead, settings, situation)

  expect(places).toEqual([{ kind: 'card', channel }])
})

it('keeps up to date whatever stands somewhere, and makes no second card when the operation was fixed', () => {
  const posts = [postAt({ kind: 'card', channel: 'CLAWN' }), postAt({ kind: 'office', channel: 'COFFICE' })]

  const { places } = routeLead(delivered, settings, { ...situation, posts })

  expect(places).toEqual(posts.map(({ place }) => place))
})

it('changes no message only because the lead is being sent', () => {
  const posts = [postAt({ kind: 'card', channel: 'CLEADS' })]

  const { places } = routeLead(aLead({ state: 'sending' }), settings, { ...situation, posts })

  expect(places).toEqual([])
})

it('answers in the thread that the message belongs to', () => {
  const lead = { ...delivered, source: { channel: 'CIN', ts: '5.1', threadTs: '4.0' } }

  const { places } = routeLead(lead, settings, situation)

  expect(places).toContainEqual({ kind: 'thread', channel: 'CIN', threadTs: '4.0' })
})

it('asks nobody in the office where there is no office channel, and makes no card where none is set', () => {
  const { officeChannel: _, ...alone } = settings

  const { places } = routeLead(aLead({ state: 'refused' }), { ...alone, cards: new Map() }, situation)

  expect(places.map(({ kind }) => kind)).toEqual(['taker'])
})

it.each([
  { why: 'is late', lead: aLead({ state: 'waiting' }), at: START + 10_000 },
  { why: 'concerns the office', lead: aLead({ state: 'unsure', retryAt: START }), at: START + 180_000 },
])('looks again when the lead $why', ({ lead, at }) => {
  expect(routeLead(lead, settings, situation).routeAgainAt).toBe(at)
})

function postAt(place: Post['place']): Post {
  return {
    id: place.kind,
    leadId: delivered.id,
    place,
    version: 1,
    wanted: 1,
    shown: 1,
    tries: 0,
    unknown: false,
  }
}
