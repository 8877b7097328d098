import { expect, it } from 'vitest'
import type { Lead } from '../../src/lead/lead.ts'
import { aLead, MAIN, START } from './a-lead.ts'
import type { Answer } from './singleops-double.ts'
import { createWorld, type World } from './world.ts'

/** Each POST takes a quarter of a second. */
function downUntil(world: World, end: number, answer: Answer = 'unreachable'): void {
  const { post } = world.singleops
  world.singleops.post = async (lead, signal) => {
    world.advance(250)
    if (world.now() < end) world.singleops.answers.push(answer)
    return post(lead, signal)
  }
}

const aMinuteOfLeads = (count: number): Lead[] =>
  Array.from({ length: count }, (_, index) =>
    aLead({ confirmedAt: START + Math.round((index * 60_000) / count) }),
  )

it('delivers what was confirmed during an outage, the oldest first, without hammering SingleOps', async () => {
  const leads = aMinuteOfLeads(40)
  const world = createWorld({}, ...leads)
  downUntil(world, START + 600_000)
  const process = world.startProcess('storm')

  await world.runFor(600_000, process)
  const triesDuringOutage = world.singleops.posts.length
  await world.runFor(300_000, process)

  const { jobs } = world.singleops
  expect(triesDuringOutage).toBeLessThan(15)
  // A few are under way side by side, and the one whose wake-up made the probe has lost its turn.
  const places = leads.map(({ id }) => jobs.findIndex(({ leadId }) => leadId === id))
  expect(places.filter((place, age) => Math.abs(place - age) > 3).length).toBeLessThanOrEqual(1)
  expect(leads.every(({ id }) => world.ledger.lead(id).state === 'delivered')).toBe(true)
})

it('makes leads wait, and says so, that are confirmed while SingleOps is down', async () => {
  const leads = aMinuteOfLeads(6)
  const world = createWorld({}, ...leads)
  downUntil(world, START + 600_000)

  await world.runFor(90_000, world.startProcess('down'))

  expect(leads.map(({ id }) => world.ledger.lead(id).state)).toEqual(Array(6).fill('waiting'))
})

it('sends a new lead at once while the old ones are still being sent', async () => {
  const leads = aMinuteOfLeads(30)
  const world = createWorld({ backlog: { width: 1, holdMs: 15_000 } }, ...leads)
  downUntil(world, START + 120_000)
  const process = world.startProcess('storm')
  const fresh: Lead[] = []
  const { post } = world.singleops
  world.singleops.post = (lead, signal) => {
    if (world.singleops.jobs.length === 5 && fresh.length === 0) {
      fresh.push(aLead({ confirmedAt: world.now() }))
      for (const justNow of fresh) world.ledger.confirm(justNow)
    }
    return post(lead, signal)
  }

  await world.runFor(600_000, process)

  const order = world.singleops.jobs.map(({ leadId }) => leadId)
  expect(order).toHaveLength(31)
  expect(fresh.map(({ id }) => order.indexOf(id))).toEqual([6])
})

it('stops making leads unsure one after the other while SingleOps loses its answers', async () => {
  const leads = aMinuteOfLeads(30)
  const world = createWorld({}, ...leads)
  downUntil(world, START + 120_000, 'lost')

  await world.runFor(120_000, world.startProcess('losing'))

  expect(leads.filter(({ id }) => world.ledger.lead(id).attempts > 0).length).toBeLessThan(10)
})

it('lets the leads of a blocked account wait and tries the oldest now and then', async () => {
  const leads = aMinuteOfLeads(3)
  const world = createWorld({}, ...leads)
  downUntil(world, START + 900_000, 'blocked')
  const process = world.startProcess('blocked')

  await world.runFor(900_000, process)
  const during = leads.map(({ id }) => world.ledger.lead(id))
  const tries = world.singleops.posts.length
  await world.runFor(600_000, process)

  expect(during).toMatchObject(Array(3).fill({ state: 'waiting', because: 'account_blocked' }))
  expect(tries).toBe(5)
  expect(leads.map(({ id }) => world.ledger.lead(id).state)).toEqual(Array(3).fill('delivered'))
})

it('frees the leads of a blocked account when a check has succeeded', async () => {
  const leads = aMinuteOfLeads(3)
  const world = createWorld({}, ...leads)
  world.singleops.answers.push('blocked', 'blocked', 'blocked')
  await world.runFor(61_000)

  await world.delivery.releaseAccount(MAIN)
  await world.runFor(2_000)

  expect(leads.map(({ id }) => world.ledger.lead(id).state)).toEqual(Array(3).fill('delivered'))
})

it('frees the leads of an account whose release was cut off, with the next lead that SingleOps takes', async () => {
  const waiting = aMinuteOfLeads(3).map(
    (lead): Lead => ({ ...lead, state: 'waiting', because: 'account_blocked', attempts: 1 }),
  )
  const world = createWorld({}, aLead())
  for (const lead of waiting) world.ledger.rows.leads.set(lead.id, lead)

  await world.runFor(5_000)

  expect(waiting.map(({ id }) => world.ledger.lead(id).state)).toEqual(Array(3).fill('delivered'))
})

it('wakes leads that nothing else would wake', async () => {
  const queued = aLead()
  const unsure = aLead({ state: 'unsure', retryAt: START, attempts: 1, taker: queued.taker })
  const world = createWorld()
  for (const lead of [queued, unsure]) world.ledger.rows.leads.set(lead.id, lead)

  await world.delivery.sweep()
  await world.delivery.sweep()
  await world.runDue()

  expect(world.ledger.lead(queued.id).state).toBe('delivered')
  expect(world.ledger.lead(unsure.id)).not.toEqual(unsure)
})
