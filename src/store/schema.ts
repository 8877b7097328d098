import type { Generated } from 'kysely'

/** The tables, as they come back from either engine: text and integers only, times in epoch ms, flags 0 or 1, JSON as text. */
export type Schema = {
  schema_migrations: MigrationRow
  drafts: DraftRow
  last_operations: LastOperationRow
  secrets: SecretRow
  traces: TraceRow
  leads: LeadRow & { erased: Generated<number> }
  lead_history: LeadHistoryRow
  attempts: AttemptRow
  blocked_accounts: BlockedAccountRow
  posts: PostRow
  outages: OutageRow
  outage_told: OutageToldRow
  catalog_snapshots: CatalogSnapshotRow
  inbox: InboxRow
  inbox_cursors: InboxCursorRow
  /** SQLite only; on Postgres pg-boss keeps the wake-ups. */
  wake_ups: WakeUpRow
}

export type MigrationRow = { number: number; name: string; applied_at: number }

export type DraftRow = {
  id: string
  account: string
  taker: string
  state: string
  revision: number
  lead_id: string | null
  /** JSON: whatever of the draft has no column of its own. */
  body: string
  /** Copies out of `body`: numbers as they are read, without extension. */
  phone: string | null
  second_phone: string | null
  created_at: number
  updated_at: number
}

export type LastOperationRow = { taker: string; account: string; operation_id: string }

/** Made once and never shown or logged. */
export type SecretRow = { name: string; value: string }

/** That a lead had this number, email or address, which nobody can read out of it. */
export type TraceRow = {
  hash: string
  kind: string
  lead_id: string
  taker: string
  confirmed_at: number
}

export type LeadRow = {
  id: string
  reference: string
  account: string
  draft_id: string
  taker: string
  state: string
  version: number
  /** JSON. */
  content: string
  /** Copies out of `content`, to find other leads by: numbers without extension, the email in lower case. */
  client_kind: string
  phone: string | null
  mobile: string | null
  email: string | null
  /** House number and bare street name of the address; unset with leads that version 1 of the schema took. */
  house: string | null
  source_channel: string | null
  source_ts: string | null
  source_thread_ts: string | null
  confirmed_at: number
  state_since: number
  retry_at: number | null
  because: string | null
  owner: string | null
  lease_until: number | null
  attempts: number
  looks: number
  job_id: string | null
  /** JSON. */
  problem: string | null
  /** JSON. */
  decided_by: string | null
}

export type LeadHistoryRow = {
  lead_id: string
  version: number
  /** Null with the first line. */
  from_state: string | null
  state: string
  at: number
  problem_code: string | null
  /** Slack user who decided, where a person did. */
  decided_by: string | null
}

export type AttemptRow = {
  id: string
  lead_id: string
  number: number
  owner: string
  started_at: number
  ended_at: number | null
  outcome: string | null
  job_id: string | null
  error_code: string | null
  /** JSON. */
  known_clients: string | null
}

export type BlockedAccountRow = { account: string; since: number }

export type PostRow = {
  id: string
  lead_id: string
  /** JSON. */
  place: string
  version: number
  wanted: number
  shown: number
  channel: string | null
  ts: string | null
  lease_until: number | null
  owner: string | null
  tries: number
  refused: string | null
  unknown: number
}

export type OutageRow = { key: string; since: number }
export type OutageToldRow = { outage_key: string; person: string }
export type CatalogSnapshotRow = { account: string; catalog: string; fetched_at: number }

export type InboxRow = {
  id: string
  channel: string
  ts: string
  state: string
  version: number
  /** JSON; null once it is forgotten. */
  said: string | null
  email_id: string | null
  /** Slack user. */
  by_user: string | null
  lead_id: string | null
  reply_ts: string | null
  received_at: number
  state_since: number
  purge_at: number
}

export type InboxCursorRow = { channel: string; ts: string }

export type WakeUpRow = {
  key: string
  topic: string
  subject: string
  run_at: number
  tries: number
  done_at: number | null
}
