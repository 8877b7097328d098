import type {
  DisplayedView,
  EphemeralMessage,
  Fault,
  Message,
  Outcome,
  SharedEmail,
  SubmitOutcome,
  TrafficEntry,
  UserGroup,
  WorkspaceChannel,
  WorkspaceUser,
} from '../../workspace/api.ts'
import type { StateValues } from '../../workspace/user-actions.ts'
import { deleteJson, getJson, postJson } from './http.ts'

export type Command = {
  readonly command: string
  readonly description: string
  readonly usage_hint: string
}
export type Shortcut = {
  readonly name: string
  readonly description: string
  readonly callback_id: string
  readonly type: 'global' | 'message'
}

/** Who and what there is in the workspace. */
export type WorkspaceState = {
  readonly team: { readonly id: string; readonly name: string }
  readonly app: {
    readonly id: string
    readonly bot_id: string
    readonly bot_user_id: string
    readonly name: string
  }
  readonly users: readonly WorkspaceUser[]
  readonly channels: readonly WorkspaceChannel[]
  readonly groups: readonly UserGroup[]
  /** `ts` of the newest message by channel id, and by `dm:NAME`. */
  readonly latest: Readonly<Record<string, string>>
  readonly offers: {
    readonly name: string
    readonly commands: readonly Command[]
    readonly shortcuts: readonly Shortcut[]
    readonly home: boolean
    /** People can write to the app. */
    readonly messages: boolean
  }
}

/** What one person sees of the app outside channels. */
export type Screen = {
  readonly modal?: DisplayedView
  readonly stack: readonly DisplayedView[]
  readonly home?: DisplayedView
  readonly ephemerals: readonly EphemeralMessage[]
  /** What the person chose in elements of messages: the message's `ts` → values. */
  readonly entered: Readonly<Record<string, StateValues>>
}

/** Where something is clicked or filled in. */
export type Surface =
  | 'modal'
  | 'home'
  | { readonly message: { readonly channel: string; readonly ts: string } }

export type ActName =
  | 'command'
  | 'globalShortcut'
  | 'messageShortcut'
  | 'openHome'
  | 'fill'
  | 'pressEnter'
  | 'click'
  | 'options'
  | 'submit'
  | 'cancel'
  | 'closeAll'
  | 'post'
  | 'remove'

export type Offered = { readonly text: string; readonly value: string; readonly group?: string }
type Acted<Result> = { readonly result: Result; readonly screen: Screen }

const ROOT = '/workspace'

export const getState = () => getJson<WorkspaceState>(`${ROOT}/state`)

export const getScreen = (user: string) => getJson<Screen>(`${ROOT}/users/${user}/screen`)

/** `dm:ana` is Ana's direct message with the app. */
export async function getMessages(channel: string, threadTs?: string): Promise<readonly Message[]> {
  const query = threadTs === undefined ? '' : `?thread_ts=${threadTs}`
  const path = `${ROOT}/channels/${encodeURIComponent(channel)}/messages${query}`
  return (await getJson<{ messages: Message[] }>(path)).messages
}

export function act<Result = Outcome | SubmitOutcome | Outcome[] | string | null>(
  user: string,
  name: ActName,
  body: unknown = {},
): Promise<Acted<Result>> {
  return postJson(`${ROOT}/users/${user}/${name}`, body)
}

export type IndexedTraffic = TrafficEntry & { readonly index: number }

export async function getTraffic(): Promise<readonly IndexedTraffic[]> {
  return (await getJson<{ traffic: IndexedTraffic[] }>(`${ROOT}/traffic`)).traffic
}

export const sendEmail = (channel: string, email: SharedEmail) =>
  postJson<{ channel: string; ts: string }>(`${ROOT}/channels/${channel}/emails`, email)

export async function getWorkspaceFaults(): Promise<readonly Fault[]> {
  const { faults } = await getJson<{ faults: { fault: Fault }[] }>(`${ROOT}/faults`)
  return faults.map(({ fault }) => fault)
}
export const setWorkspaceFault = (fault: unknown) => postJson(`${ROOT}/faults`, fault)
export const clearWorkspaceFaults = () => deleteJson(`${ROOT}/faults`)
