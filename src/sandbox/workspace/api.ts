import type { JsonObject } from './json.ts'
import type { AppDefinition } from './manifest.ts'
import type { Surface, UserActions } from './user-actions.ts'

export type { JsonObject, JsonValue } from './json.ts'
export type * from './user-actions.ts'

export type WorkspaceOptions = {
  /** 0 (default) takes any free port. */
  readonly port?: number
  /** The app's manifest, parsed or as YAML or JSON text. Its commands, shortcuts, events and scopes are what the app has; its addresses are ignored. */
  readonly manifest: JsonObject | string
  /** Epoch milliseconds; drives `ts`, trigger and response_url expiry. Acks and delays run on real timers. */
  readonly clock?: () => number
  /** The app's one address, e.g. `http://127.0.0.1:3000/slack/events`; not needed while the app is connected by Socket Mode. */
  readonly requestUrl?: string
  /** Added to the default people; one with a default's name replaces it. */
  readonly users?: readonly UserSeed[]
  /** Added to the default channels; one with a default's name replaces it. */
  readonly channels?: readonly ChannelSeed[]
  /** Answer `missing_scope` where the manifest lacks a scope. Default true. */
  readonly strictScopes?: boolean
  /** Default 3000, as Slack. */
  readonly triggerLifetimeMs?: number
  /** Default 3000, as Slack. */
  readonly ackTimeoutMs?: number
  /** Pauses before the repeats of a failed event. Default as Slack: at once, a minute, five minutes. */
  readonly eventRetryDelaysMs?: readonly number[]
  readonly quirks?: Quirks
}

export type Quirks = {
  /** Values that an update prefilled are empty in `state.values` until the person touches them (bolt-js#1073). Default false. */
  readonly updatePrefilledValuesMissing?: boolean
}

export type UserSeed = {
  readonly name: string
  readonly real_name?: string
  readonly email?: string
  /** IANA zone. Default America/New_York. */
  readonly tz?: string
  /** A guest. */
  readonly is_restricted?: boolean
  /** A person of another workspace, met in a shared channel. */
  readonly is_stranger?: boolean
  readonly deleted?: boolean
  /** Handles of user groups, e.g. `office`. */
  readonly groups?: readonly string[]
}

export type ChannelSeed = {
  readonly name: string
  readonly is_private?: boolean
  readonly is_archived?: boolean
  /** Shared with another workspace. */
  readonly is_ext_shared?: boolean
  /** Default true. */
  readonly bot_member?: boolean
  /** Names of people. Default: everybody of this workspace. */
  readonly members?: readonly string[]
}

export type WorkspaceUser = {
  readonly id: string
  readonly name: string
  readonly real_name: string
  readonly email: string
  readonly team_id: string
  readonly tz: string
  readonly is_restricted: boolean
  readonly is_stranger: boolean
  readonly deleted: boolean
}

export type WorkspaceChannel = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'im' | 'mpim'
  readonly is_archived: boolean
  readonly bot_member: boolean
  /** Ids of people. */
  readonly members: readonly string[]
}

export type UserGroup = { readonly id: string; readonly handle: string; readonly users: readonly string[] }

export type DefaultUserName = 'ana' | 'sam' | 'olivia' | 'gus' | 'xavier'
export type DefaultChannelName = 'leads' | 'leads-inbox' | 'office' | 'general'

/** A message as conversations.history gives it (with `include_all_metadata`). */
export type Message = JsonObject & {
  type: 'message'
  ts: string
  text: string
}

/** A message that only one person sees. */
export type EphemeralMessage = {
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly blocks?: readonly JsonObject[]
  readonly thread_ts?: string
}

export type SharedEmail = {
  readonly subject: string
  readonly from: { readonly name: string; readonly address: string }
  readonly plain_text: string
  /** The text in the message is cut or missing; `files.info` and the download have all of it. */
  readonly has_more?: boolean
  /** What `files.info` and the download give when it differs from `plain_text`. */
  readonly full_text?: string
  readonly html?: string
  readonly attachments?: readonly {
    readonly filename: string
    readonly mimetype?: string
    readonly size?: number
    readonly content?: string
  }[]
  readonly message_id?: string
  readonly reply_to?: string
  /** RFC 2822; default is now. */
  readonly date?: string
  readonly to?: readonly { readonly name: string; readonly address: string }[]
  readonly cc?: readonly { readonly name: string; readonly address: string }[]
}

export type TrafficEntry = {
  readonly direction: 'app→slack' | 'slack→app'
  /** Web API method, or the payload's type: `slash_commands`, `shortcut`, `message_action`, `view_submission`, `event:message` … */
  readonly what: string
  /** Epoch milliseconds of the workspace's clock. */
  readonly at: number
  readonly request: JsonObject
  /** Missing while the call is under way. */
  readonly durationMs?: number
  readonly response?: JsonObject | string
  /** HTTP status; 200 for an acknowledged envelope. Missing when no answer came. */
  readonly status?: number
  /** `operation_timeout`, `connection_failed`, … for deliveries; Slack's `error` for calls. */
  readonly error?: string
  /** 1, 2, 3 for a repeated event. */
  readonly retry?: number
}

