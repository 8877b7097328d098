import { AsyncLocalStorage } from 'node:async_hooks'
import { OutsideTransactionError } from './errors.ts'

/** Lives as long as the callback of one transaction. */
export type TransactionScope = { open: boolean }

const scopes = new AsyncLocalStorage<TransactionScope>()

export function runInScope<T>(scope: TransactionScope, work: () => Promise<T>): Promise<T> {
  return scopes.run(scope, work)
}

/** Called wherever a connection of its own is asked for: inside a transaction that would wait for the transaction itself. */
export function refuseInsideTransaction(): void {
  if (scopes.getStore()?.open) throw new OutsideTransactionError()
}
