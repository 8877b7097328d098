import type { Transaction } from 'kysely'
import type { Outage } from '../notifications/ports.ts'
import type { Schema } from './schema.ts'

export async function beginOutage(tx: Transaction<Schema>, outage: Outage): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('outages')
    .values({ key: outage.key, since: outage.since })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx.deleteFrom('outage_told').where('outage_key', '=', outage.key).execute()
  return true
}

/** Who was told stays known until the next outage of this kind begins: they are to be told of the end. */
export async function endOutage(tx: Transaction<Schema>, key: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('outages').where('key', '=', key).executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export async function noteTold(tx: Transaction<Schema>, key: string, user: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('outage_told')
    .values({ outage_key: key, person: user })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function listTold(tx: Transaction<Schema>, key: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('outage_told')
    .select('person')
    .where('outage_key', '=', key)
    .orderBy('person')
    .execute()
  return rows.map((row) => row.person)
}
