import { MIGRATIONS, type Migration } from '../../src/store/migrate.ts'

/** What a later version may do to the schema while this one runs: add. */
const NEXT: Migration = {
  number: MIGRATIONS.length + 1,
  name: 'of the next version',
  statements: ({ integer, table }) => [
    `alter table leads add column priority ${integer}`,
    'alter table drafts add column heard_from text',
    'create index leads_by_priority on leads (priority, confirmed_at)',
    table('visits', `lead_id text not null references leads (id), at ${integer} not null`),
  ],
}

/** Makes this process the next version. */
export function addMigration(): void {
  ;(MIGRATIONS as Migration[]).push(NEXT)
}
