import { expect, it } from 'vitest'
import { DELIVERY_DEFAULTS } from '../../src/delivery/settings.ts'
import { clientId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import { aContent, aLead, existingClient, START } from './a-lead.ts'
import type { Answer } from './singleops-double.ts'
import { comeEarly, createWorld, type World } from './world.ts'

const wakeUp = (lead: Lead) => ({ key: 'again', topic: 'deliver', subject: lead.id, runAt: START }) as const
const topicsOf = (world: World): string[] => world.ledger.pending().map(({ topic }) => topic)

it('delivers a confirmed lead once and keeps its job number', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)

  await world.runDue()
  await world.delivery.handlers.deliver(wakeUp(lead), new AbortController().signal)

  const jobs = world.singleops.jobsOf(lead.id)
  expect(jobs).toHaveLength(1)
  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'delivered', jobId: jobs[0], attempts: 1 })
  expect(world.ledger.attempts(lead.id)).toMatchObject([{ outcome: 'delivered', jobId: jobs[0] }])
})

it('counts a success without a number as delivered', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('taken-without-id')

  await world.runDue()

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'delivered' })
  expect(world.ledger.lead(lead.id).jobId).toBeUndefined()
})

it.each<{ answer: Answer; becomes: Partial<Lead>; code: string }>([
  { answer: 'refused', becomes: { state: 'refused' }, code: 'refused' },
  {
    answer: 'unreachable',
    becomes: { state: 'waiting', because: 'retry', retryAt: START + 2_000 },
    code: 'connect',
  },
  {
    answer: 'busy',
    becomes: { state: 'waiting', because: 'retry', retryAt: START + 30_000 },
    code: 'http_429',
  },
  { answer: 'blocked', becomes: { state: 'waiting', because: 'account_blocked' }, code: 'http_401' },
  { answer: 'lost', becomes: { state: 'unsure', retryAt: START + 5_000 }, code: 'deadline' },
  { answer: 'broken-connection', becomes: { state: 'unsure', retryAt: START + 5_000 }, code: 'unexpected' },
])('keeps a lead as $becomes.state when the answer is "$answer"', async ({ answer, becomes, code }) => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push(answer)

  await world.runDue()

  const kept = world.ledger.lead(lead.id)
  expect(kept).toMatchObject({ ...becomes, problem: { code } })
  expect(kept).not.toHaveProperty('owner')
  expect(kept).not.toHaveProperty('leaseUntil')
  expect(world.ledger.attempts(lead.id)).toMatchObject([{ errorCode: code }])
})

it('writes the attempt down before the POST and holds the lead meanwhile', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  const during: unknown[] = []
  const { post } = world.singleops
  world.singleops.post = async (sent, signal) => {
    during.push(world.ledger.lead(lead.id), ...world.ledger.attempts(lead.id))
    return post(sent, signal)
  }
  const process = world.startProcess('watched')

  await world.runDue(process)

  const leaseUntil = START + DELIVERY_DEFAULTS.leaseMs
  expect(during).toMatchObject([
    { state: 'sending', owner: 'watched', leaseUntil },
    { number: 1, owner: 'watched', startedAt: START },
  ])
  expect(during[1]).not.toHaveProperty('outcome')
})

it('begins the POST without waiting for the search of the clients that are there', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  const order: string[] = []
  const { post } = world.singleops
  const searched = Promise.withResolvers<never[]>()
  world.singleops.find = async () => {
    order.push('search begun')
    return searched.promise
  }
  world.singleops.post = async (sent, signal) => {
    order.push('posted')
    return post(sent, signal)
  }

  await world.runDue(world.startProcess('quick'))

  expect(order).toEqual(['search begun', 'posted'])
  expect(world.ledger.lead(lead.id).state).toBe('delivered')
})

it('keeps the clients that were there before, for the look-up of a lost answer', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.clients.push({ id: clientId(7), contact: { firstName: 'Joe', phone: '+17705550123' } })
  world.singleops.answers.push('lost')

  await world.runDue()

  expect(world.ledger.attempts(lead.id)).toMatchObject([{ knownClients: ['7'] }])
})

it('sends nothing while another process holds the lead, and calls it unsure only after its lease', async () => {
  const leaseUntil = START + 120_000
  const lead = aLead({
    state: 'sending',
    owner: 'other',
    leaseUntil,
    attempts: 1,
    content: aContent({ client: existingClient }),
  })
  const world = createWorld({}, lead)
  world.ledger.rows.attempts.set('one', {
    id: 'one',
    leadId: lead.id,
    number: 1,
    owner: 'other',
    startedAt: START,
  })

  await world.runFor(119_999)
  const before = world.ledger.lead(lead.id).state
  await world.runFor(1)
  await world.runDue()

  expect(before).toBe('sending')
  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'unsure', problem: { code: 'interrupted' } })
  expect(world.ledger.attempts(lead.id)).toMatchObject([{ outcome: 'unsure' }])
  expect(world.singleops.posts).toEqual([])
})

