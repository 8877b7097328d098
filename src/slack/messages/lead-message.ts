import type { Lead } from '../../lead/lead.ts'
import type { Place } from '../../notifications/ports.ts'
import { card } from './card.ts'
import type { Message, MessageContext } from './message.ts'
import { officeRequest } from './office-request.ts'
import { takerDm } from './taker-dm.ts'
import { threadReply } from './thread-reply.ts'

/** What stands about a lead in each kind of place. */
export const LEAD_MESSAGES: Readonly<Record<Place['kind'], (lead: Lead, ctx: MessageContext) => Message>> = {
  card,
  thread: threadReply,
  taker: takerDm,
  office: officeRequest,
}
