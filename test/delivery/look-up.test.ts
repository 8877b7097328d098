import { expect, it } from 'vitest'
import { clientId } from '../../src/lead/ids.ts'
import { aContent, aLead, existingClient, START } from './a-lead.ts'
import { comeEarly, createWorld } from './world.ts'

it('finds the client of a lost answer and takes the lead as delivered', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost-made')

  await world.runFor(10_000)

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'delivered' })
  expect(world.singleops.jobsOf(lead.id)).toHaveLength(1)
})

it('looks at its time however often its wake-up comes too early', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost-made')
  await world.runDue()

  await comeEarly(world, 'look-up', 3)
  await world.runFor(6_000)

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'delivered' })
})

it('sends again after three looks over two minutes that found nothing', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost')

  await world.runFor(124_000)
  const before = world.ledger.lead(lead.id)
  await world.runFor(2_000)

  expect(before).toMatchObject({ state: 'unsure', looks: 2 })
  expect(world.ledger.lead(lead.id).state).toBe('delivered')
  expect(world.singleops.jobsOf(lead.id)).toHaveLength(1)
})

it('counts only answered searches as looks', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost')
  // The search beside the POST, then looks.
  world.singleops.searches.push(true, false, false, false)

  await world.runFor(240_000)

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'unsure', looks: 1 })
})

it('does not hurry the resend when a person looks again and again', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost')
  await world.runFor(6_000)

  for (let again = 0; again < 4; again += 1) {
    await world.delivery.decide({ leadId: lead.id, decision: 'look-again', by: lead.taker })
    await world.runFor(1_000)
  }

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'unsure', looks: 5 })
})

it('leaves a client that the search before the POST held already to a person', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  const { post, find } = world.singleops
  // SingleOps answers the search only after it has made our client.
  const made = Promise.withResolvers<void>()
  world.singleops.find = async (...question) => {
    await made.promise
    return find(...question)
  }
  world.singleops.post = async (...sent) => {
    world.singleops.answers.push('lost-made')
    return post(...sent).finally(made.resolve)
  }

  await world.runFor(10_000, world.startProcess('raced'))

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'unsure', problem: { code: 'may_be_there' } })
  expect(world.ledger.lead(lead.id)).not.toHaveProperty('retryAt')
})

it('leaves it to a person when the clients before the POST are not known', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost-made')
  world.singleops.searches.push(false)

  await world.runFor(300_000)

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'unsure', problem: { code: 'may_be_there' } })
  expect(world.singleops.posts).toHaveLength(1)
})

it('does not take the client of a rival lead for its own', async () => {
  const [mine, rival] = [aLead(), aLead({ confirmedAt: START + 1 })]
  const world = createWorld({}, mine, rival)
  world.singleops.answers.push('lost', 'taken')

  await world.runFor(300_000)

  expect(world.ledger.lead(rival.id).state).toBe('delivered')
  expect(world.ledger.lead(mine.id)).toMatchObject({ state: 'unsure', problem: { code: 'may_be_there' } })
})

it.each([
  { about: 'an existing client', content: aContent({ client: existingClient }) },
  { about: 'a contact that can not be searched', content: aContent({ contact: { firstName: 'Jane' } }) },
])('leaves a lost answer about $about to a person at once', async ({ content }) => {
  const lead = aLead({ content })
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost')

  await world.runFor(600_000)

  expect(world.ledger.lead(lead.id).state).toBe('unsure')
  expect(world.ledger.lead(lead.id)).not.toHaveProperty('retryAt')
  expect(world.singleops.posts).toHaveLength(1)
})

it('does nothing when a person decided while it was looking', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('lost')
  await world.runDue()
  const { find } = world.singleops
  world.singleops.find = async (...question) => {
    await world.delivery.decide({ leadId: lead.id, decision: 'found', by: lead.taker })
    world.singleops.clients.push({ id: clientId(5), contact: lead.content.contact })
    return find(...question)
  }

  await world.runFor(10_000, world.startProcess('looking'))

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'delivered', decidedBy: { how: 'found' } })
})
