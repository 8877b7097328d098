import type { AccountSeed } from './singleops/account.ts'
import { makeCatalog } from './singleops/seed/catalog.ts'
import { makeClients } from './singleops/seed/make-clients.ts'

export { LEAD_SOURCES } from './singleops/seed/catalog.ts'
export { KNOWN_CLIENTS } from './singleops/seed/known-clients.ts'
export { isReserved } from './singleops/seed/numbers.ts'

/** The account that a server has when it is told of no other. */
export const MAIN_ACCOUNT = {
  key: 'main',
  userEmail: 'api@sandbox.example',
  userToken: 'sandbox-token-1',
} as const

export type SeedOptions = {
  /** Default `main`. */
  readonly key?: string
  /** From 1. Decides credentials, ids and which clients are made up; give each account of a server its own. Default 1. */
  readonly number?: number
  /** How many clients, the known ones among them. Default 3000. */
  readonly clients?: number
  /** IANA zone. */
  readonly timeZone?: string
}

/** An account with a data set as one finds it in the field: the same on every machine. */
export function seedAccount(options: SeedOptions = {}): AccountSeed {
  const { key = MAIN_ACCOUNT.key, number = 1, clients = 3000, timeZone } = options
  return {
    key,
    userEmail: number === 1 ? MAIN_ACCOUNT.userEmail : `api-${number}@sandbox.example`,
    userToken: `sandbox-token-${number}`,
    ...makeCatalog(number * 1000 + 200),
    ...makeClients(clients, number),
    ...(timeZone === undefined ? {} : { timeZone }),
  }
}
