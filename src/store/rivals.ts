import type { Kysely } from 'kysely'
import type { Lead } from '../lead/lead.ts'
import { idsOfAlike } from './alike-leads.ts'
import { toContactColumns, toLead } from './lead-rows.ts'
import type { Schema } from './schema.ts'

/**
 * Other leads whose attempts may have made the client that a search finds under this lead's contact. An attempt with `retry` or
 * `blocked` surely made nothing; a refusal may leave the client behind.
 */
export async function findRivals(db: Kysely<Schema>, lead: Lead): Promise<readonly Lead[]> {
  const { phone, mobile, email } = toContactColumns(lead.content.contact)
  const numbers = [phone, mobile].filter((number) => number !== null)
  if (numbers.length === 0 && email === null) return []
  const rows = await db
    .selectFrom('leads')
    .selectAll()
    .where('id', 'in', idsOfAlike(db, lead.account, { numbers, email }))
    .where('id', '!=', lead.id)
    .where('client_kind', '=', 'new')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('attempts')
          .select('attempts.id')
          .whereRef('attempts.lead_id', '=', 'leads.id')
          .where(({ eb, or }) =>
            or([
              eb('attempts.outcome', 'is', null),
              eb('attempts.outcome', 'in', ['delivered', 'unsure', 'refused']),
            ]),
          ),
      ),
    )
    .orderBy('confirmed_at')
    .orderBy('id')
    .execute()
  return rows.map(toLead)
}
