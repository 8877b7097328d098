import type { LeadStore } from '../delivery/ports.ts'
import type { CatalogSnapshots, DraftStore, InboxStore } from '../intake/ports.ts'
import type { PostStore } from '../notifications/ports.ts'
import type { Check } from '../ops/check.ts'
import { createCatalogSnapshots } from './catalog-snapshots.ts'
import { checkLeadsForPeople, checkLeadsUnderWay } from './check-open-leads.ts'
import { answers } from './database-checks.ts'
import { createDraftStore } from './drafts.ts'
import type { Engine, StoreQueue } from './engine.ts'
import { purgeFinished } from './erase-lead.ts'
import { createInboxStore } from './inbox.ts'
import { createLeadStore } from './leads.ts'
import { listOpenLeads, type OpenLeads } from './open-leads.ts'
import { createPostStore } from './posts.ts'
import { STORE_DEFAULTS, type StoreSettings } from './settings.ts'
import { openSqlite } from './sqlite-engine.ts'

export type StoreOptions = ({ readonly dataDir: string } | { readonly databaseUrl: string }) &
  Pick<StoreSettings, 'now' | 'log'> &
  Partial<Omit<StoreSettings, 'now' | 'log'>>

/** The memory of the app: what the rooms keep, and the queue that wakes them. */
export type Store = AsyncDisposable & {
  readonly drafts: DraftStore
  readonly leads: LeadStore
  readonly posts: PostStore
  readonly snapshots: CatalogSnapshots
  readonly inbox: InboxStore
  readonly queue: StoreQueue
  readonly checks: readonly Check[]
  /** What can be told about open leads at any time; says nothing about whether the app can work. */
  readonly leadChecks: readonly Check[]
  /** Takes the customers out of leads that were finished before `before` (epoch ms), some at a time; gives how many. */
  purgeFinished(before: number): Promise<number>
  /** For a configuration that drops an account. */
  openLeadsByAccount(): Promise<readonly OpenLeads[]>
  /** Whether the database answers. */
  ready(): Promise<boolean>
}

/**
 * Opens the memory, brings its schema up to date and holds it until disposed. Rejects with a StoreError that names the remedy: another
 * process has the folder, the folder can't be used, the database can't be reached or is newer than this version.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const settings: StoreSettings = { ...STORE_DEFAULTS, ...options }
  return createStore(await openEngine(options, settings), settings)
}

async function openEngine(options: StoreOptions, settings: StoreSettings): Promise<Engine> {
  if ('dataDir' in options) return openSqlite(options.dataDir, settings)
  // Most run on the file alone: the driver and its queue would cost each of them memory and time at every start.
  const { openPostgres } = await import('./postgres-engine.ts')
  return openPostgres(options.databaseUrl, settings)
}

function createStore(engine: Engine, settings: Pick<StoreSettings, 'now'>): Store {
  let closed: Promise<void> | undefined
  const close = async () => {
    // Whatever still runs is given up: it comes again at the next start.
    await engine.queue.stop(AbortSignal.abort())
    await engine.close()
  }
  return {
    drafts: createDraftStore(engine),
    leads: createLeadStore(engine),
    posts: createPostStore(engine),
    snapshots: createCatalogSnapshots(engine),
    inbox: createInboxStore(engine),
    queue: engine.queue,
    checks: engine.checks,
    leadChecks: [
      {
        name: 'queue',
        title: 'Leads under way',
        run: () => checkLeadsUnderWay(engine.db, settings.now()),
      },
      {
        name: 'leads for people',
        title: 'Leads that need someone',
        run: () => checkLeadsForPeople(engine.db, settings.now(), 0),
      },
    ],
    purgeFinished: (before) => purgeFinished(engine.db, before),
    openLeadsByAccount: () => listOpenLeads(engine.db),
    ready: async () => !closed && (await answers(engine.db)),
    [Symbol.asyncDispose]: () => {
      closed ??= close()
      return closed
    },
  }
}
