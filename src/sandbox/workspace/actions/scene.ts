import type { Channel } from '../directory.ts'
import { CannotDoError } from '../errors.ts'
import { type FieldSet, stateValues } from '../forms/field-set.ts'
import { type JsonObject, objectsOf } from '../json.ts'
import { channelName, viewForApp } from '../payloads.ts'
import type { Surface } from '../user-actions.ts'
import type { LiveView } from '../views/live-view.ts'
import { type Person, placeOf } from './person.ts'

/** What a person looks at: a view or a message, with the fields as this person filled them. */
export type Scene =
  | {
      readonly kind: 'view'
      readonly view: LiveView
      readonly blocks: readonly JsonObject[]
      readonly fields: FieldSet
    }
  | {
      readonly kind: 'message'
      readonly channel: Channel
      readonly message: JsonObject & { ts: string }
      readonly isEphemeral: boolean
      readonly blocks: readonly JsonObject[]
      readonly fields: FieldSet
    }

export function sceneOf(person: Person, where?: Surface): Scene {
  const { user, parts } = person
  if (typeof where === 'object') return messageScene(person, where.message)
  const modal = where === 'home' ? undefined : parts.views.topOf(user.id)
  const view = modal ?? (where === 'modal' ? undefined : parts.views.homeOf(user.id))
  if (!view) throw new CannotDoError(`${user.name} sees no ${where ?? 'modal and no Home'}.`)
  return { kind: 'view', view, blocks: view.blocks, fields: view.fields }
}

function messageScene(person: Person, ref: { channel: string; ts: string }): Scene {
  const { user, parts, messageForms } = person
  const channel = placeOf(person, ref.channel)
  const posted = parts.messages.find(channel.id, ref.ts)
  const own = parts.messages.ephemeralsOf(user.id).find((message) => message.ts === ref.ts)
  const message: (JsonObject & { ts: string }) | undefined =
    posted ??
    (own ? { type: 'message', ts: own.ts, text: own.text, blocks: [...(own.blocks ?? [])] } : undefined)
  if (!message) throw new CannotDoError(`${user.name} sees no message ${ref.ts} in ${ref.channel}.`)
  return {
    kind: 'message',
    channel,
    message,
    isEphemeral: posted === undefined,
    blocks: objectsOf(message.blocks),
    fields: messageForms.fieldsOf(user.id, channel.id, message),
  }
}

/** Container, view or message, and state, as block_actions and block_suggestion carry them. */
export function scenePayload(scene: Scene, { user, parts }: Person, withResponseUrl: boolean): JsonObject {
  if (scene.kind === 'view') {
    return {
      container: { type: 'view', view_id: scene.view.id },
      view: viewForApp(scene.view, parts),
    }
  }
  const { channel, message, isEphemeral } = scene
  const threadTs = typeof message.thread_ts === 'string' ? message.thread_ts : undefined
  const { metadata: _metadata, ...shown } = message
  const path = withResponseUrl
    ? parts.responseUrls.issue('actions', {
        userId: user.id,
        channelId: channel.id,
        messageTs: message.ts,
        isEphemeral,
        ...(threadTs === undefined ? {} : { threadTs }),
      })
    : undefined
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    },
    channel: { id: channel.id, name: channelName(channel) },
    ...(isEphemeral ? {} : { message: structuredClone(shown) }),
    state: { values: stateValues(scene.fields) },
    ...(path === undefined ? {} : { response_url: `${parts.origin()}${path}` }),
  }
}

/** Names a field for as long as its view or message lives. */
export function sceneKey(scene: Scene, blockId: string, actionId: string): string {
  return `${scene.kind === 'view' ? scene.view.id : scene.message.ts} ${blockId} ${actionId}`
}