it('leaves a lead alone that somebody else has changed while it was sent', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.post = async () => {
    const sending = world.ledger.lead(lead.id)
    await world.ledger.leads.transaction((tx) => tx.changeLead(sending, { state: 'refused' }, START))
    return {}
  }

  await world.runDue(world.startProcess('slow'))

  expect(world.ledger.lead(lead.id).state).toBe('refused')
  expect(world.log.lines).toContainEqual(expect.objectContaining({ level: 'warn' }))
})

it('takes a success that comes after its lease has run out, as long as nobody has decided', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  const { post } = world.singleops
  world.singleops.post = async (sent, signal) => {
    const answer = await post(sent, signal)
    world.advance(DELIVERY_DEFAULTS.leaseMs)
    await world.delivery.sweep()
    return answer
  }

  await world.runDue(world.startProcess('suspended'))

  expect(world.ledger.lead(lead.id)).toMatchObject({ state: 'delivered', jobId: world.singleops.jobs[0]?.id })
})

it('aborts a POST by its deadline, and early enough before its lease ends', async () => {
  const lead = aLead({ content: aContent({ client: existingClient }) })
  const world = createWorld({ attemptDeadlineMs: 5, leaseMs: 30_001, leaseMarginMs: 30_000 }, lead)
  world.singleops.post = (_sent, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })

  await world.runDue(world.startProcess('patient'))

  expect(world.ledger.lead(lead.id).state).toBe('unsure')
})

it('records a POST as unsure that a stop breaks off', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  const stop = new AbortController()
  world.singleops.post = (_sent, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
      stop.abort()
    })
  const process = world.startProcess('stopping')

  await process.handlers.deliver(wakeUp(lead), stop.signal)

  expect(world.ledger.lead(lead.id).state).toBe('unsure')
})

it('begins no attempt once it is stopped, and leaves the wake-up to the next process', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)

  const stopped = world.delivery.handlers.deliver(wakeUp(lead), AbortSignal.abort())

  await expect(stopped).rejects.toThrow()
  expect(world.ledger.lead(lead.id).state).toBe('queued')
})

it('goes on by itself when SingleOps can be reached again, with growing waits', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  world.singleops.answers.push('unreachable', 'unreachable')

  await world.runFor(60_000)

  expect(world.ledger.attempts(lead.id).map(({ startedAt }) => startedAt - START)).toEqual([0, 2_000, 7_000])
  expect(world.ledger.lead(lead.id).state).toBe('delivered')
})

it('posts once when two processes are woken for the same lead at the same time', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)
  const processes = [world.startProcess('one'), world.startProcess('other')]

  await Promise.all(
    processes.map(({ handlers }) => handlers.deliver(wakeUp(lead), new AbortController().signal)),
  )

  expect(world.singleops.jobsOf(lead.id)).toHaveLength(1)
  expect(world.ledger.attempts(lead.id)).toHaveLength(1)
})

it('waits until its time when a wake-up comes too early', async () => {
  const lead = aLead({ state: 'waiting', because: 'retry', retryAt: START + 9_000 })
  const world = createWorld({}, lead)

  await world.runDue()
  const early = world.singleops.posts.length
  await world.runFor(9_001)

  expect(early).toBe(0)
  expect(world.singleops.posts).toEqual([lead.id])
})

it('is woken at its time however often its wake-up comes too early', async () => {
  const lead = aLead({ state: 'waiting', because: 'retry', retryAt: START + 9_000 })
  const world = createWorld({}, lead)

  await comeEarly(world, 'deliver', 3)
  await world.runFor(9_000)

  expect(world.singleops.posts).toEqual([lead.id])
})

it('tells people of each change of state in the same transaction, but for the sending', async () => {
  const lead = aLead()
  const world = createWorld({}, lead)

  await world.runDue()

  const keys = world.ledger.pending().map(({ key }) => key)
  expect(topicsOf(world)).toEqual(['notify', 'notify'])
  expect(keys).toContain(`notify:${lead.id}:${world.ledger.lead(lead.id).version}`)
})

it('writes an outcome down that the store did not take at first', async () => {
  const lead = aLead()
  const world = createWorld({ settleAgainMs: [0, 0] }, lead)
  const { transaction } = world.ledger.leads
  let failures = 2
  world.singleops.post = async () => {
    world.ledger.leads.transaction = async (work) => {
      failures -= 1
      if (failures >= 0) throw new Error('database is locked')
      return transaction(work)
    }
    return {}
  }
  const process = world.startProcess('stubborn')

  await world.runDue(process)

  expect(world.ledger.lead(lead.id).state).toBe('delivered')
})
