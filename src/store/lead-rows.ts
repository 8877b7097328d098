import type { Contact } from '../lead/contact.ts'
import { accountKey, draftId, jobId, leadId, reference, userId } from '../lead/ids.ts'
import type { Lead, LeadContent, LeadState, WaitingBecause } from '../lead/lead.ts'
import { houseKey } from '../lead/same-address.ts'
import { dropNulls } from './nulls.ts'
import type { LeadRow } from './schema.ts'

export function toLeadRow(lead: Lead): LeadRow {
  return {
    id: lead.id,
    reference: lead.reference,
    account: lead.account,
    draft_id: lead.draftId,
    taker: lead.taker,
    state: lead.state,
    version: lead.version,
    content: JSON.stringify(lead.content),
    client_kind: lead.content.client.kind,
    ...toContactColumns(lead.content.contact),
    house: houseKey(lead.content.address) ?? null,
    source_channel: lead.source?.channel ?? null,
    source_ts: lead.source?.ts ?? null,
    source_thread_ts: lead.source?.threadTs ?? null,
    confirmed_at: lead.confirmedAt,
    state_since: lead.stateSince,
    retry_at: lead.retryAt ?? null,
    because: lead.because ?? null,
    owner: lead.owner ?? null,
    lease_until: lead.leaseUntil ?? null,
    attempts: lead.attempts,
    looks: lead.looks,
    job_id: lead.jobId ?? null,
    problem: lead.problem ? JSON.stringify(lead.problem) : null,
    decided_by: lead.decidedBy ? JSON.stringify(lead.decidedBy) : null,
  }
}

export function toLead(row: LeadRow): Lead {
  return {
    id: leadId(row.id),
    reference: reference(row.reference),
    account: accountKey(row.account),
    draftId: draftId(row.draft_id),
    taker: userId(row.taker),
    state: row.state as LeadState,
    version: row.version,
    content: JSON.parse(row.content) as LeadContent,
    ...dropNulls({
      source: toSource(row),
      retryAt: row.retry_at,
      because: row.because as WaitingBecause | null,
      owner: row.owner,
      leaseUntil: row.lease_until,
      jobId: row.job_id === null ? null : jobId(row.job_id),
      problem: row.problem === null ? null : (JSON.parse(row.problem) as NonNullable<Lead['problem']>),
      decidedBy:
        row.decided_by === null ? null : (JSON.parse(row.decided_by) as NonNullable<Lead['decidedBy']>),
    }),
    confirmedAt: row.confirmed_at,
    stateSince: row.state_since,
    attempts: row.attempts,
    looks: row.looks,
  }
}

function toSource(row: LeadRow): NonNullable<Lead['source']> | null {
  if (row.source_channel === null || row.source_ts === null) return null
  return {
    channel: row.source_channel,
    ts: row.source_ts,
    ...dropNulls({ threadTs: row.source_thread_ts }),
  }
}

/** The contact in the one spelling in which two leads of the same customer are equal. */
export function toContactColumns(contact: Contact): Pick<LeadRow, 'phone' | 'mobile' | 'email'> {
  return {
    phone: withoutExtension(contact.phone),
    mobile: withoutExtension(contact.mobile),
    email: contact.email?.trim().toLowerCase() || null,
  }
}

function withoutExtension(number: string | undefined): string | null {
  return number?.replace(/\s*ext.*$/u, '') || null
}
