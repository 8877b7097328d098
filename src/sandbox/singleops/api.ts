import type { WaitOptions } from '../workspace/api.ts'
import type { AccountSeed, CustomInputSeed, OperationSeed } from './account.ts'
import type { ClientSeed, HideRule } from './client-book.ts'
import type { Fault } from './fault.ts'
import type { FaultHandle, Hold, HoldOptions } from './fault-switches.ts'
import type { SandboxJob, SandboxTask } from './job.ts'
import type { RequestEntry } from './request-log.ts'
import type { WireClient } from './wire.ts'

export type SingleOpsServerOptions = {
  /** Default 0: any free one. */
  readonly port?: number
  /** Default 127.0.0.1. */
  readonly host?: string
  /** Default: the one of `seedAccount()`, with the credentials in `MAIN_ACCOUNT`. */
  readonly accounts?: readonly AccountSeed[]
  /** For everything drawn, the clients' tokens above all. Default 1. */
  readonly seed?: number
  /** Whether a search for a phone also looks into `mobile`: the page doesn't say. Default false. */
  readonly phoneSearchSeesMobile?: boolean
  /** Custom inputs name their operations as `{id, name}` instead of by id. Default false. */
  readonly operationsAsObjects?: boolean
  /** With what a refused `POST jobs` (`success:false`) comes: the page doesn't say, 200 is our reading. */
  readonly refusalStatus?: 200 | 422
  /** Passes before each request to the API is carried out. Default 0. */
  readonly latencyMs?: Latency
  /** Epoch ms. Default: the machine's. */
  readonly clock?: () => number
}

export type Latency = number | (() => number)

export type SandboxClient = WireClient & { readonly account: string }

export type SingleOpsServer = AsyncDisposable & {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** For SINGLEOPS_BASE_URL: `…/api/v1/`. */
  readonly baseUrl: string
  /** For SINGLEOPS_JOB_URL and SINGLEOPS_CLIENT_URL: pages of this server, with `{id}` in them. */
  readonly jobUrl: string
  readonly clientUrl: string
  readonly port: number

  /** As the office sees them, oldest first; of one account or of all. */
  jobs(account?: string): SandboxJob[]
  tasks(account?: string): SandboxTask[]
  clients(account?: string): SandboxClient[]
  /** Only those that came in through the API. */
  portalClients(account?: string): SandboxClient[]
  /** Every request outside `/_sandbox/`, oldest first; or only those of one API path, e.g. `jobs`. */
  requests(path?: string): RequestEntry[]
  /** What was answered to one of the newest of them, by its id; without clients' secrets. */
  answerTo(id: number): string | undefined

  /** Throws on an unknown account, and on an id or name that is taken. */
  addClient(account: string, seed: ClientSeed): SandboxClient
  /** What the office does: `from` stays in the search, archived and pointing at `into`, which takes over its jobs and nothing else. */
  mergeClient(account: string, from: number, into: number): void
  /** What the office does with a portal client; its jobs leave the stage *Unconfirmed Client*. */
  confirmClient(account: string, id: number): void
  /** Replaces operations or custom inputs while the server runs. */
  setCatalog(
    account: string,
    catalog: {
      readonly operations?: readonly OperationSeed[]
      readonly customInputs?: readonly CustomInputSeed[]
    },
  ): void
  /** When the search begins to show portal clients that come in from now on; undefined: at once. */
  setHideRule(rule: HideRule | undefined, account?: string): void
  /** Shows all that are hidden, and hides no further ones. */
  showClients(account?: string): void

  setFault(fault: Fault): FaultHandle
  /** Also releases every hold. */
  clearFaults(): void
  /** Holds requests to an API path (`*`: all) before they are carried out, or with `afterProcessing` before they are answered. */
  hold(path: string, options?: HoldOptions): Hold
  setLatency(latencyMs: Latency): void
  /** Nothing can connect any more; open connections are cut, and what was not carried out yet never is. */
  goDown(): Promise<void>
  /** Listens again on the same port. */
  comeUp(): Promise<void>

  /**
   * Resolves with the first value of `find` that is neither undefined, null nor false. `find` runs again after each change on this
   * server; what it throws counts as "not yet". Rejects with the last requests. Default `timeoutMs` 5000.
   */
  waitFor<Value>(find: () => Value | undefined | null | false, options?: WaitOptions): Promise<Value>
  /** Resolves when no request is under way; one that is never answered counts until the other side gives up. */
  drain(): Promise<void>
  /** Cuts what is open. May be called twice. */
  close(): Promise<void>
}
