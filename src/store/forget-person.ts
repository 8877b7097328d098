import type { Kysely, Transaction } from 'kysely'
import { accountKey } from '../lead/ids.ts'
import { isFinished, type LeadState } from '../lead/lead.ts'
import { eraseLeads } from './erase-lead.ts'
import type { Schema } from './schema.ts'
import { tracesOf } from './traces.ts'

export type Forgotten = {
  /** How many leads, forms and messages named the person and don't any more. */
  readonly leads: number
  readonly forms: number
  readonly messages: number
  /** Leads on their way: they have to end first. */
  readonly open: readonly string[]
  /** References of the erased leads, and where Slack shows them still. */
  readonly references: readonly string[]
  readonly shown: readonly { readonly channel: string; readonly ts: string }[]
}

/** By whom a person is known: the digits of a number without its country, or an email in lower case. */
export type PersonKey = { readonly kind: 'phone' | 'email'; readonly value: string }

/** Erases a person wherever the number or email stands, in whatever spelling. */
export async function forgetPerson(db: Kysely<Schema>, key: PersonKey): Promise<Forgotten> {
  return db.transaction().execute(async (tx) => {
    const all = await tx
      .selectFrom('leads')
      .select(['id', 'reference', 'draft_id', 'content', 'phone', 'mobile', 'email', 'state', 'account'])
      .execute()
    const leads = all.filter((row) => names(row, key))
    const open = leads.filter(({ state }) => !isFinished(state as LeadState))
    const finished = leads.filter(({ state }) => isFinished(state as LeadState))
    const ids = finished.map(({ id }) => id)
    await eraseLeads(tx, finished)
    if (ids.length > 0) await tx.deleteFrom('traces').where('lead_id', 'in', ids).execute()
    await forgetTraces(tx, key, new Set(all.map(({ account }) => account)))
    const shown =
      ids.length === 0
        ? []
        : await tx.selectFrom('posts').select(['channel', 'ts']).where('lead_id', 'in', ids).execute()

    const openDrafts = new Set(open.map(({ draft_id }) => draft_id))
    const drafts = (await tx.selectFrom('drafts').select(['id', 'body']).execute()).filter(
      ({ id, body }) => !openDrafts.has(id) && says(body, key),
    )
    for (const { id } of drafts) await tx.deleteFrom('drafts').where('id', '=', id).execute()
    const messages = (
      await tx.selectFrom('inbox').select(['id', 'said']).where('said', 'is not', null).execute()
    ).filter(({ said }) => says(said ?? '', key))
    for (const { id } of messages) {
      await tx.updateTable('inbox').set({ said: null }).where('id', '=', id).execute()
    }
    return {
      leads: finished.length,
      forms: drafts.length,
      messages: messages.length,
      open: open.map(({ reference }) => reference),
      references: finished.map(({ reference }) => reference),
      shown: shown.flatMap(({ channel, ts }) => (channel && ts ? [{ channel, ts }] : [])),
    }
  })
}

/** Of leads that don't name the person any more themselves. */
async function forgetTraces(
  tx: Transaction<Schema>,
  { kind, value }: PersonKey,
  accounts: ReadonlySet<string>,
): Promise<void> {
  const contact = kind === 'email' ? { email: value } : { phone: `+1${value}` }
  for (const account of accounts) {
    const traces = await tracesOf(tx, accountKey(account), { contact, address: {} })
    const hashes = traces.map(({ hash }) => hash)
    if (hashes.length > 0) await tx.deleteFrom('traces').where('hash', 'in', hashes).execute()
  }
}

type Named = {
  readonly content: string
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
}

function names({ content, phone, mobile, email }: Named, key: PersonKey): boolean {
  return says([phone, mobile, email, content].filter((part) => part !== null).join('\n'), key)
}

// Between the digits of a number people write blanks, brackets, dots and dashes.
const BETWEEN_DIGITS = String.raw`[\s().\-/]*`

function says(text: string, { kind, value }: PersonKey): boolean {
  if (kind === 'email') {
    const at = new RegExp(`(?<![\\w.+-])${RegExp.escape(value)}(?![\\w-]|\\.\\w)`, 'iu')
    return at.test(text)
  }
  return new RegExp(`(?<!\\d)(?:\\+?1${BETWEEN_DIGITS})?${[...value].join(BETWEEN_DIGITS)}(?!\\d)`, 'u').test(
    text,
  )
}
