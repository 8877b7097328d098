import type { ReplyContent } from '../../intake/inbox/ports.ts'
import type { Lead, LeadContent } from '../../lead/lead.ts'
import { present } from '../../lead/present.ts'
import { context } from '../blocks/layout.ts'
import type { Message } from './message.ts'

const LEFT_OUT = '…'
const CONTACTS_IN_TEXT = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d(?:[\s().-]*\d){6,}/gu

/**
 * The lead as people of other companies may read it: who and where about, but not how to reach them nor which house it is. What they need
 * is in their own words: no rule finds every street, gate code and spelled-out number in them.
 */
export function forOutsiders(lead: Lead): Lead {
  const { contact, address, client } = lead.content
  const { firstName, lastName, companyName } = contact
  const { city, state } = address
  return {
    ...lead,
    content: {
      ...lead.content,
      contact: present({ firstName, lastName, companyName }),
      address: present({ city, state }),
      client: withoutReach(client),
      need: '',
    },
    ...(lead.problem && { problem: { ...lead.problem, text: hideContacts(lead.problem.text) } }),
  }
}

/** The same for what is read from a message: it has been seen by those who read it, but not what it was taken for. */
export function replyForOutsiders(content: ReplyContent): ReplyContent {
  const { extraction } = content
  if (!extraction) return content
  const { firstName, lastName, companyName } = extraction.contact
  return {
    ...content,
    extraction: {
      isLead: extraction.isLead,
      contact: present({ firstName, lastName, companyName }),
      address: {},
      choices: [],
      evidence: {},
      cut: extraction.cut,
    },
  }
}

/** What SingleOps calls a client may hold a number too. */
function withoutReach(client: LeadContent['client']): LeadContent['client'] {
  return client.kind === 'existing' ? { ...client, name: hideContacts(client.name) } : client
}

const hideContacts = (text: string): string => text.replaceAll(CONTACTS_IN_TEXT, LEFT_OUT)

/** Says why something is missing. */
export function sayLeftOut(message: Message): Message {
  const why =
    ':lock: Contact details and what they need are left out: people of other workspaces read this channel.'
  return { ...message, blocks: [...message.blocks, context([why], 'left_out')] }
}
