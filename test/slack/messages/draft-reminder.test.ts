import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftReminder } from '../../../src/slack/messages/draft-reminder.ts'
import { messageFaults } from '../blocks/block-faults.ts'
import { buttonLabels, buttonsOf, shownText } from '../blocks/shown-text.ts'
import { aDraft } from './a-lead.ts'
import { wildText } from './wild-lead.ts'

describe('draftReminder', () => {
  it('says that nothing was sent, and lets go on or throw away', () => {
    const draft = aDraft()

    const { blocks } = draftReminder(draft)

    expect(shownText(blocks)).toContain(
      "You began Jane Smith's lead and didn't confirm it, so it was *not sent*.",
    )
    expect(buttonLabels(blocks)).toEqual(['Continue', 'Discard'])
    expect(buttonsOf(blocks).map((one) => one.value)).toEqual([draft.id, draft.id])
  })

  it('speaks of "a lead" where there is no name yet', () => {
    expect(shownText(draftReminder(aDraft({ entry: { phone: '770-555-0123' } })).blocks)).toContain(
      'You began a lead and',
    )
  })

  it('keeps the customer off lock screens', () => {
    expect(draftReminder(aDraft()).text).toBe("You began a lead and didn't confirm it. It was not sent.")
  })

  it('keeps every limit, whatever was typed', () => {
    fc.assert(
      fc.property(wildText, (name) => {
        expect(messageFaults(draftReminder(aDraft({ entry: { name } })))).toEqual([])
      }),
    )
  })
})
