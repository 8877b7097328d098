import type { ExtractInput, Extraction } from '../../extract/extraction.ts'
import type { InboxId, LeadId, UserId } from '../../lead/ids.ts'
import type { Lead } from '../../lead/lead.ts'
import type { WakeUp } from '../../lead/wake-up.ts'
import type { Log } from '../../ops/log.ts'
import { type Begun, beginEntering, dismissMessage, leaveMessage } from './begin-entering.ts'
import { closeGaps, watchChannel } from './close-gaps.ts'
import type { Arrival, ChannelHistory, EmailFiles, InboxMessage, InboxStore, IntakeReplies } from './ports.ts'
import { readArrived } from './read-arrived.ts'
import { editMessage, receiveMessage, removeMessage } from './receive-message.ts'

export type InboxDeps = {
  readonly inbox: InboxStore
  readonly files: EmailFiles
  readonly replies: IntakeReplies
  readonly history: ChannelHistory
  /** Read again for gaps. */
  readonly channels: readonly string[]
  readonly read: (input: ExtractInput, channel: string) => Extraction
  readonly findLead: (id: LeadId) => Promise<Lead | undefined>
  /** Epoch ms. */
  readonly now: () => number
  readonly log: Log
}

/** What comes in by the intake channel and by direct message. Rejects when the store did not do its part. */
export type Inbox = {
  /** Stores a message once; the job reads it. */
  receive(arrival: Arrival): Promise<boolean>
  edit(arrival: Arrival): Promise<boolean>
  remove(place: Pick<Arrival, 'channel' | 'ts'>): Promise<boolean>
  /** Notes that somebody opens the form for it; gives it as it was before. Without I/O but for one transaction. */
  begin(id: InboxId, by: UserId): Promise<Begun | undefined>
  /** Notes that this person closed the form for it without a lead. False when somebody else has it, or it is decided. */
  leave(id: InboxId, by: UserId): Promise<boolean>
  dismiss(id: InboxId, by: UserId): Promise<boolean>
  /** Emails without a lead, newest first. */
  withoutLead(): Promise<readonly InboxMessage[]>
  /** From now on a direct message's channel is read again after gaps; intake channels always are. */
  watch(channel: string): Promise<void>
  /** Reads again what may have been missed. Never at the same time twice; a failure is logged and made up for next time. */
  closeGaps(): Promise<void>
  /** Lets a reading end that is under way. */
  stop(): Promise<void>
  readonly handlers: { readonly 'read-message': (wakeUp: WakeUp) => Promise<void> }
}

const LISTED_FOR_MS = 7 * 24 * 3_600_000
// One more than Home has room for: then it can say that there are more.
const LISTED = 21

export function createInbox(deps: InboxDeps): Inbox {
  const { inbox, now, log } = deps
  let closing: Promise<void> | undefined

  async function readAgain(): Promise<void> {
    try {
      const { stored, failures } = await closeGaps(deps)
      for (const failure of failures) log.warn(failure, 'channel could not be read again')
      if (stored > 0) log.warn({ stored }, 'messages were missed and are read now')
      const forgotten = await inbox.purge(now())
      if (forgotten > 0) log.info({ forgotten }, 'old messages forgotten')
    } catch (err) {
      log.warn({ err }, 'what was missed could not be read again')
    } finally {
      closing = undefined
    }
  }

  return {
    receive: (arrival) => receiveMessage(arrival, deps),
    edit: (arrival) => editMessage(arrival, deps),
    remove: (place) => removeMessage(place, deps),
    begin: (id, by) => beginEntering(id, by, deps),
    leave: (id, by) => leaveMessage(id, by, deps),
    dismiss: (id, by) => dismissMessage(id, by, deps),
    withoutLead: () => inbox.list({ state: 'no-lead', since: now() - LISTED_FOR_MS, limit: LISTED }),
    watch: (channel) => watchChannel(channel, deps),
    closeGaps() {
      closing ??= readAgain()
      return closing
    },
    stop: async () => closing,
    handlers: { 'read-message': (wakeUp) => readArrived(wakeUp, deps) },
  }
}
