import { createHmac, randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Lead } from '../lead/lead.ts'
import type { Likeness } from '../lead/own-memory.ts'
import { addressKeys } from '../lead/same-address.ts'
import { toContactColumns } from './lead-rows.ts'
import type { Schema } from './schema.ts'

type Kind = Exclude<Likeness, 'house'>
export type Trace = { readonly hash: string; readonly kind: Kind }

/** Keeps that there was a lead with this number, email and address, in a form that outlives the lead and says nothing by itself. */
export async function keepTraces(tx: Transaction<Schema>, lead: Lead): Promise<void> {
  const traces = await hash(tx, lead.account, valuesOf(lead.content, 'kept'))
  if (traces.length === 0) return
  const { id, taker, confirmedAt } = lead
  await tx
    .insertInto('traces')
    .values(traces.map((trace) => ({ ...trace, lead_id: id, taker, confirmed_at: confirmedAt })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The hashes under which leads with this contact or address may be remembered. */
export function tracesOf(
  tx: Transaction<Schema>,
  account: Lead['account'],
  about: Pick<Lead['content'], 'contact' | 'address'>,
): Promise<readonly Trace[]> {
  return hash(tx, account, valuesOf(about, 'asked'))
}

type Value = { readonly kind: Kind; readonly value: string }

async function hash(
  tx: Transaction<Schema>,
  account: Lead['account'],
  values: readonly Value[],
): Promise<readonly Trace[]> {
  if (values.length === 0) return []
  const key = await traceKey(tx)
  return values.map(({ kind, value }) => ({
    kind,
    // A phone number alone could be found by trying all of them; with the key it can't.
    hash: createHmac('sha256', key).update(`${account}|${kind}|${value}`).digest('hex'),
  }))
}

function valuesOf(
  { contact, address }: Pick<Lead['content'], 'contact' | 'address'>,
  use: 'kept' | 'asked',
): Value[] {
  const { phone, mobile, email } = toContactColumns(contact)
  return [
    ...new Set([phone, mobile])
      .values()
      .flatMap((value) => (value ? [{ kind: 'phone' as const, value }] : [])),
    ...(email ? [{ kind: 'email' as const, value: email }] : []),
    ...addressKeys(address)[use].map((value) => ({ kind: 'address' as const, value })),
  ]
}

const KEY = 'trace key'

/** Made at the first use; of several processes that make one at once, the first one's counts for all. */
async function traceKey(tx: Transaction<Schema>): Promise<string> {
  const known = await readKey(tx).executeTakeFirst()
  if (known) return known.value
  await tx
    .insertInto('secrets')
    .values({ name: KEY, value: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await readKey(tx).executeTakeFirstOrThrow()).value
}

function readKey(tx: Transaction<Schema>) {
  return tx.selectFrom('secrets').select('value').where('name', '=', KEY)
}
