import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accountKey, clientId, jobId, leadId, reference } from '../../../src/lead/ids.ts'
import { LEAD_STATES } from '../../../src/lead/lead.ts'
import { type AlikeLead, LIKENESSES } from '../../../src/lead/own-memory.ts'
import { differences } from '../../../src/slack/views/differences.ts'
import { ownMemory } from '../../../src/slack/views/own-memory.ts'
import { viewFaults } from '../blocks/block-faults.ts'
import { aContext, NOW, OLIVIA, SAM } from '../messages/a-lead.ts'
import { wildText } from '../messages/wild-lead.ts'

const main = accountKey('main')
const MINUTE = 60_000

function anAlikeLead(parts: Partial<AlikeLead> = {}): AlikeLead {
  return {
    id: leadId('lead-1'),
    reference: reference('LH-7K2M9Q'),
    taker: SAM,
    name: 'Jane Smith',
    state: 'queued',
    confirmedAt: NOW - 5 * MINUTE,
    same: ['phone'],
    ...parts,
  }
}

const modalOf = (blocks: ReturnType<typeof ownMemory>) => ({
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Which client?' },
  blocks,
})

it('keeps Slack’s limits and its own markup whatever is remembered', () => {
  const lead = fc.record({
    name: wildText,
    state: fc.constantFrom(...LEAD_STATES),
    confirmedAt: fc.integer({ min: 0, max: NOW }),
    jobId: wildText.map(jobId),
    same: fc.subarray([...LIKENESSES], { minLength: 1 }),
  })
  const old = fc.record({
    taker: fc.constant(OLIVIA),
    confirmedAt: fc.integer({ min: 0, max: NOW }),
    same: fc.subarray([...LIKENESSES], { minLength: 1 }),
  })
  fc.assert(
    fc.property(
      fc.array(lead, { minLength: 1, maxLength: 60 }),
      fc.array(old, { maxLength: 60 }),
      (leads, older) => {
        const forms = Array.from({ length: 60 }, () => ({ taker: SAM, touchedAt: NOW }))
        const blocks = ownMemory({ leads: leads.map(anAlikeLead), forms, older }, main, aContext())

        expect(viewFaults(modalOf(blocks))).toEqual([])
        expect(blocks.length).toBeLessThanOrEqual(8)
      },
    ),
    { numRuns: 50 },
  )
})

it('offers to add notes only to a lead that can still take them', () => {
  const offered = (state: AlikeLead['state']) =>
    JSON.stringify(ownMemory({ leads: [anAlikeLead({ state })], forms: [], older: [] }, main, aContext()))

  for (const state of ['queued', 'waiting', 'unmatched'] as const) expect(offered(state)).toContain('Add my')
  for (const state of ['sending', 'delivered', 'refused', 'unsure'] as const)
    expect(offered(state)).not.toContain('Add my')
})

it('says who took it, when, in which state and why it is alike', () => {
  const lead = anAlikeLead({ state: 'delivered', jobId: jobId(148830), same: ['phone', 'house'] })

  const [block] = ownMemory({ leads: [lead], forms: [], older: [] }, main, aContext())

  expect(JSON.stringify(block)).toContain('<@U0SAM> took this 5 minutes ago')
  expect(JSON.stringify(block)).toContain('Jane Smith, same number, same house, other unit')
  expect(JSON.stringify(block)).toContain('job #148830')
})

it('shows nothing where nothing is remembered', () => {
  expect(ownMemory(undefined, main, aContext())).toEqual([])
  expect(ownMemory({ leads: [], forms: [], older: [] }, main, aContext())).toEqual([])
})

it('shows what a client’s record lacks, within Slack’s limits', () => {
  fc.assert(
    fc.property(wildText, fc.array(wildText, { maxLength: 6 }), (name, newFacts) => {
      const blocks = differences({
        id: clientId(7),
        name,
        line: '',
        strength: 'strong',
        reasons: [],
        warnings: [],
        newFacts,
      })

      expect(viewFaults(modalOf(blocks))).toEqual([])
    }),
    { numRuns: 50 },
  )
})
