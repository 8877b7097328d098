import type { PostStore } from '../notifications/ports.ts'
import type { Engine } from './engine.ts'
import { createNotificationTransaction } from './notification-transaction.ts'
import { toPost } from './post-rows.ts'
import { findLead } from './read-leads.ts'
import { runTransaction } from './transaction.ts'

export function createPostStore(engine: Engine): PostStore {
  const { db } = engine
  return {
    transaction: (work, lasts) =>
      runTransaction(
        engine,
        engine.limits.writeWithinMs,
        (session) => work(createNotificationTransaction(session)),
        lasts,
      ),
    findPost: async (id) => {
      const row = await db.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toPost(row)
    },
    findLead: (id) => findLead(db, id),
    postsOf: async (id) => {
      const rows = await db.selectFrom('posts').selectAll().where('lead_id', '=', id).orderBy('id').execute()
      return rows.map(toPost)
    },
    countWaiting: async (account, taker) => {
      const row = await db
        .selectFrom('leads')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('taker', '=', taker)
        .where('state', 'in', ['queued', 'waiting'])
        .where('account', '=', account)
        .executeTakeFirstOrThrow()
      return row.waiting
    },
    findStuck: async (before) => {
      const { leads, since } = await db
        .selectFrom('leads')
        .select(({ fn }) => [
          fn.countAll<number>().as('leads'),
          fn.min<number | null>(fn.coalesce('retry_at', 'state_since')).as('since'),
        ])
        .where(({ and, eb, or }) =>
          or([
            and([eb('state', 'in', ['queued', 'sending']), eb('state_since', '<=', before)]),
            and([eb('state', 'in', ['waiting', 'unsure']), eb('retry_at', '<=', before)]),
          ]),
        )
        .executeTakeFirstOrThrow()
      return since === null ? undefined : { leads, since }
    },
  }
}
