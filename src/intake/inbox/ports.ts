import type { ExtractInput, Extraction } from '../../extract/extraction.ts'
import type { InboxId, LeadId, UserId } from '../../lead/ids.ts'
import type { Lead } from '../../lead/lead.ts'
import type { WakeUp } from '../../lead/wake-up.ts'

/** What a message says, as far as a lead can be read out of it. */
export type Said = {
  readonly input: ExtractInput
  /** The text is missing or cut off: the file has the whole of it. */
  readonly needsFile?: { readonly id: string; readonly url?: string }
  /** Where people read an email in full. */
  readonly link?: string
}

/**
 * stored: to be read. offered: a lead is in it. entering: somebody opened the form. entered: a lead was made of it.
 * not-a-lead: a person said so. no-lead: none was found. twin: an email that had arrived before. deleted: in Slack.
 */
export const INBOX_STATES = [
  'stored',
  'offered',
  'entering',
  'entered',
  'not-a-lead',
  'no-lead',
  'twin',
  'deleted',
] as const
export type InboxState = (typeof INBOX_STATES)[number]

/** A message or email of an intake channel or of the app's direct messages. */
export type InboxMessage = {
  readonly id: InboxId
  readonly channel: string
  readonly ts: string
  readonly state: InboxState
  /** Goes up with each change of what people are to see. */
  readonly version: number
  /** Gone once nothing of it is needed any more, at the latest after `purgeAt`. */
  readonly said?: Said
  /** Digest of an email's Message-ID: an email that arrives twice is one. */
  readonly emailId?: string
  /** Who enters it, entered it, or said that it is no lead. */
  readonly by?: UserId
  /** The newest lead that was made of it. */
  readonly leadId?: LeadId
  /** Our reply in its thread. */
  readonly replyTs?: string
  readonly receivedAt: number
  readonly stateSince: number
  /** When what it says is forgotten. */
  readonly purgeAt: number
}

/** New values; `undefined` takes one away. */
export type InboxChange = {
  readonly state?: InboxMessage['state']
  readonly said?: Said | undefined
  readonly emailId?: string
  readonly by?: UserId
  readonly leadId?: LeadId
}

export type InboxTransaction = {
  /** False when it is there already, by its place or by its email's Message-ID. */
  insert(message: InboxMessage): Promise<boolean>
  /** Held until the end of the transaction. */
  find(id: InboxId): Promise<InboxMessage | undefined>
  findByEmail(emailId: string): Promise<InboxMessage | undefined>
  /** `UPDATE … WHERE id AND version`; undefined when somebody else was faster. */
  change(
    message: Pick<InboxMessage, 'id' | 'version'>,
    change: InboxChange,
    now: number,
  ): Promise<InboxMessage | undefined>
  wake(wakeUp: WakeUp): Promise<void>
}

export type InboxStore = {
  transaction<T>(work: (tx: InboxTransaction) => Promise<T>): Promise<T>
  find(id: InboxId): Promise<InboxMessage | undefined>
  /** Notes where our reply stands (undefined: nowhere any more); gives the message as it is now. */
  noteReply(id: InboxId, replyTs: string | undefined): Promise<InboxMessage | undefined>
  /** Those whose words are kept, newest first. */
  list(filter: {
    readonly state: InboxState
    readonly since: number
    readonly limit: number
  }): Promise<readonly InboxMessage[]>
  /** The `ts` up to which a channel was read; undefined: never yet. */
  cursor(channel: string): Promise<string | undefined>
  setCursor(channel: string, ts: string): Promise<void>
  /** All channels that have a cursor. */
  channelsRead(): Promise<readonly string[]>
  /** Forgets what messages said whose time has come; gives how many. */
  purge(now: number): Promise<number>
}

/** A message as it comes in from Slack. */
export type Arrival = {
  readonly channel: string
  readonly ts: string
  readonly said: Said
  /** RFC 5322 Message-ID of an email. */
  readonly messageId?: string
}

/** Completes what a message says with its email's file. */
export type EmailFiles = {
  /** `mayComeLater`: it could not be had now, but may be later. */
  complete(said: Said): Promise<{
    readonly said: Said
    readonly messageId?: string
    readonly mayComeLater: boolean
  }>
}

/** What our reply under a message shows. */
export type ReplyContent = {
  readonly message: InboxMessage
  readonly extraction?: Extraction
  readonly lead?: Lead
}

export type ReplyOutcome =
  | { readonly kind: 'shown'; readonly ts: string }
  /** The reply that should be updated was deleted. */
  | { readonly kind: 'gone' }
  /** Slack will never take it there; `code` is Slack's. */
  | { readonly kind: 'refused'; readonly code: string }

/** Our replies in threads. All reject when it is worth trying again. */
export type IntakeReplies = {
  /** Posts or, with `replyTs` in the message, updates. */
  show(content: ReplyContent): Promise<ReplyOutcome>
  /** A reply whose answer was lost. */
  findPosted(message: InboxMessage): Promise<string | undefined>
  remove(message: InboxMessage): Promise<void>
}

/** Reads what was said in a channel while nobody listened. */
export type ChannelHistory = {
  /** Whether it is one of the app's direct messages. */
  isDirect(channel: string): boolean
  /** The channel's own messages after `ts`, oldest first. Rejects when not all of them could be read. */
  since(
    channel: string,
    ts: string,
  ): Promise<{ readonly arrivals: readonly Arrival[]; readonly newest?: string }>
}
