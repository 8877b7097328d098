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
 * Commits what `work` did, or nothing when it throws. Rejects with StoreBusyError, and nothing written, when it took longer than the
 * engine allows: a person waits for the answer.
 */
export async function runTransaction<T>(engine: Engine, work: (session: Session) => Promise<T>): Promise<T> {
  const deadline = performance.now() + engine.transactionMs
  const scope: TransactionScope = { open: true }
  let woke = false
  const result = await engine.db.transaction().execute(async (tx) => {
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
        woke = true
      },
    }
    try {
      return await beforeDeadline(deadline, () => runInScope(scope, () => work(session)))
    } finally {
      scope.open = false
    }
  })
  if (woke) engine.queue.poke()
  return result
}

async function beforeDeadline<T>(deadline: number, work: () => Promise<T>): Promise<T> {
  const leftMs = deadline - performance.now()
  if (leftMs <= 0) throw tookTooLong()
  const tooLate = Promise.withResolvers<never>()
  const timer = setTimeout(() => tooLate.reject(tookTooLong()), leftMs)
  try {
    const result = await Promise.race([work(), tooLate.promise])
    // A busy event loop may have kept the timer from firing.
    if (performance.now() >= deadline) throw tookTooLong()
    return result
  } finally {
    clearTimeout(timer)
  }
}

function tookTooLong(): StoreBusyError {
  return new StoreBusyError('The transaction took too long and was taken back')
}
