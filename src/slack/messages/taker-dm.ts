import type { Lead } from '../../lead/lead.ts'
import { actions, context, section } from '../blocks/layout.ts'
import { speakableName } from './customer-name.ts'
import { explainState } from './explain-state.ts'
import { leadButtons } from './lead-buttons.ts'
import type { Message, MessageContext } from './message.ts'
import { stateWords } from './state-words.ts'

/** The direct message to the taker. Wording: what happened, what to do, the reference last. */
export function takerDm(lead: Lead, ctx: MessageContext): Message {
  const buttons = leadButtons(lead, ctx.settings)
  return {
    text: `${speakableName(lead)}: ${stateWords(lead)}`,
    blocks: [
      section({ blockId: 'lead', text: explainState(lead, ctx) }),
      ...(buttons.length > 0 ? [actions(buttons, 'buttons')] : []),
      context([lead.reference], 'reference'),
    ],
  }
}
