import { isFinished, type Lead } from '../../lead/lead.ts'
import { actions, context, section } from '../blocks/layout.ts'
import { accountLabel } from './account-name.ts'
import { customerLines } from './card.ts'
import { speakableName } from './customer-name.ts'
import { explainState } from './explain-state.ts'
import { leadButtons } from './lead-buttons.ts'
import type { Message, MessageContext } from './message.ts'
import { stateLine, stateWords } from './state-words.ts'

/**
 * The request for a decision in the office channel. Wording: what happened and what to do, then who it is about. Once it is decided
 * only the result stays, without buttons: the first press wins.
 */
export function officeRequest(lead: Lead, ctx: MessageContext): Message {
  return {
    text: `${speakableName(lead)}: ${stateWords(lead)}`,
    blocks: isWaitingForOffice(lead) ? request(lead, ctx) : result(lead, ctx),
  }
}

function request(lead: Lead, ctx: MessageContext): Message['blocks'] {
  return [
    section({ blockId: 'what', text: explainState(lead, ctx) }),
    section({ blockId: 'lead', text: customerLines(lead.content).join('\n') }),
    actions(leadButtons(lead, ctx.settings), 'buttons'),
    context([footer(lead, ctx)], 'reference'),
  ]
}

function result(lead: Lead, ctx: MessageContext): Message['blocks'] {
  const [who] = customerLines(lead.content)
  return [
    section({
      blockId: 'lead',
      text: [who, stateLine(lead, ctx.settings)].filter(Boolean).join('\n'),
    }),
    context([footer(lead, ctx)], 'reference'),
  ]
}

// A lead on its way after a decision shows no buttons, one that waits for the sign-in to be mended does.
function isWaitingForOffice({ state, because }: Lead): boolean {
  if (isFinished(state) || state === 'queued' || state === 'sending') return false
  return state !== 'waiting' || because === 'account_blocked'
}

function footer({ account, taker, reference }: Lead, { settings }: MessageContext): string {
  return [accountLabel(account, settings), `Taken by <@${taker}>`, reference].filter(Boolean).join(' · ')
}
