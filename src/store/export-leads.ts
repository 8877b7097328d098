import type { Kysely } from 'kysely'
import type { Lead } from '../lead/lead.ts'
import { toLead } from './lead-rows.ts'
import type { AttemptRow, LeadHistoryRow, Schema } from './schema.ts'

export type LeadRecord = {
  readonly lead: Lead
  readonly history: readonly Omit<LeadHistoryRow, 'lead_id'>[]
  readonly attempts: readonly Omit<AttemptRow, 'lead_id' | 'known_clients' | 'owner' | 'id'>[]
}

const PAGE = 200

/** All leads with their history, oldest first, a page at a time. */
export async function* exportLeads(db: Kysely<Schema>): AsyncGenerator<LeadRecord> {
  let after = { at: -1, id: '' }
  for (;;) {
    const { at, id } = after
    const rows = await db
      .selectFrom('leads')
      .selectAll()
      .where((where) =>
        where.or([
          where('confirmed_at', '>', at),
          where.and([where('confirmed_at', '=', at), where('id', '>', id)]),
        ]),
      )
      .orderBy('confirmed_at')
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield* await withHistory(db, rows.map(toLead))
    after = { at: last.confirmed_at, id: last.id }
  }
}

async function withHistory(db: Kysely<Schema>, leads: readonly Lead[]): Promise<LeadRecord[]> {
  const ids = leads.map(({ id }) => id)
  const history = await db
    .selectFrom('lead_history')
    .selectAll()
    .where('lead_id', 'in', ids)
    .orderBy('version')
    .execute()
  const attempts = await db
    .selectFrom('attempts')
    .select(['lead_id', 'number', 'started_at', 'ended_at', 'outcome', 'job_id', 'error_code'])
    .where('lead_id', 'in', ids)
    .orderBy('number')
    .execute()
  const ofLead = <Row extends { lead_id: string }>(rows: readonly Row[], lead: Lead) =>
    rows.filter((row) => row.lead_id === lead.id).map(({ lead_id: _, ...rest }) => rest)
  return leads.map((lead) => ({ lead, history: ofLead(history, lead), attempts: ofLead(attempts, lead) }))
}
