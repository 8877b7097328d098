import type { AccountCatalog, CatalogSnapshots } from '../../src/intake/ports.ts'
import type { AccountKey } from '../../src/lead/ids.ts'
import type { Log } from '../../src/ops/log.ts'

export function createSnapshots(): CatalogSnapshots & { readonly kept: Map<AccountKey, AccountCatalog> } {
  const kept = new Map<AccountKey, AccountCatalog>()
  return {
    kept,
    read: async (account) => kept.get(account),
    write: async (account, catalog) => {
      kept.set(account, catalog)
    },
  }
}

export type LogLine = { readonly level: string; readonly fields: object; readonly message: string }

export function createMemoryLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ level, fields, message })
  }
  const log = {
    lines,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: () => log,
  }
  return log
}
