import type { Log } from '../ops/log.ts'
import type { Notifier, PostStore } from './ports.ts'
import type { NotificationSettings } from './settings.ts'

/** What the composition root hands to this room. */
export type NotificationDeps = {
  readonly posts: PostStore
  readonly notifier: Notifier
  readonly settings: NotificationSettings
  /** Epoch ms. */
  readonly now: () => number
  /** 0 ≤ n < 1. */
  readonly random: () => number
  /** Names this process in leases; another one after each start. */
  readonly owner: string
  readonly log: Log
}
