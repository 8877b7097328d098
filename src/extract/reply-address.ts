import type { Mailbox } from './extraction.ts'
import { isFirstName } from './first-names.ts'
import { type Findings, NOTHING } from './found.ts'
import type { Layout } from './layouts/layout.ts'
import { nameOf } from './letter-name.ts'
import type { Mail } from './mail-context.ts'
import { isRelay, isRobot } from './mailbox.ts'
import { isOwnAddress, isOwnName, type OwnFacts } from './own-facts.ts'
import { readNote } from './read-note.ts'
import { isSame } from './signature.ts'

/** What the address for replies says about the customer. */
export function ofReplyTo(mail: Mail, own: OwnFacts): Findings {
  const replyTo = mail.replyTo
  if (!replyTo?.address || isOwnAddress(replyTo.address, own) || isRobot(replyTo)) return NOTHING
  return ofMailbox(replyTo, own)
}

/** What a mailbox of the customer says: an address, and perhaps a name. */
export function ofMailbox(mailbox: Mailbox, own: OwnFacts): Findings {
  if (!mailbox.address || isRelay(mailbox.address)) return NOTHING
  const named =
    mailbox.name && !isOwnName(mailbox.name, own)
      ? readNote(`name is ${mailbox.name}`, own).findings.name
      : undefined
  return {
    ...NOTHING,
    ...(named && { name: { ...named, origin: 'from the reply address' } }),
    email: { value: mailbox.address.toLowerCase(), confidence: 'likely', origin: 'from the reply address' },
  }
}

/** "Dwight Ackerman <7f1c92@reply.…>": a masked address of a marketplace bears the writer's own name. */
export function withSenderName(findings: Findings, mail: Mail, layout: Layout, own: OwnFacts): Findings {
  const [from] = mail.from
  const value = from && !layout.sender.test(from.name ?? '') ? nameOf(from, own) : undefined
  if (layout.kind !== 'marketplace' || !value?.first || !value.last || !isFirstName(value.first))
    return findings
  const said = findings.name?.value
  if (said && !isSame(said, value)) return findings
  return said?.last && said.first
    ? findings
    : { ...findings, name: { value, confidence: 'likely', origin: 'the sender' } }
}
