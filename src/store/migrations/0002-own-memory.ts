import type { Migration } from '../migrate.ts'

/** What is needed to notice that the same caller, or the same house, was there before. */
export const ownMemory: Migration = {
  number: 2,
  name: 'own memory',
  statements: ({ integer, table }) => [
    'alter table leads add column house text',
    'create index leads_by_house on leads (house, account)',
    'alter table drafts add column phone text',
    'alter table drafts add column second_phone text',
    'create index drafts_by_phone on drafts (phone, account, updated_at)',
    'create index drafts_by_second_phone on drafts (second_phone, account, updated_at)',
    table('secrets', 'name text primary key, value text not null'),
    table(
      'traces',
      `hash text not null, kind text not null, lead_id text not null, taker text not null,
       confirmed_at ${integer} not null, primary key (hash, lead_id)`,
    ),
    'create index traces_by_age on traces (confirmed_at)',
    'create index traces_by_lead on traces (lead_id)',
  ],
}
