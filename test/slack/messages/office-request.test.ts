import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jobId } from '../../../src/lead/ids.ts'
import type { Lead } from '../../../src/lead/lead.ts'
import { officeRequest } from '../../../src/slack/messages/office-request.ts'
import { messageFaults } from '../blocks/block-faults.ts'
import { buttonLabels, shownText } from '../blocks/shown-text.ts'
import { aContext, aLead, OLIVIA } from './a-lead.ts'
import { wildContext, wildLead } from './wild-lead.ts'

describe('officeRequest', () => {
  it('says what happened, whom it is about, and who took it', () => {
    const shown = shownText(officeRequest(aLead({ state: 'unsure' }), aContext()).blocks)

    expect(shown).toContain("Jane Smith's lead may or may not be there.")
    expect(shown).toContain('*Jane Smith* · <tel:+17705550123|770-555-0123>')
    expect(shown).toContain('Oak fell on the fence')
    expect(shown).toContain('Taken by <@U0SAM> · LH-7K2M9Q')
  })

  it.each<[string, Partial<Lead>, string]>([
    ['refused', { state: 'refused' }, 'Fix and send'],
    ['unsure', { state: 'unsure' }, 'I found it in SingleOps'],
    ['unmatched', { state: 'unmatched' }, 'Choose the client'],
    ['blocked', { state: 'waiting', because: 'account_blocked' }, 'Discard'],
  ])('has the buttons of a lead that is %s', (_what, over, label) => {
    expect(buttonLabels(officeRequest(aLead(over), aContext()).blocks)).toContain(label)
  })

  it('shows only the result once it is decided', () => {
    const lead = aLead({ state: 'delivered', jobId: jobId(9), decidedBy: { user: OLIVIA, how: 'found' } })

    const { blocks } = officeRequest(lead, aContext())

    expect(shownText(blocks)).toContain('✅ *In SingleOps* · job #9 · found there by <@U0OLIVIA>')
    expect(buttonLabels(blocks)).toEqual([])
  })

  it('holds no number on lock screens', () => {
    expect(officeRequest(aLead({ state: 'refused' }), aContext()).text).toBe(
      'Jane Smith: SingleOps refused it',
    )
  })

  it('keeps every limit and lets no customer text become markup', () => {
    fc.assert(
      fc.property(wildLead, wildContext, (lead, ctx) => {
        expect(messageFaults(officeRequest(lead, ctx))).toEqual([])
      }),
    )
  })
})
