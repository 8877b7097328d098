import type { Kysely } from 'kysely'
import { clientId, jobId, type LeadId, leadId } from '../lead/ids.ts'
import type { Attempt, OutcomeKind } from '../lead/lead.ts'
import { dropNulls } from './nulls.ts'
import type { AttemptRow, Schema } from './schema.ts'

/** Oldest first. */
export async function listAttempts(db: Kysely<Schema>, id: LeadId): Promise<readonly Attempt[]> {
  const rows = await db
    .selectFrom('attempts')
    .selectAll()
    .where('lead_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(toAttempt)
}

export function toAttemptRow(attempt: Attempt): AttemptRow {
  return {
    id: attempt.id,
    lead_id: attempt.leadId,
    number: attempt.number,
    owner: attempt.owner,
    started_at: attempt.startedAt,
    ended_at: attempt.endedAt ?? null,
    outcome: attempt.outcome ?? null,
    job_id: attempt.jobId ?? null,
    error_code: attempt.errorCode ?? null,
    known_clients: attempt.knownClients ? JSON.stringify(attempt.knownClients) : null,
  }
}

function toAttempt(row: AttemptRow): Attempt {
  return {
    id: row.id,
    leadId: leadId(row.lead_id),
    number: row.number,
    owner: row.owner,
    startedAt: row.started_at,
    ...dropNulls({
      endedAt: row.ended_at,
      outcome: row.outcome as OutcomeKind | null,
      jobId: row.job_id === null ? null : jobId(row.job_id),
      errorCode: row.error_code,
      knownClients:
        row.known_clients === null ? null : (JSON.parse(row.known_clients) as string[]).map(clientId),
    }),
  }
}
