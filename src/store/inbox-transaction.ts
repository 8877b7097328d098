import type { InboxMessage, InboxTransaction } from '../intake/ports.ts'
import { present } from '../lead/present.ts'
import { toInboxMessage, toInboxRow } from './inbox-rows.ts'
import type { Session } from './transaction.ts'

export function createInboxTransaction(session: Session): InboxTransaction {
  return {
    insert: async (message) => {
      // Either of the two: the message itself was stored before, or the email was, in another message.
      const { numInsertedOrUpdatedRows } = await session.db
        .insertInto('inbox')
        .values(toInboxRow(message))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },
    find: async (id) => {
      const query = session.db.selectFrom('inbox').selectAll().where('id', '=', id)
      const row = await (session.locksRows ? query.forUpdate() : query).executeTakeFirst()
      return row && toInboxMessage(row)
    },
    findByEmail: async (emailId) => {
      const row = await session.db
        .selectFrom('inbox')
        .selectAll()
        .where('email_id', '=', emailId)
        .executeTakeFirst()
      return row && toInboxMessage(row)
    },
    change: async ({ id, version }, change, now) => {
      const row = await session.db.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row || row.version !== version) return undefined
      const before = toInboxMessage(row)
      const isNewState = change.state !== undefined && change.state !== before.state
      const stateSince = isNewState ? now : before.stateSince
      const changed: InboxMessage = present({ ...before, ...change, version: version + 1, stateSince })
      // What our reply is stands aside from all this: it may be noted at the same time.
      const { reply_ts: _, ...columns } = toInboxRow(changed)
      const { numUpdatedRows } = await session.db
        .updateTable('inbox')
        .set(columns)
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n ? changed : undefined
    },
    wake: (wakeUp) => session.wake(wakeUp),
  }
}
