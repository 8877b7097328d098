import type { Kysely } from 'kysely'
import { type AccountKey, accountKey, type Reference, reference } from '../lead/ids.ts'
import { isFinished, LEAD_STATES } from '../lead/lead.ts'
import type { Schema } from './schema.ts'

export type OpenLeads = {
  readonly account: AccountKey
  readonly references: readonly Reference[]
  /** Epoch ms. */
  readonly oldestConfirmedAt: number
}

/** Leads that are neither delivered nor discarded, by account, oldest first. */
export async function listOpenLeads(db: Kysely<Schema>): Promise<readonly OpenLeads[]> {
  const rows = await db
    .selectFrom('leads')
    .select(['account', 'reference', 'confirmed_at'])
    .where(
      'state',
      'in',
      LEAD_STATES.filter((state) => !isFinished(state)),
    )
    .orderBy('account')
    .orderBy('confirmed_at')
    .execute()
  const byAccount = Map.groupBy(rows, (row) => row.account)
  return [...byAccount].map(([account, leads]) => ({
    account: accountKey(account),
    references: leads.map((lead) => reference(lead.reference)),
    oldestConfirmedAt: Math.min(...leads.map((lead) => lead.confirmed_at)),
  }))
}
