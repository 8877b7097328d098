import type { AccountCatalog, Catalog, CatalogSnapshots } from '../intake/ports.ts'
import type { AccountKey } from '../lead/ids.ts'
import type { Log } from '../ops/log.ts'
import { type Accounts, findAccount } from './accounts.ts'
import { readAnswer } from './read-answer.ts'
import type { Reader } from './reading.ts'
import { customInputsAnswer, operationsAnswer } from './schemas.ts'
import { toCustomInputs, toOperation } from './to-catalog.ts'

export type CatalogDeps = {
  readonly reader: Reader
  readonly accounts: Accounts
  readonly snapshots: CatalogSnapshots
  /** Age from which it is refreshed in the background. */
  readonly freshMs: number
  readonly log: Log
  readonly now: () => number
}

export type LiveCatalog = Catalog & {
  /** Epoch ms of what is in memory, without asking for anything newer. */
  fetchedAt(account: AccountKey): number | undefined
  /** Asks SingleOps now. */
  refresh(account: AccountKey, signal: AbortSignal): Promise<AccountCatalog>
  /** Resolves when no refresh is under way. */
  drain(): Promise<void>
  /** Breaks off what is under way. */
  close(): Promise<void>
}

// While SingleOps is down each opened form would ask again; once in this time is enough.
const PAUSE_AFTER_FAILURE_MS = 15_000

export function createCatalog(deps: CatalogDeps): LiveCatalog {
  const known = new Map<AccountKey, AccountCatalog>()
  const asking = new Map<AccountKey, Promise<AccountCatalog>>()
  const failedAt = new Map<AccountKey, number>()
  const closing = new AbortController()

  // One question per account at a time, shared by all who ask. Nobody's signal breaks it off for the others.
  function ask(key: AccountKey): Promise<AccountCatalog> {
    const running = asking.get(key)
    if (running) return running
    const started = fetchCatalog(key, deps, closing.signal)
      .then(async (catalog) => {
        known.set(key, catalog)
        failedAt.delete(key)
        await keep(key, catalog)
        return catalog
      })
      .catch((error: unknown) => {
        failedAt.set(key, deps.now())
        throw error
      })
      .finally(() => asking.delete(key))
    asking.set(key, started)
    return started
  }

  async function keep(key: AccountKey, catalog: AccountCatalog): Promise<void> {
    try {
      await deps.snapshots.write(key, catalog)
    } catch (error) {
      deps.log.warn({ err: error, account: key }, 'catalog was not stored; it is lost on a restart')
    }
  }

  function refreshInBackground(key: AccountKey): void {
    if (closing.signal.aborted || asking.has(key)) return
    if (deps.now() - (failedAt.get(key) ?? Number.NEGATIVE_INFINITY) < PAUSE_AFTER_FAILURE_MS) return
    ask(key).catch((error: unknown) => {
      if (closing.signal.aborted) return
      deps.log.warn({ err: error, account: key }, 'catalog was not refreshed; what is known is served on')
    })
  }

  function peek(key: AccountKey): AccountCatalog | undefined {
    const catalog = known.get(key)
    if (!catalog || deps.now() - catalog.fetchedAt >= deps.freshMs) refreshInBackground(key)
    return catalog
  }

  async function readSnapshot(key: AccountKey): Promise<AccountCatalog | undefined> {
    try {
      return await deps.snapshots.read(key)
    } catch (error) {
      deps.log.warn({ err: error, account: key }, 'stored catalog could not be read')
      return undefined
    }
  }

  return {
    peek,
    fetchedAt: (key) => known.get(key)?.fetchedAt,
    async load(key, signal) {
      const catalog = known.get(key) ?? (await readSnapshot(key))
      // Somebody may have got a newer one while the snapshot was read.
      if (catalog && !known.has(key)) known.set(key, catalog)
      return peek(key) ?? orAbort(ask(key), signal)
    },
    refresh: (key, signal) => orAbort(ask(key), signal),
    async drain() {
      await Promise.allSettled(asking.values())
    },
    async close() {
      closing.abort(new DOMException('closing', 'AbortError'))
      await Promise.allSettled(asking.values())
    },
  }
}

async function fetchCatalog(
  key: AccountKey,
  { reader, accounts, now }: CatalogDeps,
  signal: AbortSignal,
): Promise<AccountCatalog> {
  const account = findAccount(accounts, key)
  const [operations, customInputs] = await Promise.all([
    reader.get(account, 'operations', {}, signal),
    reader.get(account, 'custom_inputs', {}, signal),
  ])
  return {
    operations: readAnswer(operationsAnswer, operations).map(toOperation),
    customInputs: toCustomInputs(readAnswer(customInputsAnswer, customInputs)),
    fetchedAt: now(),
  }
}

function orAbort<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
