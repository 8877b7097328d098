import { type Kysely, sql } from 'kysely'
import type { DraftStore } from '../intake/ports.ts'
import type { Draft } from '../lead/draft.ts'
import { type DraftId, operationId } from '../lead/ids.ts'
import { toDraft, toDraftRow } from './draft-rows.ts'
import type { Engine } from './engine.ts'
import { createIntakeTransaction } from './intake-transaction.ts'
import { findLead, findLeadByReference, findLeadFrom, listLeads } from './read-leads.ts'
import { recall } from './recall.ts'
import type { Schema } from './schema.ts'
import { runTransaction } from './transaction.ts'

export function createDraftStore(engine: Engine): DraftStore {
  const { db } = engine
  return {
    transaction: (work, lasts) =>
      runTransaction(
        engine,
        engine.limits.confirmWithinMs,
        (session) => work(createIntakeTransaction(session)),
        lasts,
      ),
    insertDraft: async (draft) => {
      // A submit may have rebuilt the draft before the first insert got through: what it wrote is newer.
      await engine.soon
        .insertInto('drafts')
        .values(toDraftRow(draft))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    findDraft: (id) => findDraft(db, id),
    findUnfinished: async (taker, since) => {
      const rows = await db
        .selectFrom('drafts')
        .selectAll()
        .where('taker', '=', taker)
        .where('state', '=', 'submitted')
        .where('updated_at', '>=', since)
        .orderBy('updated_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(toDraft)
    },
    lastOperation: async (taker, account) => {
      const row = await db
        .selectFrom('last_operations')
        .select('operation_id')
        .where('taker', '=', taker)
        .where('account', '=', account)
        .executeTakeFirst()
      return row && operationId(row.operation_id)
    },
    findLead: (id) => findLead(db, id),
    findLeadFrom: (source) => findLeadFrom(db, source),
    findLeadByReference: (wanted) => findLeadByReference(db, wanted),
    listLeads: (filter) => listLeads(db, filter),
    recall: (query) =>
      runTransaction(engine, engine.limits.confirmWithinMs, (session) => recall(session, query)),
    forgetOlder: async (before) => {
      await db.deleteFrom('traces').where('confirmed_at', '<', before).execute()
    },
    forgetForms: async (before, most = 500) => {
      const left = db
        .selectFrom('drafts')
        .select('id')
        .where(LEFT)
        .where('updated_at', '<', before)
        .orderBy('updated_at')
        .limit(most)
      const { numDeletedRows } = await db
        .deleteFrom('drafts')
        .where('id', 'in', left)
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  }
}

// Spelt as in the index, which SQLite takes only for the same words.
const LEFT = sql<boolean>`state in ('open', 'submitted')`

async function findDraft(db: Kysely<Schema>, id: DraftId): Promise<Draft | undefined> {
  const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toDraft(row)
}
