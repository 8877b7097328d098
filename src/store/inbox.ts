import type { InboxStore } from '../intake/ports.ts'
import type { Engine } from './engine.ts'
import { toInboxMessage } from './inbox-rows.ts'
import { createInboxTransaction } from './inbox-transaction.ts'
import { runTransaction } from './transaction.ts'

export function createInboxStore(engine: Engine): InboxStore {
  const { db } = engine
  return {
    transaction: (work) =>
      runTransaction(engine, engine.limits.confirmWithinMs, (session) =>
        work(createInboxTransaction(session)),
      ),
    find: async (id) => {
      const row = await db.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toInboxMessage(row)
    },
    noteReply: async (id, replyTs) => {
      const row = await db
        .updateTable('inbox')
        .set({ reply_ts: replyTs ?? null })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      return row && toInboxMessage(row)
    },
    list: async ({ state, since, limit }) => {
      const rows = await db
        .selectFrom('inbox')
        .selectAll()
        .where('state', '=', state)
        .where('said', 'is not', null)
        .where('received_at', '>=', since)
        .orderBy('received_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toInboxMessage)
    },
    cursor: async (channel) => {
      const row = await db
        .selectFrom('inbox_cursors')
        .select('ts')
        .where('channel', '=', channel)
        .executeTakeFirst()
      return row?.ts
    },
    setCursor: async (channel, ts) => {
      await db
        .insertInto('inbox_cursors')
        .values({ channel, ts })
        .onConflict((conflict) => conflict.column('channel').doUpdateSet({ ts }))
        .execute()
    },
    channelsRead: async () => {
      const rows = await db.selectFrom('inbox_cursors').select('channel').orderBy('channel').execute()
      return rows.map(({ channel }) => channel)
    },
    purge: async (now) => {
      const { numUpdatedRows } = await db
        .updateTable('inbox')
        .set({ said: null })
        .where('said', 'is not', null)
        .where('purge_at', '<=', now)
        .executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    },
  }
}
