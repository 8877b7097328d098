import { expect, it } from 'vitest'
import type { Lead } from '../../src/lead/lead.ts'
import { aContent, aLead, existingClient } from './a-lead.ts'
import { createLife } from './mortal.ts'
import type { Answer } from './singleops-double.ts'
import { createWorld } from './world.ts'

const kinds = [
  { who: 'a new client', content: aContent() },
  { who: 'an existing client', content: aContent({ client: existingClient }) },
]
const stories: { readonly answers: Answer[] }[] = [
  { answers: ['taken'] },
  { answers: ['unreachable', 'taken'] },
  { answers: ['lost-made'] },
  { answers: ['lost', 'taken'] },
  { answers: ['blocked', 'taken'] },
]
const cases = kinds.flatMap((kind) => stories.map((story) => ({ ...kind, ...story })))

/** Steps that a process takes for the whole story, and so the points at which it can be killed. */
async function lifeLength(lead: Lead, answers: readonly Answer[]): Promise<number> {
  const world = createWorld({}, lead)
  world.singleops.answers.push(...answers)
  let steps = 0
  const step = (): void => {
    steps += 1
  }
  await world.runFor(600_000, world.startProcess('counting', { step, isOver: () => false }))
  return steps
}

it.each(cases)(
  'neither loses nor doubles a lead for $who, killed anywhere on the way of $answers',
  async (story) => {
    const length = await lifeLength(aLead({ content: story.content }), story.answers)
    expect(length).toBeGreaterThan(8)

    for (let diesAfter = 0; diesAfter < length; diesAfter += 1) {
      const lead = aLead({ content: story.content })
      const world = createWorld({}, lead)
      world.singleops.answers.push(...story.answers)
      const life = createLife(diesAfter)
      const killed = world.startProcess('killed', life)
      for (let second = 0; second < 600 && !life.isOver(); second += 1) await world.runFor(1_000, killed)

      await world.runFor(1_200_000, world.startProcess('restarted'))

      const jobs = world.singleops.jobsOf(lead.id).length
      const { state } = world.ledger.lead(lead.id)
      expect({ diesAfter, jobs, state }).toSatisfy(isSafe)
    }
  },
)

/** Delivered exactly once, or put to a person, who then finds one job at most. */
function isSafe({ jobs, state }: { jobs: number; state: string }): boolean {
  return (state === 'delivered' && jobs === 1) || (state === 'unsure' && jobs <= 1)
}
