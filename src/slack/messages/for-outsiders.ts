import type { Lead } from '../../lead/lead.ts'
import { present } from '../../lead/present.ts'
import { context } from '../blocks/layout.ts'
import type { Message } from './message.ts'

const LEFT_OUT = '…'
const CONTACTS_IN_TEXT = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d(?:[\s().-]*\d){6,}/gu

/** The lead as people of other companies may read it: who and what, but not how to reach them nor which house it is. */
export function withoutContact(lead: Lead): Lead {
  const { contact, address, need } = lead.content
  const { firstName, lastName, companyName } = contact
  const { city, state } = address
  return {
    ...lead,
    content: {
      ...lead.content,
      contact: present({ firstName, lastName, companyName }),
      address: present({ city, state }),
      need: withoutStreet(need.replaceAll(CONTACTS_IN_TEXT, LEFT_OUT), address.street),
    },
  }
}

function withoutStreet(text: string, street: string | undefined): string {
  return street ? text.replaceAll(street, LEFT_OUT) : text
}

/** Says why something is missing. */
export function sayLeftOut(message: Message): Message {
  const why = ':lock: Contact details are left out: people of other workspaces read this channel.'
  return { ...message, blocks: [...message.blocks, context([why], 'left_out')] }
}
