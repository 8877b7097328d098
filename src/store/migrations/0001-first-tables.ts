import type { Migration } from '../migrate.ts'

export const firstTables: Migration = {
  number: 1,
  name: 'first tables',
  statements: ({ integer, table }) => [
    table(
      'drafts',
      `id text primary key, account text not null, taker text not null, state text not null,
       revision ${integer} not null, lead_id text, body text not null,
       created_at ${integer} not null, updated_at ${integer} not null`,
    ),
    'create index drafts_by_taker on drafts (taker, state, updated_at)',
    table(
      'last_operations',
      'taker text not null, account text not null, operation_id text not null, primary key (taker, account)',
    ),
    table(
      'leads',
      `id text primary key, reference text not null unique, account text not null, draft_id text not null unique,
       taker text not null, state text not null, version ${integer} not null, content text not null,
       client_kind text not null, phone text, mobile text, email text,
       source_channel text, source_ts text, source_thread_ts text,
       confirmed_at ${integer} not null, state_since ${integer} not null, retry_at ${integer}, because text,
       owner text, lease_until ${integer}, attempts ${integer} not null, looks ${integer} not null, job_id text,
       problem text, decided_by text`,
    ),
    'create index leads_by_state on leads (state, confirmed_at)',
    'create index leads_by_taker on leads (taker, state, confirmed_at)',
    'create index leads_by_account on leads (account, state, confirmed_at)',
    'create index leads_by_source on leads (source_channel, source_ts)',
    'create index leads_by_phone on leads (phone, account)',
    'create index leads_by_mobile on leads (mobile, account)',
    'create index leads_by_email on leads (email, account)',
    table(
      'lead_history',
      `lead_id text not null references leads (id), version ${integer} not null, from_state text, state text not null,
       at ${integer} not null, problem_code text, decided_by text, primary key (lead_id, version)`,
    ),
    table(
      'attempts',
      `id text primary key, lead_id text not null references leads (id), number ${integer} not null,
       owner text not null, started_at ${integer} not null, ended_at ${integer}, outcome text, job_id text,
       error_code text, known_clients text, unique (lead_id, number)`,
    ),
    table('blocked_accounts', `account text primary key, since ${integer} not null`),
    table(
      'posts',
      `id text primary key, lead_id text not null, place text not null, version ${integer} not null,
       wanted ${integer} not null, shown ${integer} not null, channel text, ts text, lease_until ${integer},
       owner text, tries ${integer} not null, refused text, unknown ${integer} not null`,
    ),
    'create index posts_by_lead on posts (lead_id)',
    table('outages', `key text primary key, since ${integer} not null`),
    table('outage_told', 'outage_key text not null, person text not null, primary key (outage_key, person)'),
    table(
      'catalog_snapshots',
      `account text primary key, catalog text not null, fetched_at ${integer} not null`,
    ),
    // On Postgres this table stays empty: pg-boss keeps the wake-ups there.
    table(
      'wake_ups',
      `key text primary key, topic text not null, subject text not null, run_at ${integer} not null,
       tries ${integer} not null, done_at ${integer}`,
    ),
    'create index wake_ups_due on wake_ups (topic, run_at) where done_at is null',
    'create index wake_ups_next on wake_ups (run_at) where done_at is null',
    'create index wake_ups_live on wake_ups (subject) where done_at is null',
    'create index wake_ups_done on wake_ups (done_at) where done_at is not null',
  ],
}
