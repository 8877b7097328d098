import type { Message } from '../api.ts'
import type { Channel } from '../directory.ts'
import { copyOf } from '../json.ts'
import type { Parts } from '../parts.ts'

type Needs = Pick<Parts, 'messages' | 'events' | 'nextTs'>

/** Keeps the message and tells the app; resolves when its event was answered or failed. */
export async function publishMessage(parts: Needs, channel: Channel, message: Message): Promise<void> {
  parts.messages.add(channel.id, message)
  await parts.events.sendMessage(channel, withoutMetadata(message))
}

export async function changeMessage(parts: Needs, channel: Channel, changed: Message): Promise<void> {
  const previous = parts.messages.find(channel.id, changed.ts)
  if (!previous) return
  const before = copyOf(previous)
  parts.messages.replace(channel.id, changed)
  await parts.events.sendMessage(channel, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    ts: parts.nextTs(),
    message: withoutMetadata(changed),
    previous_message: withoutMetadata(before),
  })
}

export async function removeMessage(parts: Needs, channel: Channel, ts: string): Promise<void> {
  const previous = parts.messages.find(channel.id, ts)
  if (!previous) return
  parts.messages.remove(channel.id, ts)
  await parts.events.sendMessage(channel, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    ts: parts.nextTs(),
    deleted_ts: ts,
    previous_message: withoutMetadata(previous),
  })
}

// Plain message events carry no metadata; Slack sends it in events of its own.
function withoutMetadata(message: Message): Message {
  const { metadata: _metadata, ...rest } = copyOf(message)
  return { ...rest, type: 'message', ts: message.ts, text: message.text }
}
