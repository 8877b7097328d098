import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { threadReply } from '../../../src/slack/messages/thread-reply.ts'
import { messageFaults } from '../blocks/block-faults.ts'
import { shownText } from '../blocks/shown-text.ts'
import { aContext, aLead } from './a-lead.ts'
import { wildContext, wildLead } from './wild-lead.ts'

describe('threadReply', () => {
  it('shows reference, state and taker, and nothing of the customer', () => {
    const message = threadReply(aLead(), aContext())

    expect(shownText(message.blocks)).toBe('LH-7K2M9Q · ✅ *In SingleOps* · job #148830 · taken by <@U0SAM>')
    expect(message.text).toBe('LH-7K2M9Q · In SingleOps · taken by <@U0SAM>')
  })

  it('keeps every limit, whatever the lead holds', () => {
    fc.assert(
      fc.property(wildLead, wildContext, (lead, ctx) => {
        expect(messageFaults(threadReply(lead, ctx))).toEqual([])
      }),
    )
  })
})
