import { createHmac, randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Contact } from '../lead/contact.ts'
import type { Lead } from '../lead/lead.ts'
import type { Likeness } from '../lead/own-memory.ts'
import { addressKey } from '../lead/same-address.ts'
import { toContactColumns } from './lead-rows.ts'
import type { Schema } from './schema.ts'

type Kind = Exclude<Likeness, 'house'>
export type Trace = { readonly hash: string; readonly kind: Kind }

/** Keeps that there was a lead with this number, email and address, in a form that outlives the lead and says nothing by itself. */
export async function keepTraces(tx: Transaction<Schema>, lead: Lead): Promise<void> {
  const traces = await tracesOf(tx, lead.account, lead.content)
  if (traces.length === 0) return
  const { id, taker, confirmedAt } = lead
  await tx
    .insertInto('traces')
    .values(traces.map((trace) => ({ ...trace, lead_id: id, taker, confirmed_at: confirmedAt })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The hashes under which leads with this contact or address are remembered. */
export async function tracesOf(
  tx: Transaction<Schema>,
  account: Lead['account'],
  { contact, address }: Pick<Lead['content'], 'contact' | 'address'>,
): Promise<readonly Trace[]> {
  const values = [...contactValues(contact), { kind: 'address' as const, value: addressKey(address) }]
  const known = values.filter(({ value }) => Boolean(value))
  if (known.length === 0) return []
  const key = await traceKey(tx)
  return known.map(({ kind, value }) => ({
    kind,
    // A phone number alone could be found by trying all of them; with the key it can't.
    hash: createHmac('sha256', key).update(`${account}|${kind}|${value}`).digest('hex'),
  }))
}

function contactValues(contact: Contact): { kind: Kind; value: string | null }[] {
  const { phone, mobile, email } = toContactColumns(contact)
  const numbers = [...new Set([phone, mobile])]
  return [...numbers.map((value) => ({ kind: 'phone' as const, value })), { kind: 'email', value: email }]
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
