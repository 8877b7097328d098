import type { InboxMessage, InboxState, Said } from '../intake/ports.ts'
import { inboxId, leadId, userId } from '../lead/ids.ts'
import { present } from '../lead/present.ts'
import type { InboxRow } from './schema.ts'

export function toInboxMessage(row: InboxRow): InboxMessage {
  return present({
    id: inboxId(row.id),
    channel: row.channel,
    ts: row.ts,
    state: row.state as InboxState,
    version: row.version,
    said: row.said === null ? undefined : (JSON.parse(row.said) as Said),
    emailId: row.email_id ?? undefined,
    by: row.by_user === null ? undefined : userId(row.by_user),
    leadId: row.lead_id === null ? undefined : leadId(row.lead_id),
    replyTs: row.reply_ts ?? undefined,
    receivedAt: row.received_at,
    stateSince: row.state_since,
    purgeAt: row.purge_at,
  })
}

export function toInboxRow(message: InboxMessage): InboxRow {
  return {
    id: message.id,
    channel: message.channel,
    ts: message.ts,
    state: message.state,
    version: message.version,
    said: message.said ? JSON.stringify(message.said) : null,
    email_id: message.emailId ?? null,
    by_user: message.by ?? null,
    lead_id: message.leadId ?? null,
    reply_ts: message.replyTs ?? null,
    received_at: message.receivedAt,
    state_since: message.stateSince,
    purge_at: message.purgeAt,
  }
}
