import type { Kysely, RawBuilder, SqlBool, Transaction } from 'kysely'
import type { Queue } from '../delivery/ports.ts'
import type { WakeUp } from '../lead/wake-up.ts'
import type { Check } from '../ops/check.ts'
import type { Schema } from './schema.ts'
import type { StoreSettings } from './settings.ts'

/** `poke` looks again for what is due, at `runAt` when that is still to come: after a commit, or when the clock of a test was moved. */
export type StoreQueue = Queue & { poke(runAt?: number): void }

/** All in which SQLite and Postgres differ. */
export type Engine = {
  readonly db: Kysely<Schema>
  /**
   * The same, faster, for what may be taken back by a power cut, together with all that was written after it: nobody was told of it, and
   * no call to Slack or SingleOps relies on it. On Postgres there is no difference.
   */
  readonly soon: Kysely<Schema>
  readonly queue: StoreQueue
  readonly checks: readonly Check[]
  /** How long a transaction may take, from its call to its commit. */
  readonly limits: Pick<StoreSettings, 'confirmWithinMs' | 'writeWithinMs'>
  /** Writes a wake-up with everything else of the transaction; a key that was used before is ignored. */
  wake(tx: Transaction<Schema>, wakeUp: WakeUp): Promise<void>
  /** Whether a delivery or look-up comes until `at` for the row of `leads` that the query is at. */
  isWokenUntil(at: number): RawBuilder<SqlBool>
  /** Reads a row that is about to be changed: Postgres locks it, SQLite has one writer anyway. */
  readonly locksRows: boolean
  close(): Promise<void>
}
