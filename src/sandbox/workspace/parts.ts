import type { Quirks } from './api.ts'
import type { Changes } from './changes.ts'
import type { Deliver } from './delivery/deliver.ts'
import type { EventDesk } from './delivery/event-desk.ts'
import type { Directory } from './directory.ts'
import type { FaultSwitches } from './fault-switches.ts'
import type { FileStore } from './files/file-store.ts'
import type { AppDefinition } from './manifest.ts'
import type { MessageLog } from './messages/message-log.ts'
import type { ResponseUrls } from './response-urls.ts'
import type { TrafficLog } from './traffic.ts'
import type { Triggers } from './triggers.ts'
import type { ViewDesk } from './views/view-desk.ts'

/** What the app is in this workspace. */
export type AppIdentity = {
  readonly id: string
  readonly bot_id: string
  readonly bot_user_id: string
  readonly name: string
}

/** The parts of one workspace. Functions name the ones they use with `Pick`. */
export type Parts = {
  readonly clock: () => number
  readonly nextTs: () => string
  readonly changes: Changes
  readonly traffic: TrafficLog
  readonly faults: FaultSwitches
  readonly directory: Directory
  readonly messages: MessageLog
  readonly files: FileStore
  readonly views: ViewDesk
  readonly triggers: Triggers
  readonly responseUrls: ResponseUrls
  readonly manifest: AppDefinition
  readonly app: AppIdentity
  readonly deliver: Deliver
  readonly events: EventDesk
  readonly strictScopes: boolean
  /** Read at each use: tests switch them. */
  readonly quirks: () => Quirks
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: () => string
}
