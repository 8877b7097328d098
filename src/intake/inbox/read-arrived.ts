import type { ExtractInput, Extraction } from '../../extract/extraction.ts'
import { inboxId, type LeadId } from '../../lead/ids.ts'
import type { Lead } from '../../lead/lead.ts'
import { present } from '../../lead/present.ts'
import type { WakeUp } from '../../lead/wake-up.ts'
import type { EmailFiles, InboxMessage, InboxStore, IntakeReplies, Said } from './ports.ts'
import { toEmailId } from './receive-message.ts'

export type InboxLog = {
  info(data: object, message: string): void
  warn(data: object, message: string): void
}

export type ReadDeps = {
  readonly inbox: InboxStore
  readonly files: EmailFiles
  readonly replies: IntakeReplies
  readonly read: (input: ExtractInput, channel: string) => Extraction
  readonly findLead: (id: LeadId) => Promise<Lead | undefined>
  readonly now: () => number
  readonly log: InboxLog
}

/** The whole of an email can't be had yet; the job comes again. */
export class EmailNotThereYetError extends Error {
  override name = 'EmailNotThereYetError'
  readonly code = 'email_not_there_yet'
}

// Slack gives an email's file a moment after its message. After that what is there is read, and the form says so.
const WAIT_FOR_FILE_MS = 5 * 60_000
// A message that keeps changing brings jobs of its own.
const MOST_UPDATES = 5

/** Reads a stored message, then brings our reply to it up to date. Rejects when it has to come again. */
export async function readArrived({ subject }: WakeUp, deps: ReadDeps): Promise<void> {
  const found = await deps.inbox.find(inboxId(subject))
  if (!found) return
  if (found.state !== 'stored') return showReply(found, deps, { mayBePosted: true })
  const read = await readStored(found, deps)
  if (read) await showReply(read, deps, { mayBePosted: false })
}

async function readStored(message: InboxMessage, deps: ReadDeps): Promise<InboxMessage | undefined> {
  const { inbox, now, log } = deps
  const { said, messageId } = await completeSaid(message, deps)
  if (!said) return undefined
  const { isLead } = deps.read(said.input, message.channel)
  const emailId = messageId ? toEmailId(messageId) : undefined
  const changed = await inbox.transaction(async (tx) => {
    const twin = emailId && !message.emailId ? await tx.findByEmail(emailId) : undefined
    if (twin && twin.id !== message.id) {
      return tx.change(message, { state: 'twin', said: undefined }, now())
    }
    const state = isLead ? 'offered' : 'no-lead'
    // Talk among colleagues is nobody's business here; an email is listed for the office.
    const kept = isLead || said.input.kind === 'email' ? said : undefined
    const known = message.emailId ?? emailId
    return tx.change(message, { state, said: kept, ...(known && { emailId: known }) }, now())
  })
  log.info({ inboxId: message.id, state: changed?.state }, 'message read')
  return changed
}

async function completeSaid(
  message: InboxMessage,
  { files, now }: ReadDeps,
): Promise<{ readonly said?: Said; readonly messageId?: string }> {
  const { said, receivedAt } = message
  if (!said?.needsFile) return present({ said })
  const whole = await files.complete(said)
  if (whole.mayComeLater && now() - receivedAt < WAIT_FOR_FILE_MS) {
    throw new EmailNotThereYetError("Slack doesn't give the whole email yet")
  }
  return whole
}

/**
 * Shows in the thread what is true of the message. Two jobs of one message may do so at the same time: whoever finds it changed after
 * its update does it again, so that the reply ends with the last state.
 */
async function showReply(
  first: InboxMessage,
  deps: ReadDeps,
  { mayBePosted }: { readonly mayBePosted: boolean },
): Promise<void> {
  let shown = first
  // The answer to an earlier post may have been lost: look before posting again, or before leaving an old one there.
  if (mayBePosted && !isSilent(first) && first.replyTs === undefined) {
    const replyTs = await deps.replies.findPosted(first)
    if (replyTs !== undefined) shown = (await deps.inbox.noteReply(first.id, replyTs)) ?? first
  }
  for (let updates = 0; updates < MOST_UPDATES; updates += 1) {
    const after = await showOnce(shown, deps)
    if (!after || after.version === shown.version) return
    shown = after
  }
}

/** Gives the message as it is afterwards. */
async function showOnce(message: InboxMessage, deps: ReadDeps): Promise<InboxMessage | undefined> {
  const { inbox, replies, log } = deps
  const { id, state, replyTs, said } = message
  if (isSilent(message)) {
    if (replyTs === undefined || state === 'stored') return inbox.find(id)
    await replies.remove(message)
    return inbox.noteReply(id, undefined)
  }
  // A form that was opened otherwise needs no reply: the lead brings its own.
  if (replyTs === undefined && state !== 'offered') return inbox.find(id)
  const lead = message.leadId && (await deps.findLead(message.leadId))
  const extraction = said && deps.read(said.input, message.channel)
  const outcome = await replies.show(present({ message, extraction, lead }))
  if (outcome.kind === 'refused') {
    log.warn({ inboxId: id, code: outcome.code }, 'reply not shown')
    return inbox.find(id)
  }
  return inbox.noteReply(id, outcome.kind === 'shown' ? outcome.ts : undefined)
}

const isSilent = ({ state }: InboxMessage): boolean =>
  state === 'no-lead' || state === 'twin' || state === 'deleted' || state === 'stored'
