import type { Mailbox } from '../extraction.ts'
import { domainOf, isPublicDomain, isRobot } from '../mailbox.ts'
import { ANSWERING_SERVICES, ROUTERS } from './answering-services.ts'
import { CALLS, TEXT_MESSAGES } from './calls.ts'
import { CHATS } from './chats.ts'
import { FORMS } from './forms.ts'
import type { Layout } from './layout.ts'
import { MARKETPLACES } from './marketplaces.ts'

/** Every sender that is known by name; the first that fits counts. */
export const LAYOUTS: readonly Layout[] = [
  ...MARKETPLACES,
  ...ANSWERING_SERVICES,
  ...CALLS,
  ...TEXT_MESSAGES,
  ...FORMS,
  ...CHATS,
  ...ROUTERS,
]

/** The layout of a sender; without one, of the words in the text, as in a forward. */
export function findLayout(sender: Mailbox | undefined, text: string): Layout | undefined {
  // "Jane Crisp <jane@gmail.com>" is a person.
  const isPerson =
    sender?.address !== undefined && isPublicDomain(domainOf(sender.address) ?? '') && !isRobot(sender)
  const from = sender && !isPerson ? `${sender.name ?? ''} <${sender.address ?? ''}>` : ''
  const bySender = from === '' ? undefined : LAYOUTS.find((layout) => layout.sender.test(from))
  return bySender ?? LAYOUTS.find((layout) => layout.body?.test(text))
}
