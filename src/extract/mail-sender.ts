import { isAlertSender } from './alert-sender.ts'
import type { ExtractInput, Mailbox } from './extraction.ts'
import { findLayout } from './layouts/known-layouts.ts'
import type { Layout } from './layouts/layout.ts'
import { domainOf, isRobot } from './mailbox.ts'
import { isOwnAddress, type OwnFacts, squash } from './own-facts.ts'

type Mail = Extract<ExtractInput, { kind: 'email' }>

/** The sender of an unknown service is read like one that we know never to be a person. */
export function asRobots(mail: Mail, own: OwnFacts): Mail {
  const [from, ...others] = mail.from
  if (!from || !isAlertSender(from, mail.subject ?? '', mail.text ?? '', own)) return mail
  return { ...mail, from: [{ ...from, address: `notifications@${domainOf(from.address)}` }, ...others] }
}

/** A service is no customer, however it is called. */
export function withBrandOf(from: Mailbox | undefined, own: OwnFacts): OwnFacts {
  const label = squash(domainOf(from?.address)?.split('.').at(-2) ?? '')
  const isService = from !== undefined && isRobot(from) && !findLayout(from, '') && label.length >= 5
  return isService && !isOwnAddress(from.address, own) ? { ...own, names: [...own.names, label] } : own
}

/** "Working capital for Cedar Hollow" speaks of us, not of a cedar. */
export function withoutRecipient(text: string, mail: Mail): string {
  return mail.to.reduce((rest, { name = '' }) => {
    const [first = '', second = ''] = name.trim().split(/\s+/u)
    const short = `${first} ${second}`.trim()
    return short.length < 5 ? rest : rest.replaceAll(name.trim(), 'us').replaceAll(short, 'us')
  }, text)
}

/** The known layout of a mail, by its sender, its subject or what it says. */
export function findLayoutOf(
  from: Mailbox | undefined,
  subject: string,
  text: string,
  own: OwnFacts,
): Layout | undefined {
  const isTheirRobot =
    from !== undefined && (isRobot(from) || isProduct(from)) && !isOwnAddress(from.address, own)
  // "Missed call", "New voicemail": what the sender's name leaves open, the subject says.
  const bySender = findLayout(from, '') ?? (isTheirRobot ? findLayout({ name: subject }, '') : undefined)
  if (bySender) return isOwnAddress(from?.address, own) ? undefined : bySender
  return isRobotic(from, own) ? findLayout(undefined, text) : undefined
}

// "Chime Notes <notes@chimenotes.example>": nobody is called like the domain.
function isProduct({ name = '', address }: Mailbox): boolean {
  const label = squash(domainOf(address)?.split('.').at(-2) ?? '')
  const called = squash(name)
  return called.length > 4 && label.length > 4 && (called === label || called.startsWith(label))
}

/** Whether nobody writes from there: unknown, a program, or our own website. */
export const isRobotic = (from: Mailbox | undefined, own: OwnFacts): boolean =>
  from === undefined || isRobot(from) || isOwnAddress(from.address, own)
