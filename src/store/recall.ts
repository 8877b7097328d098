import { sql } from 'kysely'
import type { Recalled, RecallQuery } from '../intake/ports.ts'
import { userId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import { type AlikeForm, LIKENESSES, type OldLead } from '../lead/own-memory.ts'
import { houseKey } from '../lead/same-address.ts'
import { idsOfAlike } from './alike-leads.ts'
import { toContactColumns, toLead } from './lead-rows.ts'
import { tracesOf } from './traces.ts'
import type { Session } from './transaction.ts'

// Far more than anybody reads; a property manager's number must not bring thousands.
const MOST = 50

/** What is remembered of a contact and a place. */
export async function recall(session: Session, query: RecallQuery): Promise<Recalled> {
  return {
    leads: await findAlikeLeads(session, query),
    forms: await findForms(session, query),
    older: await findOlder(session, query),
  }
}

/**
 * Keeps others from confirming a lead with the same number, email or house until the transaction has ended: without it, two that are
 * confirmed at the same moment would not see each other. SQLite has one writer anyway.
 */
export async function lockAlike(session: Session, query: RecallQuery): Promise<void> {
  if (!session.locksRows) return
  const { numbers, email, house } = wantedOf(query)
  const keys = [...numbers, email, house].filter((key) => key !== null)
  // Always in the same order: two that hold one lock each would wait for each other.
  for (const key of [...new Set(keys)].toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${query.account}|${key}`}, 0))`.execute(
      session.db,
    )
  }
}

function wantedOf({ contact, address }: RecallQuery) {
  const { phone, mobile, email } = toContactColumns(contact)
  const numbers = [phone, mobile].filter((number) => number !== null)
  return { numbers, email, house: houseKey(address) ?? null }
}

/** See `Recalled.leads`. */
export async function findAlikeLeads({ db }: Session, query: RecallQuery): Promise<readonly Lead[]> {
  const { numbers, email, house } = wantedOf(query)
  if (numbers.length === 0 && email === null && house === null) return []
  const rows = await db
    .selectFrom('leads')
    .selectAll()
    .where('id', 'in', idsOfAlike(db, query.account, { numbers, email, house }))
    .where('confirmed_at', '>=', query.leadsSince)
    .where('state', '!=', 'discarded')
    .orderBy('confirmed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(toLead)
}

async function findForms({ db }: Session, query: RecallQuery): Promise<readonly AlikeForm[]> {
  const { numbers } = wantedOf(query)
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('drafts')
    .select(['taker', 'updated_at'])
    .where('account', '=', query.account)
    .where(({ eb, or }) => or([eb('phone', 'in', numbers), eb('second_phone', 'in', numbers)]))
    .where('updated_at', '>=', query.formsSince)
    .where('state', 'in', ['open', 'submitted'])
    .$if(query.by !== undefined, (some) => some.where('taker', '!=', query.by ?? ''))
    .orderBy('updated_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ taker: userId(row.taker), touchedAt: row.updated_at }))
}

async function findOlder({ db }: Session, query: RecallQuery): Promise<readonly OldLead[]> {
  const traces = await tracesOf(db, query.account, query)
  if (traces.length === 0) return []
  const rows = await db
    .selectFrom('traces')
    .selectAll()
    .where(
      'hash',
      'in',
      traces.map(({ hash }) => hash),
    )
    .where('confirmed_at', '>=', query.olderSince)
    .where('confirmed_at', '<', query.leadsSince)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('leads')
            .select('leads.id')
            .whereRef('leads.id', '=', 'traces.lead_id')
            .where('leads.state', '=', 'discarded'),
        ),
      ),
    )
    .orderBy('confirmed_at', 'desc')
    .limit(MOST)
    .execute()
  return [...Map.groupBy(rows, ({ lead_id }) => lead_id).values()].flatMap((ofLead) => {
    const [first] = ofLead
    if (!first) return []
    const kinds = ofLead.map(({ kind }) => kind)
    const same = LIKENESSES.filter((likeness) => kinds.includes(likeness))
    return [{ taker: userId(first.taker), confirmedAt: first.confirmed_at, same }]
  })
}
