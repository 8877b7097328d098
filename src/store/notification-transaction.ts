import type { LeadId } from '../lead/ids.ts'
import type { NotificationTransaction, Place, Post } from '../notifications/ports.ts'
import { toLead } from './lead-rows.ts'
import { beginOutage, endOutage, listTold, noteTold } from './outages.ts'
import { toPost, toPostId, toPostRow } from './post-rows.ts'
import type { Session } from './transaction.ts'

export function createNotificationTransaction(session: Session): NotificationTransaction {
  return {
    want: (leadId, place, leadVersion) => want(session, leadId, place, leadVersion),
    changePost: (post, change) => changePost(session, post, change),
    holdLead: async (id) => {
      const query = session.db.selectFrom('leads').selectAll().where('id', '=', id)
      const row = await (session.locksRows ? query.forShare() : query).executeTakeFirst()
      return row && toLead(row)
    },
    isBlocked: async (account) => {
      const row = await session.db
        .selectFrom('blocked_accounts')
        .select('account')
        .where('account', '=', account)
        .executeTakeFirst()
      return row !== undefined
    },
    beginOutage: (outage) => beginOutage(session.db, outage),
    endOutage: (key) => endOutage(session.db, key),
    noteTold: (key, user) => noteTold(session.db, key, user),
    toldOf: (key) => listTold(session.db, key),
    wake: (wakeUp) => session.wake(wakeUp),
  }
}

async function want(
  session: Session,
  leadId: LeadId,
  place: Place,
  leadVersion: number,
): Promise<Post | undefined> {
  const fresh: Post = {
    id: toPostId(leadId, place),
    leadId,
    place,
    version: 1,
    wanted: leadVersion,
    shown: 0,
    tries: 0,
    unknown: false,
  }
  const row = await session.db
    .insertInto('posts')
    .values(toPostRow(fresh))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(({ eb, ref }) => ({
          wanted: ref('excluded.wanted'),
          version: eb('posts.version', '+', 1),
        }))
        .whereRef('posts.wanted', '<', 'excluded.wanted'),
    )
    .returningAll()
    .executeTakeFirst()
  return row && toPost(row)
}

async function changePost(
  session: Session,
  post: Post,
  change: Parameters<NotificationTransaction['changePost']>[1],
): Promise<Post | undefined> {
  const row = await session.db
    .updateTable('posts')
    .set({
      version: post.version + 1,
      shown: changed(change.shown, post.shown) ?? 0,
      channel: changed(change.channel, post.channel),
      ts: changed(change.ts, post.ts),
      lease_until: changed(change.leaseUntil, post.leaseUntil),
      owner: changed(change.owner, post.owner),
      tries: changed(change.tries, post.tries) ?? 0,
      refused: changed(change.refused, post.refused),
      unknown: changed(change.unknown, post.unknown) ? 1 : 0,
    })
    .where('id', '=', post.id)
    .where('version', '=', post.version)
    .returningAll()
    .executeTakeFirst()
  return row && toPost(row)
}

/** Undefined leaves the value as it was, null takes it away. */
function changed<Value>(change: Value | null | undefined, before: Value | undefined): Value | null {
  return change === undefined ? (before ?? null) : change
}
