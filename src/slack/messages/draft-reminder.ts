import type { Draft } from '../../lead/draft.ts'
import { button, confirmation } from '../blocks/button.ts'
import { actions, section } from '../blocks/layout.ts'
import { ACTIONS } from '../ids.ts'
import { toShownName } from './customer-name.ts'
import { draftName } from './draft-name.ts'
import type { Message } from './message.ts'

/** The one message about a form that was submitted and never confirmed. Wording: it was not sent; go on or throw it away. */
export function draftReminder(draft: Draft): Message {
  const name = toShownName(draftName(draft))
  const lead = name ? `${name}'s lead` : 'a lead'
  return {
    text: "You began a lead and didn't confirm it. It was not sent.",
    blocks: [
      section({
        blockId: 'draft',
        text: `You began ${lead} and didn't confirm it, so it was *not sent*. Home keeps it for a while.`,
      }),
      actions(draftButtons(draft), 'buttons'),
    ],
  }
}

/** *Continue* and *Discard*; also on Home. The value is the draft's id. */
export function draftButtons({ id }: Pick<Draft, 'id'>) {
  return [
    button({ text: 'Continue', actionId: ACTIONS.continueDraft, value: id, style: 'primary' }),
    button({
      text: 'Discard',
      actionId: ACTIONS.discardDraft,
      value: id,
      confirm: confirmation({
        title: 'Discard this draft?',
        text: "What was entered is thrown away. This can't be undone.",
        confirm: 'Discard',
        deny: 'Keep it',
        style: 'danger',
      }),
    }),
  ]
}
