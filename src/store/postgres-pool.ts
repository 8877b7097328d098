import pg from 'pg'
import type { Log } from '../ops/log.ts'

/** Our own connections; pg-boss has others. `limitMs` bounds the wait for a connection and each statement; undefined: no bound. */
export function createPool(databaseUrl: string, log: Log, limitMs: number | undefined): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'leadhand',
    connectionTimeoutMillis: limitMs ?? CONNECT_WITHIN_MS,
    ...(limitMs === undefined ? {} : timeLimits(limitMs)),
    types: { getTypeParser },
  })
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'))
  pool.on('connect', (client) => {
    // While a connection is in use the pool does not listen; unheard, its loss would end the process.
    client.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'))
  })
  return pool
}

function timeLimits(limitMs: number): pg.PoolConfig {
  return {
    statement_timeout: limitMs,
    // A server that does not answer at all never sends the error of its own time limit.
    query_timeout: limitMs + 500,
    // The rows that a frozen process has locked.
    idle_in_transaction_session_timeout: limitMs + 500,
  }
}

const CONNECT_WITHIN_MS = 10_000

// pg gives bigint as a string, because it may not fit a number; ours are times and counts, which do.
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === pg.types.builtins.INT8) return Number
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
}
