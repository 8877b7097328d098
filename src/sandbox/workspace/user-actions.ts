import type { EphemeralMessage } from './api.ts'
import type { JsonObject } from './json.ts'

/** Where something is clicked or filled. Default: the modal on top, else the App Home. */
export type Surface =
  | 'modal'
  | 'home'
  | { readonly message: { readonly channel: string; readonly ts: string } }

/** How one delivery ended, as the person sees it. */
export type Outcome = {
  readonly ok: boolean
  readonly ackMs: number
  readonly status?: number
  /** `operation_timeout`: no ack in time; `dispatch_failed`: anything else that is no clean 200. */
  readonly error?: 'operation_timeout' | 'dispatch_failed'
}

export type CommandReply = {
  readonly response_type: 'ephemeral' | 'in_channel'
  readonly text: string
  readonly blocks?: readonly JsonObject[]
  readonly ts: string
}
export type CommandOutcome = Outcome & { readonly reply?: CommandReply }

export type SubmitOutcome = {
  /**
   * `invalid`: Slack's own checks failed, nothing was sent. `failed`: no clean ack, the modal stays open with a banner and all entries.
   * `closed`: this view went away and the one below, if any, is shown again.
   */
  readonly kind: 'closed' | 'errors' | 'updated' | 'pushed' | 'cleared' | 'failed' | 'invalid'
  /** Block id → text, with `errors` and `invalid`. */
  readonly errors?: Readonly<Record<string, string>>
  readonly ackMs: number
  /** Why `failed`. */
  readonly reason?: string
}

/** Block id → action id → entry. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>

/** A view as the person sees it. `view` is what the app would get in a payload, with `state` and `hash`. */
export type DisplayedView = {
  readonly id: string
  readonly type: 'modal' | 'home'
  readonly title: string
  readonly callback_id: string
  readonly private_metadata: string
  readonly external_id: string
  readonly hash: string
  readonly submit: string | undefined
  readonly close: string | undefined
  readonly blocks: readonly JsonObject[]
  /** What the fields show, including values that the payload leaves out under the quirk. */
  readonly state: { readonly values: StateValues }
  /** Errors beside fields: block id → text. */
  readonly errors: Readonly<Record<string, string>>
  /** "We had some trouble connecting. Try again?" */
  readonly banner: string | undefined
  /** The view as readable text; see `render-text.ts`. */
  readonly text: string
  readonly view: JsonObject
}

export type FileSeed = {
  readonly name: string
  readonly mimetype?: string
  readonly content?: string | Uint8Array
}

/**
 * What goes into a field. Options are named by text or value; people and channels by name or id; dates as `YYYY-MM-DD`, times as `HH:mm`, or a
 * `Date` (read in the person's time zone). `true` / `false` ticks or unticks all checkboxes of a block; `null` empties the field.
 */
export type FieldValue =
  | string
  | number
  | boolean
  | Date
  | null
  /** `typed`: what is typed into an external select to find the option. */
  | { readonly option: string; readonly typed?: string }
  | { readonly files: readonly FileSeed[] }
  | readonly (string | { readonly option: string })[]

/** A button or overflow option by what is written on it, or any element by its ids. */
export type ClickTarget =
  | string
  | {
      readonly action_id: string
      readonly block_id?: string
      /** The overflow, radio or select option to take. */
      readonly option?: string
    }

export type UserActions = {
  readonly id: string
  readonly name: string

  /** Types a slash command. Default channel: general. Throws when the manifest has no such command. */
  command(command: string, text?: string, options?: { channel?: string }): Promise<CommandOutcome>
  globalShortcut(callbackId: string): Promise<Outcome>
  messageShortcut(callbackId: string, message: { channel: string; ts: string }): Promise<Outcome>

  /** Opens the app's Home tab; resolves when `app_home_opened` was answered (or at once when the app did not subscribe). */
  openHome(): Promise<Outcome>
  home(): DisplayedView | undefined
  /** The view on top, as the person sees it now. */
  modal(): DisplayedView | undefined
  /** All open views, the root first. */
  stack(): DisplayedView[]

  /**
   * Enters values; keys are labels or block ids (for elements outside input blocks: action ids or placeholders too). Throws when there is no such
   * field, no such option, or more than one field fits. Sends `block_actions` where Slack does; text fields that dispatch on Enter need `pressEnter`.
   */
  fill(values: Readonly<Record<string, FieldValue>>, where?: Surface): Promise<Outcome[]>
  /** Enter in a one-line text field: dispatches its action when it has one for Enter, else submits the modal; elsewhere nothing happens then. */
  pressEnter(field: string, where?: Surface): Promise<Outcome | SubmitOutcome>
  /** What this person chose in elements of messages: the message's `ts` → the values as in `state.values`. */
  entered(): Readonly<Record<string, StateValues>>
  /** Throws when nothing fits or the element is a plain link that sends nothing the person could see. `confirm: false` answers its dialog with no. */
  click(target: ClickTarget, where?: Surface, options?: { confirm?: boolean }): Promise<Outcome>
  /** Opens an external select and types; the options are kept for `fill`. Throws on a late or invalid answer. */
  options(field: string, typed: string, where?: Surface): Promise<{ text: string; value: string }[]>

  submit(): Promise<SubmitOutcome>
  /** The close button of the view on top. */
  cancel(): Promise<void>
  /** The x: closes the whole stack. */
  closeAll(): Promise<void>

  /** Posts a message; `dm` as channel is the DM with the app. Resolves with its `ts`, once its event was answered or failed. */
  post(
    channel: string,
    text: string,
    options?: { thread_ts?: string; files?: readonly FileSeed[] },
  ): Promise<string>
  edit(channel: string, ts: string, text: string): Promise<void>
  remove(channel: string, ts: string): Promise<void>
  react(channel: string, ts: string, emoji: string): Promise<void>
  /** Messages that only this person sees, oldest first. */
  ephemerals(): EphemeralMessage[]
}
