import type { AccountCatalog, CatalogSnapshots } from '../intake/ports.ts'
import type { Engine } from './engine.ts'

/** Keeps the last catalog of each account. */
export function createCatalogSnapshots({ db }: Engine): CatalogSnapshots {
  return {
    read: async (account) => {
      const row = await db
        .selectFrom('catalog_snapshots')
        .select('catalog')
        .where('account', '=', account)
        .executeTakeFirst()
      return row && (JSON.parse(row.catalog) as AccountCatalog)
    },
    write: async (account, catalog) => {
      const snapshot = { catalog: JSON.stringify(catalog), fetched_at: catalog.fetchedAt }
      await db
        .insertInto('catalog_snapshots')
        .values({ account, ...snapshot })
        .onConflict((conflict) => conflict.column('account').doUpdateSet(snapshot))
        .execute()
    },
  }
}
