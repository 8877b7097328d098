type Open = readonly { readonly account: string; readonly references: readonly string[] }[]

/** The settings lack an account whose leads are not all in SingleOps yet. */
export class OrphanedLeadsError extends Error {
  override name = 'OrphanedLeadsError'
  readonly code = 'orphaned_leads'

  constructor(open: Open) {
    super(
      `The settings have no account for leads that are still open: ${list(open)}. Put the account back until these leads are delivered or discarded.`,
    )
  }
}

/** Postgres is to be used while open leads are left in the SQLite file. */
export class UnmovedLeadsError extends Error {
  override name = 'UnmovedLeadsError'
  readonly code = 'unmoved_leads'

  constructor(dataDir: string, open: Open) {
    super(
      `DATABASE_URL is set, but ${dataDir} still holds open leads: ${list(open)}. Take them along with \`npm run move-to-postgres\`, or point DATA_DIR at an empty folder if they were settled elsewhere.`,
    )
  }
}

function list(open: Open): string {
  return open.map(({ account, references }) => `${account} (${references.join(', ')})`).join('; ')
}
