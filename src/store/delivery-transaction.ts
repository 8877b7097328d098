import type { DeliveryTransaction, LeadChange } from '../delivery/ports.ts'
import { type Lead, TRANSITIONS } from '../lead/lead.ts'
import { toAttemptRow } from './attempts.ts'
import { IllegalTransitionError } from './errors.ts'
import { insertHistory } from './lead-history.ts'
import { toLeadRow } from './lead-rows.ts'
import { dropNulls } from './nulls.ts'
import { findLead } from './read-leads.ts'
import { keepTraces } from './traces.ts'
import type { Session } from './transaction.ts'

export function createDeliveryTransaction(session: Session): DeliveryTransaction {
  return {
    findLead: (id) => findLead(session.db, id),
    changeLead: (lead, change, now) => changeLead(session, lead, change, now),
    insertAttempt: async (attempt) => {
      await session.db.insertInto('attempts').values(toAttemptRow(attempt)).execute()
    },
    settleAttempt: async (id, outcome) => {
      const { numUpdatedRows } = await session.db
        .updateTable('attempts')
        .set({
          outcome: outcome.outcome,
          ended_at: outcome.endedAt,
          job_id: outcome.jobId ?? null,
          error_code: outcome.errorCode ?? null,
        })
        .where('id', '=', id)
        .where('outcome', 'is', null)
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n
    },
    noteKnownClients: async (attemptId, clients) => {
      await session.db
        .updateTable('attempts')
        .set({ known_clients: JSON.stringify(clients) })
        .where('id', '=', attemptId)
        .execute()
    },
    wake: (wakeUp) => session.wake(wakeUp),
    setAccountBlocked: async (account, blocked, now) => {
      if (blocked) {
        const { numInsertedOrUpdatedRows } = await session.db
          .insertInto('blocked_accounts')
          .values({ account, since: now })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
        return numInsertedOrUpdatedRows === 1n
      }
      const { numDeletedRows } = await session.db
        .deleteFrom('blocked_accounts')
        .where('account', '=', account)
        .executeTakeFirstOrThrow()
      return numDeletedRows === 1n
    },
  }
}

/** See the port: `UPDATE … WHERE id AND version`, with a line in the lead's history. */
export async function changeLead(
  session: Session,
  lead: Lead,
  change: LeadChange,
  now: number,
): Promise<Lead | undefined> {
  const moves = change.state !== lead.state
  if (moves && !TRANSITIONS[lead.state].includes(change.state)) {
    throw new IllegalTransitionError(lead.state, change.state)
  }
  const changed: Lead = dropNulls({
    ...lead,
    ...change,
    version: lead.version + 1,
    stateSince: moves ? now : lead.stateSince,
  }) as Lead
  const { id, ...columns } = toLeadRow(changed)
  const { numUpdatedRows } = await session.db
    .updateTable('leads')
    .set(columns)
    .where('id', '=', id)
    .where('version', '=', lead.version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) return undefined
  await insertHistory(session.db, changed, lead, now)
  if (change.content) await keepTraces(session.db, changed)
  return changed
}
