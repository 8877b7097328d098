import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ContactFound } from '../../../src/intake/find-contact.ts'
import type { ShownClient } from '../../../src/lead/draft.ts'
import { accountKey, clientId, leadId, reference } from '../../../src/lead/ids.ts'
import { findAnswer, readFoundValue } from '../../../src/slack/commands/find-answer.ts'
import { messageFaults } from '../blocks/block-faults.ts'
import { aContext, NOW, SAM } from '../messages/a-lead.ts'
import { wildText } from '../messages/wild-lead.ts'

const BY = { phone: '+17705550123' }
const LEAD = {
  id: leadId('lead-1'),
  reference: reference('LH-7K2M9Q'),
  taker: SAM,
  name: 'Jane Smith',
  state: 'queued' as const,
  confirmedAt: NOW,
  same: ['phone'] as const,
}

function aClient(parts: Partial<ShownClient> = {}): ShownClient {
  return {
    id: clientId(7),
    name: 'Jane Smith',
    line: '200 Main St, Marietta',
    strength: 'strong',
    reasons: ['same mobile'],
    warnings: ['archived'],
    newFacts: [],
    ...parts,
  }
}

function found(parts: Partial<ContactFound['match']> = {}, account = 'main'): ContactFound {
  return {
    account: accountKey(account),
    match: { shown: [], asked: true, complete: true, failed: false, ...parts },
    memory: { leads: [], forms: [], older: [] },
  }
}

const buttons = (message: ReturnType<typeof findAnswer>) =>
  message.blocks.flatMap((block) =>
    'accessory' in block && block.accessory?.type === 'button' ? [block.accessory.value ?? ''] : [],
  )

it('keeps Slack’s limits whatever was found in however many accounts', () => {
  const client = fc.record({
    name: wildText,
    line: wildText,
    reasons: fc.array(wildText, { maxLength: 3 }),
    warnings: fc.array(wildText, { maxLength: 5 }),
  })
  fc.assert(
    fc.property(
      fc.array(client, { maxLength: 20 }),
      fc.boolean(),
      fc.emailAddress(),
      (clients, failed, email) => {
        const shown = clients.map(aClient)
        const all = ['main', 'north', 'south', 'east'].map((account) => ({
          ...found({ shown, failed }, account),
          memory: { leads: Array.from({ length: 20 }, () => LEAD), forms: [], older: [] },
        }))

        const message = findAnswer({ email }, all, aContext())

        expect(messageFaults(message)).toEqual([])
        for (const value of buttons(message)) expect(readFoundValue(value).kind).toMatch(/client|lead/u)
      },
    ),
    { numRuns: 40 },
  )
})

it('carries all that the form needs in the button', () => {
  const message = findAnswer(BY, [found({ shown: [aClient()] })], aContext())

  expect(buttons(message).map(readFoundValue)).toEqual([
    {
      kind: 'client',
      account: 'main',
      client: { ...aClient(), reasons: ['chosen before'] },
      contact: { phone: '770-555-0123' },
    },
  ])
})

it('never says "no client" when SingleOps did not answer', () => {
  const failed = JSON.stringify(findAnswer(BY, [found({ failed: true })], aContext()).blocks)
  const nobody = JSON.stringify(findAnswer(BY, [found()], aContext()).blocks)

  expect(failed).not.toContain('No client')
  expect(failed).toContain("can't be said")
  expect(nobody).toContain('No client in SingleOps has it')
})

it('holds no number in what stands on a lock screen', () => {
  expect(findAnswer(BY, [found()], aContext()).text).not.toMatch(/\d/u)
})
