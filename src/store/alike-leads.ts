import type { Kysely } from 'kysely'
import type { AccountKey } from '../lead/ids.ts'
import type { Schema } from './schema.ts'

/** What leads can be alike in, as their columns have it; at least one of them. */
export type Likeness = {
  readonly numbers: readonly string[]
  readonly email: string | null
  readonly house?: string | null
}

/**
 * The ids of an account's leads with any of these, as a subquery. Each is looked up by its own index: one condition with `or` is looked up
 * by the account alone, which reads all its leads.
 */
export function idsOfAlike(db: Kysely<Schema>, account: AccountKey, likeness: Likeness) {
  const { numbers, email, house = null } = likeness
  const ids = db.selectFrom('leads').select('id').where('account', '=', account)
  return [
    ...(numbers.length > 0 ? [ids.where('phone', 'in', numbers), ids.where('mobile', 'in', numbers)] : []),
    ...(email === null ? [] : [ids.where('email', '=', email)]),
    ...(house === null ? [] : [ids.where('house', '=', house)]),
  ].reduce((all, some) => all.union(some))
}
