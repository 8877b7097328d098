import { expect, it } from 'vitest'
import { clientId, jobId, leadId, userId } from '../../src/lead/ids.ts'
import { DECISIONS, LEAD_STATES, type LeadState, type PersonsDecision } from '../../src/lead/lead.ts'
import { aContent, aLead, existingClient } from './a-lead.ts'
import { createWorld } from './world.ts'

const ana = userId('UANA')
const sam = userId('USAM')

it.each<{ state: LeadState; decision: PersonsDecision; becomes: LeadState }>([
  { state: 'unsure', decision: 'found', becomes: 'delivered' },
  { state: 'unsure', decision: 'send-again', becomes: 'queued' },
  { state: 'unsure', decision: 'look-again', becomes: 'unsure' },
  { state: 'refused', decision: 'fix', becomes: 'queued' },
  { state: 'unmatched', decision: 'match', becomes: 'queued' },
  { state: 'waiting', decision: 'discard', becomes: 'discarded' },
])('turns $state into $becomes when a person says $decision', async ({ state, decision, becomes }) => {
  const lead = aLead({ state, attempts: 1 })
  const content = aContent({ client: existingClient })
  const world = createWorld({}, lead)

  const decided = await world.delivery.decide({ leadId: lead.id, decision, by: ana, content })

  expect(decided).toMatchObject({ kind: 'done', lead: { state: becomes } })
  expect(world.ledger.lead(lead.id)).toMatchObject({
    state: becomes,
    decidedBy: { user: ana, how: decision },
  })
  expect(world.ledger.pending().map(({ key }) => key)).toContain(`notify:${lead.id}:2`)
})

const allowed: Readonly<Record<PersonsDecision, readonly LeadState[]>> = {
  'look-again': ['unsure'],
  found: ['unsure'],
  'send-again': ['unsure'],
  fix: ['refused'],
  match: ['unmatched'],
  discard: ['unmatched', 'queued', 'waiting', 'refused', 'unsure'],
}
const cases = LEAD_STATES.flatMap((state) =>
  DECISIONS.filter((decision) => !allowed[decision].includes(state)).map((decision) => ({ state, decision })),
)

it.each(cases)(
  'answers "$decision" about a lead that is $state with how it is now',
  async ({ state, decision }) => {
    const lead = aLead({ state })
    const world = createWorld({}, lead)

    const decided = await world.delivery.decide({ leadId: lead.id, decision, by: ana, content: lead.content })

    expect(decided).toEqual({ kind: 'too-late', lead })
    expect(world.ledger.lead(lead.id)).toEqual(lead)
  },
)

it('lets the first of two people win who press at the same time', async () => {
  const lead = aLead({ state: 'unsure', attempts: 1 })
  const world = createWorld({}, lead)
  const [here, there] = [world.startProcess('one'), world.startProcess('other')]

  const decided = await Promise.all([
    here.decide({ leadId: lead.id, decision: 'found', by: ana, jobId: jobId(77) }),
    there.decide({ leadId: lead.id, decision: 'send-again', by: sam }),
  ])

  expect(decided.map(({ kind }) => kind)).toEqual(['done', 'too-late'])
  expect(world.ledger.lead(lead.id)).toMatchObject({
    state: 'delivered',
    jobId: '77',
    decidedBy: { user: ana },
  })
})

it('is too late for a person who saw an older version', async () => {
  const lead = aLead({ state: 'waiting', because: 'retry', version: 5 })
  const world = createWorld({}, lead)

  const decided = await world.delivery.decide({ leadId: lead.id, decision: 'discard', by: ana, version: 4 })

  expect(decided.kind).toBe('too-late')
})

it('sends again once for what two people saw, though that attempt is lost as well', async () => {
  const lead = aLead({ state: 'unsure', attempts: 1, content: aContent({ client: existingClient }) })
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost')
  const sendAgain = () =>
    world.delivery.decide({ leadId: lead.id, decision: 'send-again', by: ana, attempts: 1 })

  const first = await sendAgain()
  await world.runDue()
  const second = await sendAgain()
  await world.runDue()

  expect([first.kind, second.kind]).toEqual(['done', 'too-late'])
  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'unsure', attempts: 2 })
})

it('knows when there is no such lead', async () => {
  const world = createWorld()

  const decided = await world.delivery.decide({ leadId: leadId('none'), decision: 'found', by: ana })

  expect(decided).toEqual({ kind: 'gone' })
})

it('sends what was fixed', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('refused')
  await world.runDue()
  const content = aContent({ contact: { firstName: 'Jane', lastName: 'Smith-Jones', phone: '+17705550123' } })

  await world.delivery.decide({ leadId: lead.id, decision: 'fix', by: lead.taker, content })
  await world.runDue()

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'delivered', content })
  expect(world.singleops.jobsOf(lead.id)).toHaveLength(1)
})

it('sends a lead as new that went back to the match view, without sending it back once more', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('refused-client-left')
  await world.runDue()
  await world.delivery.decide({ leadId: lead.id, decision: 'fix', by: lead.taker, content: lead.content })
  await world.runDue()
  const back = world.ledger.lead(lead.id).state

  await world.delivery.decide({ leadId: lead.id, decision: 'match', by: lead.taker, content: lead.content })
  await world.runDue()

  expect(back).toBe('unmatched')
  expect(world.ledger.lead(lead.id).state).toBe('delivered')
})

it('makes a second lead only where a person said so', async () => {
  const lead = aLead({ content: aContent({ client: { ...existingClient, id: clientId(1) } }) })
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost-made')
  await world.runFor(600_000)
  const before = world.singleops.jobsOf(lead.id)

  await world.delivery.decide({ leadId: lead.id, decision: 'send-again', by: ana })
  await world.runFor(60_000)

  expect(before).toHaveLength(1)
  expect(world.singleops.jobsOf(lead.id)).toHaveLength(2)
})

it('refuses to queue a lead whose client is still undecided', async () => {
  const lead = aLead({ state: 'unmatched' })
  const world = createWorld({}, lead)
  const content = aContent({ client: { kind: 'undecided' } })

  const deciding = world.delivery.decide({ leadId: lead.id, decision: 'match', by: ana, content })

  await expect(deciding).rejects.toThrow(TypeError)
  expect(world.ledger.lead(lead.id).state).toBe('unmatched')
})

it('does not throw away what somebody has decided to send meanwhile, but does what only came to its turn', async () => {
  const sent = aLead({ state: 'queued', attempts: 1 })
  const waited = aLead({ state: 'queued', attempts: 1 })
  const world = createWorld({}, sent, waited)

  const late = await world.delivery.decide({ leadId: sent.id, decision: 'discard', by: ana, state: 'unsure' })
  const done = await world.delivery.decide({
    leadId: waited.id,
    decision: 'discard',
    by: ana,
    state: 'waiting',
  })

  expect(late).toMatchObject({ kind: 'too-late', lead: { state: 'queued' } })
  expect(done).toMatchObject({ kind: 'done', lead: { state: 'discarded' } })
})

it('changes nothing but the client when the client is chosen', async () => {
  const lead = aLead({ state: 'unmatched', content: aContent({ need: 'Oak down\n\nAlso the hedge' }) })
  const world = createWorld({}, lead)
  const content = aContent({ need: 'Oak down', client: existingClient })

  await world.delivery.decide({ leadId: lead.id, decision: 'match', by: ana, content })

  expect(world.ledger.lead(lead.id)?.content).toEqual({ ...lead.content, client: existingClient })
})
