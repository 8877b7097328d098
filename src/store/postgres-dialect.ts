import { type DatabaseConnection, type Dialect, PostgresDialect, PostgresDriver } from 'kysely'
import type { Pool } from 'pg'
import { refuseInsideTransaction } from './transaction-scope.ts'

/** kysely's own dialect, which besides refuses a second connection inside a transaction. */
export function createPostgresDialect(pool: Pool): Dialect {
  const dialect = new PostgresDialect({ pool })
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new GuardedDriver({ pool }),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
}

class GuardedDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    refuseInsideTransaction()
    return await super.acquireConnection()
  }
}
