import type { buildConnector, Dispatcher } from 'undici'
import type { SentClients } from '../delivery/ports.ts'
import type { CatalogSnapshots } from '../intake/ports.ts'
import type { ClientDirectory } from '../matching/ports.ts'
import type { Check } from '../ops/check.ts'
import type { Log } from '../ops/log.ts'
import { toAccounts } from './accounts.ts'
import { createCatalog, type LiveCatalog } from './catalog.ts'
import { createChecks } from './checks.ts'
import { createClientDirectory } from './client-directory.ts'
import { createLeadGateway, type SingleOpsGateway } from './lead-gateway.ts'
import { measurePoster, measureReader, type Watch } from './measured.ts'
import { createPoster } from './posting.ts'
import { createReader } from './reading.ts'
import { createSentClients } from './sent-clients.ts'
import type { SingleOpsSettings } from './settings.ts'

export type SingleOps = AsyncDisposable & {
  readonly catalog: LiveCatalog
  readonly directory: ClientDirectory
  readonly gateway: SingleOpsGateway
  readonly sentClients: SentClients
  readonly checks: readonly Check[]
}

export type SingleOpsDeps = {
  readonly settings: SingleOpsSettings
  readonly snapshots: CatalogSnapshots
  readonly log: Log
  readonly now: () => number
  /** Unset: nobody is told of calls. */
  readonly watch?: Watch
  /** The ways to SingleOps: one for reading, one that opens the connections of deliveries. */
  readonly overrides?: {
    readonly reading?: Dispatcher
    readonly posting?: ReturnType<typeof buildConnector>
  }
}

/** SingleOps over the wire, for all accounts. Opens nothing until it is asked; disposing breaks off what is under way. */
export function createSingleOps({
  settings,
  snapshots,
  log,
  now,
  watch,
  overrides,
}: SingleOpsDeps): SingleOps {
  const accounts = toAccounts(settings.accounts)
  const bareReader = createReader(settings, overrides?.reading)
  const barePoster = createPoster(settings, overrides?.posting)
  const reader = watch ? measureReader(bareReader, watch) : bareReader
  const poster = watch ? measurePoster(barePoster, watch) : barePoster
  const catalog = createCatalog({ reader, accounts, snapshots, freshMs: settings.catalogFreshMs, log, now })
  const directory = createClientDirectory({ reader, accounts })

  return {
    catalog,
    directory,
    gateway: createLeadGateway({ poster, catalog, accounts, now }),
    sentClients: createSentClients({ directory, accounts }),
    checks: createChecks(settings.accounts, catalog),
    async [Symbol.asyncDispose]() {
      await Promise.all([catalog.close(), poster.close()])
      await reader.close()
    },
  }
}
