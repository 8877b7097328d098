import type { Extraction } from '../../extract/extraction.ts'
import type { InboxMessage, ReplyContent } from '../../intake/inbox/ports.ts'
import { formatAddress } from '../../lead/address.ts'
import { contactName } from '../../lead/contact.ts'
import { button } from '../blocks/button.ts'
import { actions, context, section } from '../blocks/layout.ts'
import { escapeLine } from '../escape.ts'
import { ACTIONS } from '../ids.ts'
import { toShownName } from './customer-name.ts'
import { phoneLink, reachLinks } from './links.ts'
import type { Message } from './message.ts'
import { shownNeed } from './need.ts'

const NEED_CAP = 100
const PLACE_CAP = 120

/**
 * Our reply under a message with a lead in it. Wording: who, the number, what they want, on one line; then who is at it. Once the lead
 * is in, or is none, nothing about the customer stands there any more. A notification never shows a number.
 */
export function intakeReply({ message, extraction, lead }: ReplyContent): Message {
  const who = message.by ? `<@${message.by}>` : 'somebody'
  switch (message.state) {
    case 'entered':
      return closed(message, `Entered by ${who}: ${lead?.reference ?? 'a lead'}`, 'Create another lead')
    case 'not-a-lead':
      return closed(message, `Not a lead, says ${who}`, 'Create lead after all')
    case 'entering':
      return open(
        message,
        extraction,
        `:pencil2: ${who} is entering this, since ${clockTime(message.stateSince)}`,
      )
    default:
      return open(message, extraction)
  }
}

/** A time of day in the reader's own zone. */
export const clockTime = (at: number, format = '{time}'): string =>
  `<!date^${Math.floor(at / 1000)}^${format}|earlier>`

function open(message: InboxMessage, extraction: Extraction | undefined, state?: string): Message {
  const isTaken = state !== undefined
  return {
    text: notification(extraction),
    blocks: [
      section({ blockId: 'lead', text: extraction ? leadLine(extraction) : 'A lead' }),
      ...(isTaken ? [context([state], 'state')] : []),
      actions(
        [
          button({
            text: 'Create lead',
            actionId: ACTIONS.createFromMessage,
            value: message.id,
            ...(!isTaken && { style: 'primary' as const }),
          }),
          button({ text: 'Not a lead', actionId: ACTIONS.notALead, value: message.id }),
        ],
        'buttons',
      ),
    ],
  }
}

function closed(message: InboxMessage, text: string, again: string): Message {
  return {
    text,
    blocks: [
      context([text], 'state'),
      actions([button({ text: again, actionId: ACTIONS.createFromMessage, value: message.id })], 'buttons'),
    ],
  }
}

/** "Jane Smith · 770-555-0123 · oak on fence"; what is missing is left out. */
function leadLine({ contact, address, choices, notes }: Extraction): string {
  const name = toShownName(contactName(contact))
  const numbers = choices.find(({ field }) => field === 'phone')?.values.map(({ value }) => phoneLink(value))
  const reach = numbers?.filter(Boolean).join(' or ') || reachLinks(contact)
  // Who can't be reached may still be visited.
  const place = reach ? '' : escapeLine(formatAddress(address), PLACE_CAP)
  const parts = [name && `*${name}*`, reach, place, notes && shownNeed(notes, NEED_CAP)]
  return parts.filter(Boolean).join(' · ') || 'A lead'
}

function notification(extraction: Extraction | undefined): string {
  const name = extraction && toShownName(contactName(extraction.contact))
  return name && !/\d{5}/u.test(name) ? `Looks like a lead: ${name}` : 'Looks like a lead'
}
