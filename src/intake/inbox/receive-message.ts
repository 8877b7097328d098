import { createHash } from 'node:crypto'
import { inboxId } from '../../lead/ids.ts'
import { present } from '../../lead/present.ts'
import type { Arrival, InboxMessage, InboxStore, Said } from './ports.ts'
import { wakeReply } from './wake-reply.ts'

export type ReceiveDeps = { readonly inbox: InboxStore; readonly now: () => number }

// Long enough for the slowest office to come back to an email; the email itself stays in Slack.
const KEPT_MS = 30 * 24 * 3_600_000

/** Stores a message and the job that reads it, once only. False when it was there before. */
export function receiveMessage(arrival: Arrival, { inbox, now }: ReceiveDeps): Promise<boolean> {
  const message = toMessage(arrival, now())
  return inbox.transaction(async (tx) => {
    if (!(await tx.insert(message))) return false
    await tx.wake(wakeReply(message, now()))
    return true
  })
}

/** Takes a changed text over. A message that was never stored stays so: it is older than the app, or about to be read. */
export function editMessage(arrival: Arrival, { inbox, now }: ReceiveDeps): Promise<boolean> {
  return inbox.transaction(async (tx) => {
    const message = await tx.find(inboxId(arrival))
    if (!message || message.state === 'deleted' || message.state === 'twin') return false
    if (message.said && isSame(message.said, arrival.said)) return false
    // Whoever is entering it, or has entered it, keeps what they saw; whoever comes next sees the new text.
    const isOpen = message.state === 'offered' || message.state === 'no-lead'
    const state = isOpen ? 'stored' : message.state
    const changed = await tx.change(message, { state, said: arrival.said }, now())
    if (changed) await tx.wake(wakeReply(changed, now()))
    return changed !== undefined
  })
}

/** Forgets what a message said that was deleted in Slack. */
export function removeMessage(
  place: Pick<Arrival, 'channel' | 'ts'>,
  { inbox, now }: ReceiveDeps,
): Promise<boolean> {
  return inbox.transaction(async (tx) => {
    const message = await tx.find(inboxId(place))
    if (!message || message.state === 'deleted') return false
    // That a lead was made of it remains true.
    const state = message.state === 'entered' ? 'entered' : 'deleted'
    const changed = await tx.change(message, { state, said: undefined }, now())
    if (changed) await tx.wake(wakeReply(changed, now()))
    return changed !== undefined
  })
}

/** A Message-ID may name people and hosts: only what tells two apart is kept. */
export const toEmailId = (messageId: string): string =>
  createHash('sha256').update(messageId.trim().replace(/^<|>$/gu, '')).digest('hex')

function toMessage({ channel, ts, said, messageId }: Arrival, now: number): InboxMessage {
  return present({
    id: inboxId({ channel, ts }),
    channel,
    ts,
    state: 'stored' as const,
    version: 1,
    said,
    emailId: messageId?.trim() ? toEmailId(messageId) : undefined,
    receivedAt: now,
    stateSince: now,
    purgeAt: now + KEPT_MS,
  })
}

// The email's file comes again with each event, in other words about itself: only the text of the mail and its kind count.
const isSame = (one: Said, other: Said): boolean =>
  one.input.kind === 'email'
    ? other.input.kind === 'email' && (other.needsFile !== undefined || hasSameText(one, other))
    : other.input.kind === 'text' && one.input.text === other.input.text

function hasSameText({ input: one }: Said, { input: other }: Said): boolean {
  if (one.kind !== 'email' || other.kind !== 'email') return false
  return one.subject === other.subject && one.text === other.text && one.html === other.html
}
