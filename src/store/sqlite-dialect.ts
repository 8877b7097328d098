import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { StoreBusyError, UnfitBindError } from './errors.ts'
import { isBusy } from './sqlite-errors.ts'
import { refuseInsideTransaction } from './transaction-scope.ts'

/** kysely on one `DatabaseSync`; `busyForMs` is how long a lock of another program is waited out. */
export function createSqliteDialect(database: DatabaseSync, busyForMs: number): Dialect {
  return dialectOn(new Line(database, busyForMs, () => undefined), 'full')
}

/**
 * Two ways to write to one file. What goes through `db` is on disk once it is committed. What goes through `soon` is on disk with the next
 * commit of `db`: the death of the process takes nothing of it, a power cut may take back its end, never something from its middle.
 * `wrote` is called after each statement that may have written something.
 */
export function createSqliteDialects(
  database: DatabaseSync,
  busyForMs: number,
  wrote: () => void = () => undefined,
): { readonly db: Dialect; readonly soon: Dialect } {
  const line = new Line(database, busyForMs, wrote)
  return { db: dialectOn(line, 'full'), soon: dialectOn(line, 'normal') }
}

function dialectOn(line: Line, sync: Sync): Dialect {
  return {
    createAdapter: () => new OneAtATimeAdapter(),
    createDriver: () => new SqliteDriver(line, sync),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** As SQLite calls them: with write-ahead logging, `full` syncs each commit and `normal` none. */
type Sync = 'full' | 'normal'

/** The one connection, and who waits for it. */
class Line {
  readonly database: DatabaseSync
  readonly #connection: SqliteConnection
  // SQLite's own default, which the engine asks for by name too.
  #sync: Sync = 'full'
  #busy = false
  readonly #waiting: (() => void)[] = []

  constructor(database: DatabaseSync, busyForMs: number, wrote: () => void) {
    this.database = database
    this.#connection = new SqliteConnection(database, busyForMs, wrote)
  }

  async take(sync: Sync): Promise<DatabaseConnection> {
    if (this.#busy) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#busy = true
    if (this.#sync !== sync) this.database.exec(`pragma synchronous = ${sync}`)
    this.#sync = sync
    return this.#connection
  }

  giveBack(): void {
    const next = this.#waiting.shift()
    // Handed over without a gap: nobody may slip in between.
    if (next) next()
    else this.#busy = false
  }
}

// kysely's own lock waits before the driver is asked, so a misuse inside a transaction would hang instead of being refused.
class OneAtATimeAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class SqliteDriver implements Driver {
  readonly #line: Line
  readonly #sync: Sync

  constructor(line: Line, sync: Sync) {
    this.#line = line
    this.#sync = sync
  }

  async init(): Promise<void> {
    // The database was opened by whoever made the dialect.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    refuseInsideTransaction()
    return this.#line.take(this.#sync)
  }

  async releaseConnection(): Promise<void> {
    this.#line.giveBack()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk makes SQLite roll back by itself; a second rollback would hide the cause.
    if (this.#line.database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    const { database } = this.#line
    if (database.isOpen) database.close()
  }
}

/** `isReader`: it gives rows. */
type Prepared = { readonly statement: StatementSync; readonly isReader: boolean }

// The app has about a hundred statements; lists of varying length make some more.
const MOST_PREPARED = 300

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  readonly #busyForMs: number
  readonly #wrote: () => void
  readonly #prepared = new Map<string, Prepared>()

  constructor(database: DatabaseSync, busyForMs: number, wrote: () => void) {
    this.#database = database
    this.#busyForMs = busyForMs
    this.#wrote = wrote
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const binds = checkBinds(query.parameters)
    const giveUpAt = performance.now() + this.#busyForMs
    for (;;) {
      try {
        return this.#execute<Row>(query.sql, binds)
      } catch (error) {
        // Waited out here and not by SQLite, whose own waiting would freeze the event loop.
        if (!isBusy(error)) throw error
        if (performance.now() >= giveUpAt) {
          throw new StoreBusyError('Another program keeps the database locked', { cause: error })
        }
        await pause(RETRY_AFTER_MS)
      }
    }
  }

  #execute<Row>(sql: string, binds: SQLInputValue[]): QueryResult<Row> {
    const { statement, isReader } = this.#prepare(sql)
    if (isReader) {
      const rows = statement.all(...binds) as Row[]
      return { rows, numAffectedRows: BigInt(rows.length) }
    }
    const { changes } = statement.run(...binds)
    if (changes > 0) this.#wrote()
    return { rows: [], numAffectedRows: BigInt(changes) }
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    const fresh = { statement, isReader: statement.columns().length > 0 }
    const [oldest] = this.#prepared.keys()
    if (this.#prepared.size >= MOST_PREPARED && oldest !== undefined) this.#prepared.delete(oldest)
    this.#prepared.set(sql, fresh)
    return fresh
  }

  // biome-ignore lint/correctness/useYield: nothing here reads in a stream, and kysely asks for the method
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streams are not supported')
  }
}

const RETRY_AFTER_MS = 15

/**
 * node:sqlite takes an object in first place for named parameters and shifts the rest by one: a Date would put every value into the
 * wrong column. NaN would silently become null.
 */
function checkBinds(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value, index) => {
    if (value === null || typeof value === 'string' || typeof value === 'bigint') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (value instanceof Uint8Array) return value
    throw new UnfitBindError(index, kindOf(value))
  })
}

function kindOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'object' && value !== null ? value.constructor.name : typeof value
}
