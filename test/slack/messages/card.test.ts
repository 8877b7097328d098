import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKey, clientId } from '../../../src/lead/ids.ts'
import type { LeadContent } from '../../../src/lead/lead.ts'
import { card } from '../../../src/slack/messages/card.ts'
import { messageFaults } from '../blocks/block-faults.ts'
import { shownText } from '../blocks/shown-text.ts'
import { aContext, aLead, existingClient } from './a-lead.ts'
import { wildContext, wildLead } from './wild-lead.ts'

const aTask: NonNullable<LeadContent['task']> = {
  name: 'Sam: call Jane Smith',
  onSite: false,
  start: '2026-11-25T16:00:00',
  stop: '2026-11-25T16:15:00',
  startsAt: 0,
  stopsAt: 0,
  allDay: false,
}

describe('card', () => {
  it('shows who it is, how to reach them, what they need and where the lead is', () => {
    const message = card(aLead(), aContext({ jobUrl: 'https://app.example/jobs/{id}' }))

    expect(shownText(message.blocks).split('\n')).toEqual([
      '*Jane Smith* · <tel:+17705550123|770-555-0123>',
      '<https://www.google.com/maps/search/?api=1&amp;query=200%20Main%20St%2C%20Marietta%2C%20GA%2030060|200 Main St, Marietta, GA 30060>',
      'Oak fell on the fence',
      'New client · Tree Care · Phone call',
      '✅ *In SingleOps* · <https://app.example/jobs/148830|job #148830>',
      'SingleOps shows it as *Unconfirmed Client* until the office confirms client and location.',
      '• Confirm the new client and its location',
      'Taken by <@U0SAM> · LH-7K2M9Q',
    ])
  })

  it('keeps numbers and addresses off lock screens', () => {
    const { text } = card(aLead(), aContext())

    expect(text).toBe('Jane Smith · Tree Care · In SingleOps')
  })

  it('keeps a number that was typed as a name off lock screens', () => {
    const { text } = card(
      aLead({ content: { contact: { firstName: '770 555', lastName: '0123' } } }),
      aContext(),
    )

    expect(text).toBe('A customer · Tree Care · In SingleOps')
  })

  it.each([
    ['a landline with an extension', { phone: '+17705550123 ext 4' }, '<tel:+17705550123,4|770-555-0123 x4>'],
    [
      'both numbers, the mobile first',
      { phone: '+17705550123', mobile: '+14045550100' },
      '<tel:+14045550100|404-555-0100> · <tel:+17705550123|770-555-0123>',
    ],
    ['a number from abroad', { phone: '+442079460321' }, '<tel:+442079460321|+44 20 7946 0321>'],
    [
      'the email address where there is no number',
      { email: 'j_s@example.com' },
      '<mailto:j_s@example.com|j_s@example.com>',
    ],
  ])('gives %s to tap', (_what, contact, link) => {
    expect(shownText(card(aLead({ content: { contact } }), aContext()).blocks)).toContain(` · ${link}\n`)
  })

  it('says what the office has to do for a client that SingleOps knows', () => {
    const lead = aLead({ content: { client: existingClient(), task: aTask } })

    const shown = shownText(card(lead, aContext()).blocks)

    expect(shown).toContain(
      'Client #12345 Smith Residence · Tree Care · Phone call · Call back Wed, Nov 25, 4:00 pm',
    )
    expect(shown).toContain('• Set the visit location: 200 Main St, Marietta, GA 30060')
    expect(shown).toContain('• Assign the follow-up')
    expect(shown).toContain('*Estimate Scheduled* once it has a location')
  })

  it('says that it may be a duplicate, and who chose a new client', () => {
    const lead = aLead({
      content: { client: { kind: 'new', despite: { id: clientId(12345), reason: 'same number' } } },
    })

    expect(shownText(card(lead, aContext()).blocks)).toContain(
      '⚠️ Possible duplicate of #12345: same number, <@U0SAM> chose *new client*',
    )
  })

  it('asks nothing of the office before the lead is in SingleOps', () => {
    const shown = shownText(card(aLead({ state: 'queued' }), aContext()).blocks)

    expect(shown).toContain('⏳ *On its way to SingleOps*')
    expect(shown).not.toContain('Confirm')
    expect(shown).not.toContain('Unconfirmed')
  })

  it.each(['unmatched', 'unsure', 'refused'] as const)(
    'says where to decide about a lead that is %s',
    (state) => {
      const shown = shownText(card(aLead({ state }), aContext({ officeChannel: 'C0OFFICE' })).blocks)

      expect(shown).toContain('Decide what happens: <#C0OFFICE>')
    },
  )

  it('asks nobody to decide while Leadhand looks by itself', () => {
    const lead = aLead({ state: 'unsure', retryAt: 1 })

    expect(shownText(card(lead, aContext()).blocks)).not.toContain('Decide what happens')
  })

  it('names the account where there are several', () => {
    const accountNames = new Map([
      [accountKey('main'), 'South'],
      [accountKey('north'), 'North'],
    ])

    expect(shownText(card(aLead(), aContext({ accountNames })).blocks)).toContain(
      'New client · South · Tree Care',
    )
  })

  it('shows two hundred characters of a long request', () => {
    const shown = shownText(card(aLead({ content: { need: 'x'.repeat(900) } }), aContext()).blocks)

    expect(shown).toContain(`\n${'x'.repeat(199)}…\n`)
  })

  it('keeps every limit and lets no customer text become markup', () => {
    fc.assert(
      fc.property(wildLead, wildContext, (lead, ctx) => {
        expect(messageFaults(card(lead, ctx))).toEqual([])
      }),
    )
  })

  it('never shows new facts about a client', () => {
    const shown = shownText(
      card(aLead({ content: { client: existingClient(['New mobile: 404-555-0100']) } }), aContext()).blocks,
    )

    expect(shown).not.toContain('404-555-0100')
  })
})
