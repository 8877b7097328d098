import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../../src/extract/extraction.ts'
import type { InboxMessage, InboxState } from '../../../src/intake/ports.ts'
import { inboxId } from '../../../src/lead/ids.ts'
import { ACTIONS } from '../../../src/slack/ids.ts'
import { intakeReply } from '../../../src/slack/messages/intake-reply.ts'
import { messageFaults } from '../blocks/block-faults.ts'
import { buttonLabels, buttonsOf, shownText } from '../blocks/shown-text.ts'
import { aLead, NOW, SAM } from './a-lead.ts'
import { wildText } from './wild-lead.ts'

const aMessage = (state: InboxState): InboxMessage => ({
  id: inboxId({ channel: 'C0INBOX', ts: '1795495640.727000' }),
  channel: 'C0INBOX',
  ts: '1795495640.727000',
  state,
  version: 2,
  by: SAM,
  receivedAt: NOW,
  stateSince: NOW,
  purgeAt: NOW,
})

const anExtraction = (over: Partial<Extraction> = {}): Extraction => ({
  isLead: true,
  contact: { firstName: 'Jane', lastName: 'Smith', mobile: '+17705550123' },
  address: { street: '200 Main St', city: 'Marietta' },
  notes: 'oak on fence\nplease hurry',
  evidence: {},
  choices: [],
  cut: false,
  ...over,
})

describe('intakeReply', () => {
  it('says on one line who, the number and what they want, with both buttons', () => {
    const reply = intakeReply({ message: aMessage('offered'), extraction: anExtraction() })

    expect(shownText(reply.blocks)).toContain('*Jane Smith* · <tel:+17705550123|')
    expect(shownText(reply.blocks)).toContain('> · oak on fence please hurry')
    expect(buttonLabels(reply.blocks)).toEqual(['Create lead', 'Not a lead'])
    expect(buttonsOf(reply.blocks).map(({ action_id, value }) => [action_id, value])).toEqual([
      [ACTIONS.createFromMessage, 'C0INBOX:1795495640.727000'],
      [ACTIONS.notALead, 'C0INBOX:1795495640.727000'],
    ])
  })

  it('shows no number on a lock screen, not even one that stands for a name', () => {
    const named = intakeReply({ message: aMessage('offered'), extraction: anExtraction() })
    const numbered = intakeReply({
      message: aMessage('offered'),
      extraction: anExtraction({ contact: { firstName: '7705550123' } }),
    })

    expect(named.text).toBe('Looks like a lead: Jane Smith')
    expect(numbered.text).toBe('Looks like a lead')
  })

  it('offers both of two numbers that fit equally well', () => {
    const choices: Extraction['choices'] = [
      {
        field: 'phone',
        values: [
          { value: '+17705550123', origin: 'in the text' },
          { value: '+14045550188', origin: 'from the signature' },
        ],
      },
    ]

    const reply = intakeReply({ message: aMessage('offered'), extraction: anExtraction({ choices }) })

    expect(shownText(reply.blocks)).toMatch(/0123> or <tel:\+14045550188/u)
  })

  it('shows the address of somebody who left neither number nor email', () => {
    const extraction = anExtraction({ contact: { firstName: 'Jane' } })

    expect(shownText(intakeReply({ message: aMessage('offered'), extraction }).blocks)).toContain(
      '*Jane* · 200 Main St, Marietta · oak',
    )
  })

  it('says who is entering it and still lets others', () => {
    const reply = intakeReply({ message: aMessage('entering'), extraction: anExtraction() })

    expect(shownText(reply.blocks)).toContain(`<@${SAM}> is entering this`)
    expect(buttonLabels(reply.blocks)).toEqual(['Create lead', 'Not a lead'])
  })

  it.each([
    ['entered', `Entered by <@${SAM}>: LH-7K2M9Q`, 'Create another lead'],
    ['not-a-lead', `Not a lead, says <@${SAM}>`, 'Create lead after all'],
  ] as const)('keeps nothing about the customer once it is %s', (state, words, label) => {
    const reply = intakeReply({ message: aMessage(state), extraction: anExtraction(), lead: aLead() })

    expect(shownText(reply.blocks)).toContain(words)
    expect(JSON.stringify(reply)).not.toMatch(/Jane|555|oak/u)
    expect(buttonLabels(reply.blocks)).toEqual([label])
  })

  it('keeps every limit and lets no customer text become markup', () => {
    const wild = fc.record({ firstName: wildText, notes: wildText, street: wildText })

    fc.assert(
      fc.property(wild, ({ firstName, notes, street }) => {
        const extraction = anExtraction({ contact: { firstName }, address: { street }, notes })

        expect(messageFaults(intakeReply({ message: aMessage('entering'), extraction }))).toEqual([])
      }),
    )
  })
})
