import type { Migration } from '../migrate.ts'

/** What is to be forgotten is found without reading all that has been forgotten before, or will not be. */
export const forgetting: Migration = {
  number: 4,
  name: 'forgetting',
  statements: ({ integer }) => [
    `alter table leads add column erased ${integer} not null default 0`,
    `update leads set erased = 1
      where state in ('delivered', 'discarded') and content like '%"need":"(erased)"%'`,
    `create index leads_to_erase on leads (state_since)
      where erased = 0 and state in ('delivered', 'discarded')`,
    "create index drafts_left on drafts (updated_at) where state in ('open', 'submitted')",
  ],
}
