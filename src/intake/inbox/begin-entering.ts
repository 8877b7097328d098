import type { ExtractInput, Extraction } from '../../extract/extraction.ts'
import { type InboxId, inboxId, type UserId } from '../../lead/ids.ts'
import { present } from '../../lead/present.ts'
import type { InboxMessage, InboxStore } from './ports.ts'
import { wakeReply } from './wake-reply.ts'

export type EnteringDeps = {
  readonly inbox: InboxStore
  readonly read: (input: ExtractInput, channel: string) => Extraction
  readonly now: () => number
}

/** A message as somebody found it who opens the form for it. */
export type Begun = {
  readonly before: InboxMessage
  /** What was read out of it; undefined when it is not kept any more. */
  readonly extraction?: Extraction
}

/** Notes that somebody opens the form for a message. Undefined when the message was never stored. */
export async function beginEntering(
  id: InboxId,
  by: UserId,
  { inbox, read, now }: EnteringDeps,
): Promise<Begun | undefined> {
  const before = await inbox.transaction(async (tx) => {
    const message = await tx.find(id)
    if (!message) return undefined
    // An entered one stays so until the second lead is there, a deleted one for ever.
    if (message.state === 'entered' || message.state === 'deleted') return message
    const changed = await tx.change(message, { state: 'entering', by }, now())
    if (changed) await tx.wake(wakeReply(changed, now()))
    return message
  })
  if (!before) return undefined
  const extraction = before.said && read(before.said.input, before.channel)
  return present({ before, extraction })
}

/** The form was closed: the message stands there again as it was read. False when somebody else has it now, or it is decided. */
export function leaveMessage(id: InboxId, by: UserId, { inbox, read, now }: EnteringDeps): Promise<boolean> {
  return inbox.transaction(async (tx) => {
    const message = await tx.find(id)
    if (message?.state !== 'entering' || message.by !== by) return false
    const isLead = message.said !== undefined && read(message.said.input, message.channel).isLead
    const changed = await tx.change(message, { state: isLead ? 'offered' : 'no-lead' }, now())
    if (changed) await tx.wake(wakeReply(changed, now()))
    return changed !== undefined
  })
}

/** *Not a lead*. False when there is nothing to say any more: a lead was made of it, or it is gone. */
export function dismissMessage(
  id: InboxId,
  by: UserId,
  { inbox, now }: Pick<EnteringDeps, 'inbox' | 'now'>,
): Promise<boolean> {
  return inbox.transaction(async (tx) => {
    const message = await tx.find(inboxId(id))
    if (!message || message.state === 'entered' || message.state === 'deleted') return false
    const changed = await tx.change(message, { state: 'not-a-lead', by }, now())
    if (changed) await tx.wake(wakeReply(changed, now()))
    return changed !== undefined
  })
}
