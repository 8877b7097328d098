import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Delivery } from '../../src/delivery/delivery.ts'
import type { Lead } from '../../src/lead/lead.ts'
import { createNotifications } from '../../src/notifications/notifications.ts'
import { notificationSettings } from '../notifications/newsroom.ts'
import { createSlackDouble, SLACK_ANSWERS, type SlackDouble } from '../notifications/slack-double.ts'
import { aContent, aLead, existingClient, START } from './a-lead.ts'
import { createLife, type Life, mortal } from './mortal.ts'
import { ANSWERS } from './singleops-double.ts'
import { createWorld, type World } from './world.ts'

const contacts = [
  { firstName: 'Jane', lastName: 'Smith', phone: '+17705550123' },
  { firstName: 'Joe', lastName: 'Smith', phone: '+17705550123' },
  { companyName: 'Oak LLC', email: 'office@oak.example' },
  { firstName: 'Nameless' },
]

const someLead = fc.record({
  client: fc.constantFrom({ kind: 'new' } as const, existingClient),
  contact: fc.constantFrom(...contacts),
  afterMs: fc.integer({ min: 0, max: 90_000 }),
})

const story = fc.record({
  leads: fc.array(someLead, { minLength: 1, maxLength: 5 }),
  answers: fc.array(fc.constantFrom(...ANSWERS), { maxLength: 12 }),
  searches: fc.array(fc.boolean(), { maxLength: 12 }),
  slack: fc.array(fc.constantFrom(...SLACK_ANSWERS.filter((answer) => answer !== 'refused')), {
    maxLength: 12,
  }),
  hasView: fc.boolean(),
  kills: fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }),
})

it('delivers each confirmed lead exactly once or has told a person, whatever fails and whoever is killed', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ leads, answers, searches, slack: slackAnswers, hasView, kills }) => {
      const confirmed = leads.map(({ client, contact, afterMs }) =>
        aLead({ content: aContent({ client, contact }), confirmedAt: START + afterMs }),
      )
      const world = createWorld({}, ...confirmed)
      const slack = createSlackDouble()
      world.singleops.answers.push(...answers)
      world.singleops.searches.push(...searches)
      slack.answers.push(...slackAnswers)
      slack.hasView = hasView

      for (const [index, diesAfter] of kills.entries()) {
        await world.runFor(61_000, startAll(world, slack, `killed ${index}`, createLife(diesAfter)))
      }
      await world.runFor(7_200_000, startAll(world, slack, 'last', createLife()))

      for (const lead of confirmed) expect(fateOf(world, slack, lead)).toSatisfy(isKept)
    }),
    { numRuns: 150 },
  )
})

type Fate = {
  readonly state: string
  readonly jobs: number
  readonly taker: string | undefined
  readonly office: string | undefined
}

function fateOf(world: World, slack: SlackDouble, lead: Lead): Fate {
  const shownIn = (kind: string): string | undefined =>
    slack.messages.find((message) => message.place.kind === kind && message.lead.id === lead.id)?.lead.state
  return {
    state: world.ledger.lead(lead.id).state,
    jobs: world.singleops.jobsOf(lead.id).length,
    taker: shownIn('taker'),
    office: shownIn('office'),
  }
}

function isKept({ state, jobs, taker, office }: Fate): boolean {
  if (state === 'delivered') return jobs === 1
  const isTold = taker === state && office === state
  return (
    isTold && (state === 'refused' ? jobs === 0 : (state === 'unsure' || state === 'unmatched') && jobs <= 1)
  )
}

/** Deliveries and notices of one process, which die together. */
function startAll(world: World, slack: SlackDouble, owner: string, life: Life): Delivery {
  const delivery = world.startProcess(owner, life)
  const notifications = createNotifications({
    posts: mortal(world.ledger.posts, life),
    notifier: mortal(slack, life),
    settings: notificationSettings,
    now: world.now,
    random: () => 0,
    owner,
    log: world.log,
  })
  return { ...delivery, handlers: { ...delivery.handlers, ...notifications.handlers } }
}
