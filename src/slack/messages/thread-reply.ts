import type { Lead } from '../../lead/lead.ts'
import { context } from '../blocks/layout.ts'
import type { Message, MessageContext } from './message.ts'
import { stateLine, stateWords } from './state-words.ts'

/**
 * The reply under the message that a lead was made from. Wording: reference, state and taker, no contact data: the thread may be read
 * by more people than the lead channel.
 */
export function threadReply(lead: Lead, { settings }: Pick<MessageContext, 'settings'>): Message {
  return {
    text: `${lead.reference} · ${stateWords(lead)} · taken by <@${lead.taker}>`,
    blocks: [
      context([`${lead.reference} · ${stateLine(lead, settings)} · taken by <@${lead.taker}>`], 'lead'),
    ],
  }
}
