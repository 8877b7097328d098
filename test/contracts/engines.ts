import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoreOptions } from '../../src/store/open-store.ts'
import { startPostgres } from './postgres-server.ts'

/** Where one store may keep its data; each call of `newPlace` gives an empty one. */
export type Place = { readonly dataDir: string } | { readonly databaseUrl: string }
export type TestEngine = AsyncDisposable & { newPlace(): Promise<Place> }

export const ENGINES = [
  { name: 'SQLite', start: startSqlite },
  { name: 'Postgres', start: startPostgresEngine },
] as const satisfies readonly { name: string; start: () => Promise<TestEngine> }[]

async function startSqlite(): Promise<TestEngine> {
  const root = mkdtempSync(join(tmpdir(), 'leadhand-test-'))
  let places = 0
  return {
    newPlace: async () => {
      places += 1
      return { dataDir: join(root, String(places)) }
    },
    [Symbol.asyncDispose]: async () => rmSync(root, { recursive: true, force: true }),
  }
}

async function startPostgresEngine(): Promise<TestEngine> {
  const server = await startPostgres()
  return {
    newPlace: async () => ({ databaseUrl: await server.newDatabase() }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

export type Options = Partial<Omit<StoreOptions, 'dataDir' | 'databaseUrl'>>
