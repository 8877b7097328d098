import type { LeadStore } from '../delivery/ports.ts'
import type { Lead } from '../lead/lead.ts'
import { listAttempts } from './attempts.ts'
import { createDeliveryTransaction } from './delivery-transaction.ts'
import type { Engine } from './engine.ts'
import { toLead } from './lead-rows.ts'
import { findLead } from './read-leads.ts'
import { findRivals } from './rivals.ts'
import { runTransaction } from './transaction.ts'

export function createLeadStore(engine: Engine): LeadStore {
  const { db } = engine
  return {
    transaction: (work, lasts) =>
      runTransaction(
        engine,
        engine.limits.writeWithinMs,
        (session) => work(createDeliveryTransaction(session)),
        lasts,
      ),
    findLead: (id) => findLead(db, id),
    attemptsOf: (id) => listAttempts(db, id),
    findStranded: (now, limit) => findStranded(engine, now, limit),
    findBlocked: async (account) => {
      const rows = await db
        .selectFrom('leads')
        .selectAll()
        .where('account', '=', account)
        .where('state', '=', 'waiting')
        .where('because', '=', 'account_blocked')
        .orderBy('confirmed_at')
        .orderBy('id')
        .execute()
      return rows.map(toLead)
    },
    findHeld: async (account, limit) => {
      const rows = await db
        .selectFrom('leads')
        .selectAll()
        .where('account', '=', account)
        .where('state', 'in', ['queued', 'waiting'])
        .where(({ eb, or }) => or([eb('state', '=', 'queued'), eb('because', '=', 'retry')]))
        .orderBy('confirmed_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toLead)
    },
    findRivals: (lead) => findRivals(db, lead),
  }
}

// The sweep comes each minute: a wake-up that is further away is none of this state.
const SOON_MS = 60_000

async function findStranded(engine: Engine, now: number, limit: number): Promise<readonly Lead[]> {
  const rows = await engine.db
    .selectFrom('leads')
    .selectAll()
    .where('state', 'in', ['queued', 'waiting', 'unsure', 'sending'])
    .where(({ and, eb, or }) =>
      or([
        // Without a time: `waiting` waits for its account, `unsure` for a person.
        and([eb('state', '=', 'queued'), eb('retry_at', 'is', null)]),
        and([eb('state', '!=', 'sending'), eb('retry_at', '<=', now)]),
        and([eb('state', '=', 'sending'), eb('lease_until', '<=', now)]),
      ]),
    )
    // Whoever held a lease that has ended may be held up in the middle of its wake-up: it must not keep others from the lead.
    .where(({ or, eb, not }) => or([eb('state', '=', 'sending'), not(engine.isWokenUntil(now + SOON_MS))]))
    .orderBy('confirmed_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toLead)
}
