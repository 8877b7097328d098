import { type Kysely, sql, type Transaction } from 'kysely'
import type { LeadContent } from '../lead/lead.ts'
import { isFinished, LEAD_STATES } from '../lead/lead.ts'
import type { LeadRow, Schema } from './schema.ts'

const ERASED = '(erased)'
const FINISHED = LEAD_STATES.filter(isFinished)

/** What is left of a lead whose customer is forgotten: what it was counted by. */
export function withoutCustomer(content: LeadContent): LeadContent {
  const { client, operation, source } = content
  return {
    client: client.kind === 'existing' ? { ...client, name: ERASED, newFacts: [] } : { kind: client.kind },
    contact: {},
    address: {},
    operation,
    jobName: ERASED,
    need: ERASED,
    customValues: [],
    ...(source && { source }),
  }
}

/** Takes the customer out of finished leads and deletes their forms; open leads are left alone. Gives how many were changed. */
export async function eraseLeads(
  tx: Kysely<Schema> | Transaction<Schema>,
  leads: readonly Pick<LeadRow, 'id' | 'draft_id' | 'content'>[],
): Promise<number> {
  let erased = 0
  for (const { id, draft_id, content } of leads) {
    const left = JSON.stringify(withoutCustomer(JSON.parse(content) as LeadContent))
    const { numUpdatedRows } = await tx
      .updateTable('leads')
      .set({ content: left, phone: null, mobile: null, email: null, house: null, problem: null, erased: 1 })
      .where('id', '=', id)
      .where('state', 'in', FINISHED)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) continue
    erased += 1
    await tx.deleteFrom('drafts').where('id', '=', draft_id).execute()
  }
  return erased
}

// Spelt as in the index, which SQLite takes only for the same words.
const TO_ERASE = sql<boolean>`erased = 0 and state in ('delivered', 'discarded')`

/** Leads that were finished before `before` and still name their customer; at most so many at a time. */
export async function purgeFinished(db: Kysely<Schema>, before: number, most = 200): Promise<number> {
  const rows = await db
    .selectFrom('leads')
    .select(['id', 'draft_id', 'content'])
    .where(TO_ERASE)
    .where('state_since', '<', before)
    .orderBy('state_since')
    .limit(most)
    .execute()
  return rows.length === 0 ? 0 : db.transaction().execute((tx) => eraseLeads(tx, rows))
}
