import type { Transaction } from 'kysely'
import type { WakeUp } from '../lead/wake-up.ts'
import type { Engine } from './engine.ts'
import { StoreBusyError, TransactionOverError } from './errors.ts'
import type { Schema } from './schema.ts'
import { runInScope, type TransactionScope } from './transaction-scope.ts'

/** What the stores build their transactions of. */
export type Session = {
  /** Throws TransactionOverError once the transaction has ended. */
  readonly db: Transaction<Schema>
  readonly locksRows: boolean
  wake(wakeUp: WakeUp): Promise<void>
}

/**
 * Commits what `work` did, or nothing when it throws. Rejects with StoreBusyError once `withinMs` have passed before everything was ready
 * to be committed; then nothing is written, now or later. `soon`: see `Engine.soon`.
 */
export async function runTransaction<T>(
  engine: Engine,
  withinMs: number,
  work: (session: Session) => Promise<T>,
  lasts?: 'soon',
): Promise<T> {
  const deadline = startDeadline(withinMs)
  const scope: TransactionScope = { open: true }
  let wokenAt = Number.POSITIVE_INFINITY
  const db = lasts === 'soon' ? engine.soon : engine.db
  const transaction = db.transaction().execute(async (tx) => {
    const openTx = () => {
      if (!scope.open) throw new TransactionOverError()
      return tx
    }
    const session: Session = {
      get db() {
        return openTx()
      },
      locksRows: engine.locksRows,
      async wake(wakeUp) {
        await engine.wake(openTx(), wakeUp)
        wokenAt = Math.min(wokenAt, wakeUp.runAt)
      },
    }
    try {
      deadline.check()
      const result = await Promise.race([runInScope(scope, () => work(session)), deadline.passed])
      deadline.check()
      // From here on the commit decides: an answer by the clock could be wrong.
      deadline.lift()
      return result
    } finally {
      scope.open = false
    }
  })
  try {
    // The wait for the database, before `work` begins, counts too.
    const result = await Promise.race([transaction, deadline.passed])
    if (wokenAt < Number.POSITIVE_INFINITY) engine.queue.poke(wokenAt)
    return result
  } finally {
    deadline.lift()
  }
}

function startDeadline(withinMs: number) {
  const endsAt = performance.now() + withinMs
  const { promise, reject } = Promise.withResolvers<never>()
  const tookTooLong = () => new StoreBusyError('Writing took too long and was taken back')
  const timer = setTimeout(() => reject(tookTooLong()), withinMs)
  return {
    /** Rejects when the time is over, unless it was lifted before. */
    passed: promise,
    /** Throws when the time is over; a busy event loop may have kept the timer from firing. */
    check: () => {
      if (performance.now() >= endsAt) throw tookTooLong()
    },
    lift: () => clearTimeout(timer),
  }
}
