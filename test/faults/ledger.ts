import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** A lead as its row says, read past the app. */
export type LedgerLead = {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly retryAt: number | null
  readonly because: string | null
  readonly problem: string | null
  readonly attempts: number
  readonly taker: string
  /** The customer's name as it was entered. */
  readonly name: string
}

export type LedgerPost = { readonly leadId: string; readonly wanted: number; readonly shown: number }

export type Ledger = AsyncDisposable & {
  leads(): Promise<readonly LedgerLead[]>
  posts(): Promise<readonly LedgerPost[]>
  schema(): Promise<number>
  /** What still has to be told now: notices, and messages that are not about one lead. */
  pendingNotices(): Promise<number>
}

type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>

export function readSqliteLedger(dataDir: string): Ledger {
  const file = join(dataDir, 'leadhand.db')
  const query: Query = async (sql) => {
    if (!existsSync(file)) return []
    const database = new DatabaseSync(file, { readOnly: true, timeout: 1000 })
    try {
      return database.prepare(sql).all()
    } finally {
      database.close()
    }
  }
  const notices = `select count(*) as count from wake_ups where done_at is null
    and (topic = 'notify' and run_at <= unixepoch() * 1000 or topic = 'post' and subject like 'tell:%')`
  return ledgerOf(query, notices, async () => undefined)
}

export function readPostgresLedger(databaseUrl: string): Ledger {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  // The server may be restarted under it.
  pool.on('error', () => undefined)
  const query: Query = async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows
  const notices = `select count(*) as count from leadhand_jobs.job where state <= 'active'
    and (name = 'notify' and start_after <= now() or name = 'post' and data->>'subject' like 'tell:%')`
  return ledgerOf(query, notices, () => pool.end())
}

function ledgerOf(query: Query, notices: string, close: () => Promise<void>): Ledger {
  return {
    async leads() {
      const rows = await query('select * from leads order by confirmed_at, id')
      return rows.map(toLead)
    },
    async posts() {
      const rows = await query('select lead_id, wanted, shown from posts')
      return rows.map((row) => ({
        leadId: String(row.lead_id),
        wanted: Number(row.wanted),
        shown: Number(row.shown),
      }))
    },
    async schema() {
      const [row] = await query('select max(number) as number from schema_migrations')
      return Number(row?.number ?? 0)
    },
    async pendingNotices() {
      const [row] = await query(notices)
      return Number(row?.count ?? 0)
    },
    [Symbol.asyncDispose]: close,
  }
}

function toLead(row: Record<string, unknown>): LedgerLead {
  const { contact }: { contact: { firstName?: string; lastName?: string } } = JSON.parse(String(row.content))
  return {
    id: String(row.id),
    reference: String(row.reference),
    state: String(row.state),
    retryAt: row.retry_at === null ? null : Number(row.retry_at),
    because: row.because === null ? null : String(row.because),
    problem: row.problem === null ? null : String(JSON.parse(String(row.problem)).code),
    attempts: Number(row.attempts),
    taker: String(row.taker),
    name: [contact.firstName, contact.lastName].filter(Boolean).join(' '),
  }
}
