import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { statementsOf } from './schemas.ts'

/** Mon 23 Nov 2026, 14:00 UTC. */
export const THEN = Date.UTC(2026, 10, 23, 14)

export type OldDatabase = {
  /** Number of the schema, 1 or more. */
  readonly schema: number
  readonly taker?: string
  readonly operation?: { readonly id: string; readonly name: string }
  /** Where the account asks for one. */
  readonly leadSource?: { readonly inputId: string; readonly name: string; readonly value: string }
}

type Row = Readonly<Record<string, string | number | null>>
type Insert = readonly [table: string, row: Row]

/** The leads that lie in each old database, in the states in which an upgrade may meet them. */
export const OLD_LEADS = {
  queued: {
    id: '0199f0a0-0000-7000-8000-000000000001',
    reference: 'LH-QUEUED',
    name: 'Quentin',
    phone: '+14045550161',
  },
  waiting: {
    id: '0199f0a0-0000-7000-8000-000000000002',
    reference: 'LH-WAITNG',
    name: 'Wanda',
    phone: '+14045550162',
  },
  refused: {
    id: '0199f0a0-0000-7000-8000-000000000003',
    reference: 'LH-REFSED',
    name: 'Rufus',
    phone: '+14045550163',
  },
  delivered: {
    id: '0199f0a0-0000-7000-8000-000000000004',
    reference: 'LH-DELVRD',
    name: 'Delia',
    phone: '+14045550164',
  },
} as const

export const OLD_DRAFT = '0199f0a0-0000-7000-8000-0000000000d1'

/** A database as the version with that schema left it: made by the statements of then, with rows as they were written then. */
export async function makeOldDatabase(
  place: { readonly dataDir: string } | { readonly databaseUrl: string },
  old: OldDatabase,
): Promise<void> {
  const engine = 'dataDir' in place ? 'sqlite' : 'postgres'
  const integer = engine === 'sqlite' ? 'integer' : 'bigint'
  const steps = Array.from({ length: old.schema }, (_, index) => index + 1)
  const statements = [
    `create table schema_migrations (number ${integer} primary key, name text not null, applied_at ${integer} not null)`,
    ...steps.flatMap((step) => statementsOf(step, engine)),
  ]
  const inserts: Insert[] = [
    ...steps.map(
      (number): Insert => ['schema_migrations', { number, name: `step ${number}`, applied_at: THEN }],
    ),
    ...rowsOf(old).filter(([table]) => engine === 'sqlite' || table !== 'wake_ups'),
  ]
  if ('dataDir' in place) {
    mkdirSync(place.dataDir, { recursive: true, mode: 0o700 })
    const db = new DatabaseSync(join(place.dataDir, 'leadhand.db'))
    for (const statement of statements) db.exec(statement)
    for (const [table, row] of inserts) db.prepare(toInsert(table, row, () => '?')).run(...Object.values(row))
    db.close()
    return
  }
  const client = new pg.Client(place.databaseUrl)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  for (const [table, row] of inserts) {
    await client.query(
      toInsert(table, row, (index) => `$${index + 1}`),
      Object.values(row),
    )
  }
  await client.end()
}

const toInsert = (table: string, row: Row, mark: (index: number) => string): string =>
  `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
    .map((_, index) => mark(index))
    .join(', ')})`

const OPERATION = { id: '7', name: 'Tree Care' }

function rowsOf({ schema, taker = 'U1', operation = OPERATION, leadSource }: OldDatabase): Insert[] {
  const draft: Row = {
    id: OLD_DRAFT,
    account: 'main',
    taker,
    state: 'submitted',
    revision: 1,
    lead_id: null,
    body: JSON.stringify({
      wayIn: 'command',
      entry: { name: 'Dora Unfinished', phone: '404 555 0165', need: 'Elm', operation: operation.id },
    }),
    created_at: THEN,
    updated_at: THEN,
    ...(schema >= 2 && { phone: '+14045550165', second_phone: null }),
  }
  const inbox: Insert[] = schema >= 3 ? [['inbox_cursors', { channel: 'C1', ts: '1760000000.000100' }]] : []
  return [
    ['drafts', draft],
    ['last_operations', { taker, account: 'main', operation_id: operation.id }],
    ...Object.entries(OLD_LEADS).flatMap(([state, lead]) =>
      leadRows(state, lead, { schema, taker, operation, ...(leadSource && { leadSource }) }),
    ),
    [
      'catalog_snapshots',
      {
        account: 'main',
        catalog: JSON.stringify({ operations: [], customInputs: [], fetchedAt: THEN }),
        fetched_at: THEN,
      },
    ],
    ...inbox,
  ]
}

function leadRows(
  state: string,
  { id, reference, name, phone }: (typeof OLD_LEADS)[keyof typeof OLD_LEADS],
  { schema, taker, operation, leadSource }: OldDatabase & Required<Omit<OldDatabase, 'leadSource'>>,
): Insert[] {
  const content = {
    client: { kind: 'new' },
    contact: { firstName: name, lastName: 'Oldham', phone },
    address: { street: '200 Main St', city: 'Marietta', state: 'GA' },
    operation,
    jobName: `Oak on fence – ${name}`,
    need: 'oak on fence',
    customValues: leadSource ? [leadSource] : [],
  }
  const problem = { code: 'refused', text: 'Name is not allowed', at: THEN }
  const wasTried = state === 'refused' || state === 'delivered'
  const lead: Row = {
    id,
    reference,
    account: 'main',
    draft_id: `draft-of-${reference}`,
    taker,
    state,
    version: 1,
    content: JSON.stringify(content),
    client_kind: 'new',
    phone,
    mobile: null,
    email: null,
    source_channel: null,
    source_ts: null,
    source_thread_ts: null,
    confirmed_at: THEN,
    state_since: THEN,
    retry_at: state === 'waiting' ? THEN : null,
    because: state === 'waiting' ? 'retry' : null,
    owner: null,
    lease_until: null,
    attempts: wasTried ? 1 : 0,
    looks: 0,
    job_id: state === 'delivered' ? '148830' : null,
    problem: state === 'refused' ? JSON.stringify(problem) : null,
    decided_by: null,
    ...(schema >= 2 && { house: '200|main' }),
  }
  const attempt: Row = {
    id: `attempt-of-${reference}`,
    lead_id: id,
    number: 1,
    owner: 'an earlier process',
    started_at: THEN,
    ended_at: THEN,
    outcome: state,
    job_id: state === 'delivered' ? '148830' : null,
    error_code: state === 'refused' ? 'refused' : null,
    known_clients: '[]',
  }
  const isDue = state === 'queued' || state === 'waiting'
  return [
    ['leads', lead],
    [
      'lead_history',
      { lead_id: id, version: 1, from_state: null, state, at: THEN, problem_code: null, decided_by: null },
    ],
    ...(wasTried ? [['attempts', attempt] as const] : []),
    ...(isDue
      ? [
          [
            'wake_ups',
            { key: `deliver:${id}:1`, topic: 'deliver', subject: id, run_at: THEN, tries: 0, done_at: null },
          ] as const,
        ]
      : []),
  ]
}