/** A fault of the Web API: the app's calls of `method` (`*`: all) meet it. Without error, status and reset it only delays. */
export type ApiFault = {
  readonly method: string
  /** Name or id; only calls that name this channel. */
  readonly channel?: string
  /** Answer `{ok:false,error}`. */
  readonly error?: string
  /** Answer with this HTTP status, e.g. 429 or 500. */
  readonly status?: number
  /** Seconds, with status 429. */
  readonly retryAfter?: number
  /** Cut the connection instead of answering. */
  readonly reset?: true
  readonly delayMs?: number
  /** How many calls meet it. Default: all until cleared. */
  readonly times?: number
  /** Carry the call out first, so that only its answer is lost. */
  readonly afterProcessing?: boolean
}

export const DELIVERY_KINDS = [
  'events',
  'commands',
  'shortcut',
  'message_action',
  'block_actions',
  'block_suggestion',
  'view_submission',
  'view_closed',
] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

/** A fault on the way to the app. */
export type DeliveryFault = {
  readonly deliver: DeliveryKind
  readonly times?: number
  /** Deliver the same payload a second time, right after the first. */
  readonly duplicate?: true
  readonly delayMs?: number
  /** Never arrives; the person sees a failure, an event is repeated. */
  readonly drop?: true
}

export type Fault = ApiFault | DeliveryFault

export type FaultHandle = {
  /** How many calls or deliveries met it so far. */
  readonly used: number
  clear(): void
}

export type Hold = {
  /** Resolves when the first call has arrived and waits. */
  readonly arrived: Promise<void>
  /** Lets the waiting calls and all later ones through. */
  release(): void
}

export type WaitOptions = { readonly timeoutMs?: number; readonly what?: string }

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

export type Workspace = AsyncDisposable & {
  /** For SLACK_API_URL: `http://127.0.0.1:PORT/api/`. */
  readonly url: string
  readonly port: number
  readonly botToken: string
  readonly signingSecret: string
  readonly appToken: string
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  readonly app: {
    readonly id: string
    readonly bot_id: string
    readonly bot_user_id: string
    readonly name: string
  }
  readonly users: Readonly<Record<DefaultUserName, WorkspaceUser>> & Readonly<Record<string, WorkspaceUser>>
  readonly channels: Readonly<Record<DefaultChannelName, WorkspaceChannel>> &
    Readonly<Record<string, WorkspaceChannel>>
  readonly groups: Readonly<Record<'office', UserGroup>> & Readonly<Record<string, UserGroup>>
  /** What the manifest makes of the app. */
  readonly definition: AppDefinition

  /** Acts as this person; throws for a name that nobody has. */
  as(user: DefaultUserName | (string & {})): UserActions

  setRequestUrl(url: string): void
  /** Sends the signed `url_verification`; true when the challenge came back. */
  verifyRequestUrl(): Promise<boolean>
  setQuirks(quirks: Quirks): void
  /** Archives a channel, takes the bot out of it, makes it private … */
  setChannel(
    channel: string,
    change: { is_archived?: boolean; bot_member?: boolean; is_private?: boolean },
  ): void

  /** Oldest first: the channel's own messages, or with `thread_ts` that thread with its parent first. `dm:ana` is Ana's DM with the app. */
  messages(channel: string, options?: { thread_ts?: string }): Message[]
  /** The direct messages between this person and the app, oldest first. */
  dm(user: string): Message[]
  /** An email arrives in a channel (`dm:ana`: in Ana's DM with the app), as forwarded mail does; resolves when its event was answered or failed. */
  shareEmail(channel: string, email: SharedEmail): Promise<{ channel: string; ts: string; file: JsonObject }>

  /**
   * Resolves with the first value of `find` that is neither undefined, null nor false. `find` runs again after each change in the
   * workspace (call, delivery, view, message) and after `touch()`; what it throws counts as "not yet". Rejects with the last traffic.
   */
  waitFor<Value>(find: () => Value | undefined | null | false, options?: WaitOptions): Promise<Value>
  /** Makes every `waitFor` look again: for conditions that depend on something outside the workspace. */
  touch(): void
  /** Resolves when no delivery and no Web API call is under way. */
  drain(): Promise<void>

  traffic(): TrafficEntry[]
  /** The app's calls of one Web API method, oldest first. */
  calls(method: string): TrafficEntry[]

  setFault(fault: Fault): FaultHandle
  /** Those that are still to be met, in the order in which they were set. */
  faults(): { readonly fault: Fault; readonly used: number }[]
  clearFaults(): void
  /** Holds the app's calls of `method` before they are carried out (`afterProcessing`: before they are answered). */
  hold(method: string, options?: { afterProcessing?: boolean }): Hold
  /** Nothing can connect any more; open connections are cut. People can still act. */
  goDown(): Promise<void>
  /** Listens again on the same port. */
  comeUp(): Promise<void>
  /** Tells every connected Socket Mode client to go, as Slack does. */
  disconnectSockets(reason?: DisconnectReason): void
  /** How many Socket Mode connections are open. */
  readonly sockets: number
  /** Repeats all failed events that are waiting for their next attempt; resolves when they have been answered. */
  retryEventsNow(): Promise<void>
  /** Events that failed and wait for their next attempt. */
  pendingEventRetries(): number

  close(): Promise<void>
}

export type { Surface }
