import type { Outcome, WorkspaceUser } from '../api.ts'
import type { DeliveryResult } from '../delivery/deliver.ts'
import type { Channel } from '../directory.ts'
import { CannotDoError } from '../errors.ts'
import type { MessageForms } from '../forms/message-forms.ts'
import type { JsonObject } from '../json.ts'
import type { Parts } from '../parts.ts'

/** One person at work in the workspace. */
export type Person = {
  readonly user: WorkspaceUser
  readonly parts: Parts
  readonly messageForms: MessageForms
  /** What external selects offered, by view or message and field. */
  readonly suggestions: Map<string, JsonObject[]>
}

/** The channel that this person means; `dm` is the direct message with the app. */
export function placeOf({ user, parts }: Person, ref: string): Channel {
  const channel = ref === 'dm' ? parts.directory.dm(user.id) : parts.directory.channel(ref)
  if (!channel) throw new CannotDoError(`There is no channel ${ref}.`)
  if (!channel.members.has(user.id)) throw new CannotDoError(`${user.name} is not in ${ref}.`)
  return channel
}

/** Apps are not offered to people of other workspaces, except for what stands in messages. */
export function refuseStranger({ user }: Person, what: string): void {
  if (user.is_stranger)
    throw new CannotDoError(`${user.name} is of another workspace and is not offered ${what}.`)
}

/** Without it Slack shows an error instead of asking the app. */
export function requireInteractivity({ parts }: Person): void {
  if (!parts.manifest.interactive) throw new CannotDoError('The manifest does not enable interactivity.')
}

export function toOutcome(result: DeliveryResult): Outcome {
  return {
    ok: result.ok,
    ackMs: result.ackMs,
    ...(result.status === undefined ? {} : { status: result.status }),
    ...(result.ok ? {} : { error: failureOf(result) }),
  }
}

export function failureOf(result: DeliveryResult): 'operation_timeout' | 'dispatch_failed' {
  return result.failure === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed'
}
