import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import pg from 'pg'
import type { Log } from '../ops/log.ts'

/** Connections to Postgres. `limitMs` bounds the wait for a connection and each statement; undefined: no bound. */
export function createPool(
  databaseUrl: string,
  log: Log,
  limitMs: number | undefined,
  { name = 'leadhand', most = 10 }: { readonly name?: string; readonly most?: number } = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: name,
    max: most,
    connectionTimeoutMillis: limitMs ?? CONNECT_WITHIN_MS,
    ...(limitMs === undefined ? {} : timeLimits(limitMs)),
    types: { getTypeParser },
  })
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'))
  pool.on('connect', (client) => {
    // While a connection is in use the pool does not listen; unheard, its loss would end the process.
    client.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'))
    if (limitMs !== undefined) dropWhenSilent(client.connection.stream, limitMs + 2 * LATER_MS)
  })
  return pool
}

function timeLimits(limitMs: number): pg.PoolConfig {
  return {
    statement_timeout: limitMs,
    // A server that does not answer at all never sends the error of its own time limit.
    query_timeout: limitMs + LATER_MS,
    // The rows that a frozen process has locked.
    idle_in_transaction_session_timeout: limitMs + LATER_MS,
  }
}

/**
 * pg takes a connection whose query ran out of time for a sound one and uses it again. Where the server has vanished without a word (a
 * failover, a firewall that forgot us) each query on it would wait in vain until the operating system gives up, a quarter of an hour later.
 */
function dropWhenSilent(stream: Duplex, afterMs: number): void {
  if (!(stream instanceof Socket)) return
  stream.setTimeout(afterMs, () => stream.destroy())
}

const LATER_MS = 500

const CONNECT_WITHIN_MS = 10_000

// pg gives bigint as a string, because it may not fit a number; ours are times and counts, which do.
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === pg.types.builtins.INT8) return Number
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
}
