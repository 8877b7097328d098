import type { Kysely } from 'kysely'
import type { DraftStore, LeadSummary } from '../intake/ports.ts'
import type { LeadId, Reference } from '../lead/ids.ts'
import type { Lead, SourceMessage } from '../lead/lead.ts'
import { toLead } from './lead-rows.ts'
import type { Schema } from './schema.ts'

export async function findLead(db: Kysely<Schema>, id: LeadId): Promise<Lead | undefined> {
  const row = await db.selectFrom('leads').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toLead(row)
}

export async function findLeadByReference(db: Kysely<Schema>, wanted: Reference): Promise<Lead | undefined> {
  const row = await db.selectFrom('leads').selectAll().where('reference', '=', wanted).executeTakeFirst()
  return row && toLead(row)
}

/** The newest lead that was made from the message. */
export async function findLeadFrom(
  db: Kysely<Schema>,
  source: Pick<SourceMessage, 'channel' | 'ts'>,
): Promise<Lead | undefined> {
  const row = await db
    .selectFrom('leads')
    .selectAll()
    .where('source_channel', '=', source.channel)
    .where('source_ts', '=', source.ts)
    .orderBy('confirmed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toLead(row)
}

export async function listLeads(
  db: Kysely<Schema>,
  filter: Parameters<DraftStore['listLeads']>[0],
): Promise<readonly LeadSummary[]> {
  if (filter.states.length === 0) return []
  let query = db.selectFrom('leads').selectAll().where('state', 'in', filter.states)
  if (filter.taker !== undefined) query = query.where('taker', '=', filter.taker)
  if (filter.since !== undefined) query = query.where('confirmed_at', '>=', filter.since)
  const rows = await query.orderBy('confirmed_at').orderBy('id').limit(filter.limit).execute()
  return rows.map(toLead)
}
