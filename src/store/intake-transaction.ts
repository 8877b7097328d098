import type { IntakeTransaction, NewLead } from '../intake/ports.ts'
import type { Draft } from '../lead/draft.ts'
import type { DraftId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import { present } from '../lead/present.ts'
import { changeLead } from './delivery-transaction.ts'
import { toDraft, toDraftRow } from './draft-rows.ts'
import { DraftAlreadyConfirmedError } from './errors.ts'
import { createInboxTransaction } from './inbox-transaction.ts'
import { insertHistory } from './lead-history.ts'
import { toLeadRow } from './lead-rows.ts'
import { findLead } from './read-leads.ts'
import { findAlikeLeads, lockAlike, recall } from './recall.ts'
import { keepTraces } from './traces.ts'
import type { Session } from './transaction.ts'

export function createIntakeTransaction(session: Session): IntakeTransaction {
  // Nobody else can change what this transaction has read: on Postgres the row is locked, SQLite has one writer.
  const read = new Map<DraftId, Draft>()
  const find = async (id: DraftId): Promise<Draft | undefined> => {
    const draft = read.get(id) ?? (await findDraft(session, id))
    if (draft) read.set(id, draft)
    return draft
  }
  return {
    findDraft: find,
    changeDraft: async (id, change, now, ifRevision) => {
      const draft = await find(id)
      if (!draft || (ifRevision !== undefined && draft.revision !== ifRevision)) return undefined
      const changed: Draft = present({ ...draft, ...change, updatedAt: now })
      const { id: _, ...columns } = toDraftRow(changed)
      await session.db.updateTable('drafts').set(columns).where('id', '=', id).execute()
      read.set(id, changed)
      return changed
    },
    insertLead: (lead) => insertLead(session, lead),
    findLead: (id) => findLead(session.db, id),
    recall: (query) => recall(session, query),
    takeAlone: async (query) => {
      await lockAlike(session, query)
      return findAlikeLeads(session, query)
    },
    amendLead: (lead, change, now) => changeLead(session, lead, { ...change, state: lead.state }, now),
    rememberOperation: async (taker, account, operation) => {
      await session.db
        .insertInto('last_operations')
        .values({ taker, account, operation_id: operation })
        .onConflict((conflict) =>
          conflict.columns(['taker', 'account']).doUpdateSet({ operation_id: operation }),
        )
        .execute()
    },
    wake: (wakeUp) => session.wake(wakeUp),
    inbox: createInboxTransaction(session),
  }
}

/** Locks the draft until the end of the transaction: a second confirm waits and then sees what the first one wrote. */
async function findDraft(session: Session, id: DraftId): Promise<Draft | undefined> {
  const query = session.db.selectFrom('drafts').selectAll().where('id', '=', id)
  const row = await (session.locksRows ? query.forUpdate() : query).executeTakeFirst()
  return row && toDraft(row)
}

async function insertLead(session: Session, fresh: NewLead): Promise<Lead | undefined> {
  const lead: Lead = { ...fresh, version: 1, stateSince: fresh.confirmedAt, attempts: 0, looks: 0 }
  // "Do nothing" because on Postgres a violated constraint would spoil the whole transaction.
  const { numInsertedOrUpdatedRows } = await session.db
    .insertInto('leads')
    .values(toLeadRow(lead))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) {
    await insertHistory(session.db, lead, undefined, lead.confirmedAt)
    await keepTraces(session.db, lead)
    return lead
  }
  const earlier = await session.db
    .selectFrom('leads')
    .select('id')
    .where('draft_id', '=', lead.draftId)
    .executeTakeFirst()
  if (earlier) throw new DraftAlreadyConfirmedError(earlier.id)
  return undefined
}
