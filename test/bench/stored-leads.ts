import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from '../../src/store/data-dir.ts'
import { openStore } from '../../src/store/open-store.ts'
import { silentLog } from './silent-log.ts'

/**
 * Fills a fresh memory with delivered leads as months of work leave them: each with its draft, history, attempt, card, traces and used
 * wake-ups. Written by SQL alone, since a million of them by the app's own way would take hours.
 */
export async function storeLeads(dataDir: string, count: number, now: number): Promise<void> {
  const store = await openStore({ dataDir, now: () => now, log: silentLog })
  await store[Symbol.asyncDispose]()
  const db = new DatabaseSync(databaseFile(dataDir))
  try {
    db.exec('pragma synchronous = off; pragma cache_size = -400000; pragma temp_store = memory')
    const indexes = db
      .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
      .all() as { name: string; sql: string }[]
    for (const { name } of indexes) db.exec(`drop index ${name}`)
    db.exec('begin')
    db.exec(`create temp table n as with recursive r(i) as (select 1 union all select i + 1 from r where i < ${count})
      select i, printf('%08x-0000-7000-8000-%012x', i, i) id, printf('UREP%04d', i % 50) taker,
        ${now} - (${count} - i) * 30000 at, printf('+1%03d%03d%04d', 201 + i % 790, 200 + (i / 790) % 800, i % 10000) phone
      from r`)
    for (const statement of STATEMENTS) db.exec(statement)
    db.exec('commit')
    for (const { sql } of indexes) db.exec(sql)
    db.exec('analyze; pragma wal_checkpoint(truncate)')
    // Leadhand keeps no statistics of its own; a plan must be right without them.
    db.exec('drop table sqlite_stat1')
  } finally {
    db.close()
  }
}

const CONTENT = `json_object('contact', json_object('firstName', 'Nora', 'lastName', 'Case' || i, 'mobile', phone),
  'address', json_object('street', i || ' Elm St', 'city', 'Marietta', 'state', 'GA', 'postalCode', '30060'),
  'operation', json_object('id', '1001', 'name', 'Operation 1'), 'jobName', 'Oak leaning on the fence',
  'need', 'Oak leaning on the fence, wants it down before the storm season', 'customValues', json('[]'),
  'client', json_object('kind', 'new'))`

const STATEMENTS = [
  `insert into drafts (id, account, taker, state, revision, lead_id, body, phone, created_at, updated_at)
    select 'd' || id, 'main', taker, 'confirmed', 1, id, ${CONTENT}, phone, at, at from n`,
  `insert into leads (id, reference, account, draft_id, taker, state, version, content, client_kind, mobile, house,
      confirmed_at, state_since, attempts, looks, job_id)
    select id, printf('LH-%06X', i), 'main', 'd' || id, taker, 'delivered', 3, ${CONTENT}, 'new', phone,
      i || ' elm', at, at + 1000, 1, 0, i from n`,
  `insert into lead_history (lead_id, version, from_state, state, at)
    select id, version, from_state, state, at from n, (select 1 version, null from_state, 'queued' state
      union all select 2, 'queued', 'sending' union all select 3, 'sending', 'delivered')`,
  `insert into attempts (id, lead_id, number, owner, started_at, ended_at, outcome, job_id)
    select id || ':1', id, 1, 'bench', at, at + 900, 'delivered', i from n`,
  `insert into posts (id, lead_id, place, version, wanted, shown, channel, ts, tries, unknown)
    select id || ':card:C0BENCHLEADS', id, '{"kind":"card","channel":"C0BENCHLEADS"}', 5, 3, 3, 'C0BENCHLEADS', at || '.1', 0, 0 from n`,
  `insert into traces (hash, kind, lead_id, taker, confirmed_at)
    select hex(randomblob(32)), kind, id, taker, at from n, (select 'phone' kind union all select 'address')`,
  `insert into wake_ups (key, topic, subject, run_at, tries, done_at)
    select topic || ':' || id || ':1', topic, id, at, 0, at from n,
      (select 'deliver' topic union all select 'notify' union all select 'post') where at > (select max(at) from n) - 2592000000`,
]
