import type { AccountKey } from '../lead/ids.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { Breaker } from './breaker.ts'
import type { LeadGateway, LeadStore, SentClients } from './ports.ts'
import type { DeliverySettings } from './settings.ts'

/** What the composition root hands to this room. */
export type DeliveryDeps = {
  readonly leads: LeadStore
  readonly gateway: LeadGateway
  readonly sentClients: SentClients
  readonly accounts: readonly AccountKey[]
  readonly settings: DeliverySettings
  /** Epoch ms. */
  readonly now: () => number
  /** 0 ≤ n < 1. */
  readonly random: () => number
  /** Names this process in leases; another one after each start. */
  readonly owner: string
  readonly log: Log
  /** Unset: nothing is counted. */
  readonly metrics?: Metrics
}

/** What the steps of a delivery share inside one process. */
export type DeliveryContext = DeliveryDeps & { readonly breaker: Breaker }
