import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { button } from '../../../src/slack/blocks/button.ts'
import { input, textInput } from '../../../src/slack/blocks/input.ts'
import { actions, context, header, section } from '../../../src/slack/blocks/layout.ts'
import { BLOCK_LIMITS } from '../../../src/slack/blocks/limits.ts'
import { option, optionGroups } from '../../../src/slack/blocks/option.ts'
import { mrkdwn, plain } from '../../../src/slack/blocks/text.ts'
import { escapeText, toLink } from '../../../src/slack/escape.ts'
import { wildText } from '../messages/wild-lead.ts'

const FAMILY = '👩‍👩‍👧‍👦'

describe('text', () => {
  it('puts a dash where there is nothing, which Slack refuses', () => {
    expect([plain('').text, plain(' \n').text, mrkdwn('').text]).toEqual(['–', '–', '–'])
  })

  it('is cut between graphemes', () => {
    expect(plain(FAMILY.repeat(10), 75).text).toBe(`${FAMILY.repeat(6)}…`)
  })

  it('is never cut inside a link or an entity', () => {
    const pieces = fc.array(
      fc.oneof(
        wildText.map((text) => escapeText(text)),
        fc.constant(toLink('https://x.example/a?b=1', 'here')),
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(pieces, fc.integer({ min: 2, max: 3000 }), (parts, cap) => {
        const { text } = mrkdwn(parts.join(''), cap)

        expect(text.length).toBeLessThanOrEqual(cap)
        expect(text.replaceAll(/<[^<>]*>|&(amp|lt|gt);/gu, '')).not.toMatch(/[<>&]/u)
      }),
    )
  })
})

describe('blocks', () => {
  it('cut every text at its own limit', () => {
    const long = 'x'.repeat(9000)

    const lengths = [
      section({ text: long }).text?.text,
      header(long).text.text,
      button({ text: long, actionId: 'a' }).text.text,
      button({ text: 'a', actionId: 'a', value: long }).value,
      option({ text: long, value: 'a' }).text.text,
      input({ blockId: 'b', label: long, element: textInput({ actionId: 'a' }) }).label.text,
      textInput({ actionId: 'a', placeholder: long }).placeholder?.text,
      textInput({ actionId: 'a', initial: long }).initial_value,
      textInput({ actionId: 'a', initial: long, maxLength: 41 }).initial_value,
    ].map((text) => text?.length)

    expect(lengths).toEqual([3000, 150, 75, 2000, 73, 2000, 150, 3000, 41])
  })

  it('take no more elements than Slack', () => {
    const many = Array.from({ length: 60 }, (_, at) => button({ text: 'a', actionId: `a${at}` }))

    expect(actions(many).elements).toHaveLength(BLOCK_LIMITS.actionsElements)
    expect(context(many.map(() => 'a')).elements).toHaveLength(BLOCK_LIMITS.contextElements)
    expect(section({ text: 'a', fields: many.map(() => 'a') }).fields).toHaveLength(
      BLOCK_LIMITS.sectionFields,
    )
  })

  it('drop a web address that is too long instead of cutting it', () => {
    expect(
      button({ text: 'Open', actionId: 'a', url: `https://x.example/${'x'.repeat(3000)}` }),
    ).not.toHaveProperty('url')
  })

  it('are called by what stands on them first, so that who speaks to their phone can say what they read', () => {
    const spoken = button({ text: 'Add my notes to it', actionId: 'a', about: 'LH-7K2M9Q' })

    expect(spoken.accessibility_label).toBe('Add my notes to it: LH-7K2M9Q')
    expect(button({ text: 'Open', actionId: 'a' })).not.toHaveProperty('accessibility_label')
  })

  it('leave out an initial value that is empty, which Slack refuses', () => {
    expect(textInput({ actionId: 'a', initial: '' })).not.toHaveProperty('initial_value')
  })
})

describe('optionGroups', () => {
  it('spreads two hundred operations over groups that a menu takes', () => {
    const options = Array.from({ length: 250 }, (_, at) =>
      option({ text: `Operation ${at}`, value: `${at}` }),
    )

    const groups = optionGroups(options)

    expect(groups.map((group) => group.options.length)).toEqual([100, 100, 50])
    expect(groups[0]?.label.text).toBe('Operation 0 … Operation 99')
  })
})
