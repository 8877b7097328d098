import { expect, it } from 'vitest'
import { clientId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import { aContent, aLead, existingClient, START } from './a-lead.ts'
import { createWorld, type World } from './world.ts'

const jane = { firstName: 'Jane', lastName: 'Smith', phone: '+17705550123' }

function withEarlierAttempt(lead: Lead, outcome: 'refused' | 'unsure' | 'retry'): World {
  const world = createWorld({}, lead)
  const attempt = {
    id: 'earlier',
    leadId: lead.id,
    number: 1,
    owner: 'other',
    startedAt: START - 60_000,
    outcome,
  }
  world.ledger.rows.attempts.set(attempt.id, attempt)
  return world
}

it.each(['refused', 'unsure'] as const)(
  'goes back to the match view when the client is there after an attempt that was %s',
  async (outcome) => {
    const lead = aLead({ attempts: 1 })
    const world = withEarlierAttempt(lead, outcome)
    world.singleops.clients.push({ id: clientId(9), contact: jane })

    await world.runDue()

    expect(world.ledger.lead(lead.id)).toMatchObject({
      state: 'unmatched',
      problem: { code: 'client_appeared' },
    })
    expect(world.singleops.posts).toEqual([])
  },
)

it('goes back to the match view from waiting, too', async () => {
  const lead = aLead({ attempts: 1, state: 'waiting', because: 'retry', retryAt: START })
  const world = withEarlierAttempt(lead, 'unsure')
  world.singleops.clients.push({ id: clientId(9), contact: jane })

  await world.runDue()

  expect(world.ledger.lead(lead.id).state).toBe('unmatched')
  expect(world.ledger.lead(lead.id)).not.toHaveProperty('retryAt')
})

it('sends again when nobody is found, and knows whom the search held', async () => {
  const lead = aLead({ attempts: 1 })
  const world = withEarlierAttempt(lead, 'refused')

  await world.runDue()

  expect(world.ledger.lead(lead.id).state).toBe('delivered')
  expect(world.ledger.attempts(lead.id).at(-1)).toMatchObject({ number: 2, knownClients: [] })
})

it('does not stumble over the client that the taker passed over', async () => {
  const despite = { id: clientId(9), reason: 'same number' }
  const lead = aLead({ attempts: 1, content: aContent({ client: { kind: 'new', despite } }) })
  const world = withEarlierAttempt(lead, 'refused')
  world.singleops.clients.push({ id: despite.id, contact: { firstName: 'Joe', phone: '+17705550123' } })

  await world.runDue()

  expect(world.ledger.lead(lead.id).state).toBe('delivered')
})

it('sends nothing as long as the search is not answered', async () => {
  const lead = aLead({ attempts: 1 })
  const world = withEarlierAttempt(lead, 'unsure')
  world.singleops.searches.push(false, false)

  await world.runDue()
  const first = world.ledger.lead(lead.id)
  await world.runFor(10_000)

  expect(first).toMatchObject({ state: 'waiting', problem: { code: 'search_unanswered' } })
  expect(world.ledger.attempts(lead.id)).toHaveLength(2)
  expect(world.ledger.lead(lead.id).state).toBe('delivered')
})

it.each([
  { why: 'nothing was taken before', lead: aLead({ attempts: 1 }), outcome: 'retry' },
  {
    why: 'a person has just chosen in the match view',
    lead: aLead({ attempts: 1, decidedBy: { user: aLead().taker, how: 'match' } }),
    outcome: 'unsure',
  },
  {
    why: 'the client is an existing one',
    lead: aLead({ attempts: 1, content: aContent({ client: existingClient, contact: jane }) }),
    outcome: 'refused',
  },
] as const)('sends again without a search when $why', async ({ lead, outcome }) => {
  const world = withEarlierAttempt(lead, outcome)
  world.singleops.clients.push({ id: clientId(9), contact: jane })

  await world.runDue()

  expect(world.ledger.lead(lead.id).state).toBe('delivered')
})
