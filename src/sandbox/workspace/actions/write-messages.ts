import type { FileSeed, Message } from '../api.ts'
import type { Channel } from '../directory.ts'
import { CannotDoError } from '../errors.ts'
import { sharedCopies } from '../files/file-store.ts'
import { changeMessage, publishMessage, removeMessage } from '../messages/change-messages.ts'
import { addReaction } from '../messages/reactions.ts'
import { TEAM } from '../people.ts'
import { type Person, placeOf } from './person.ts'
import { typedText } from './type-text.ts'
import { storeUploads } from './upload-files.ts'

/** See `UserActions.post`. */
export async function postMessage(
  person: Person,
  place: string,
  text: string,
  options: { thread_ts?: string; files?: readonly FileSeed[] } = {},
): Promise<string> {
  const { user, parts } = person
  const channel = writablePlace(person, place)
  if (options.thread_ts !== undefined && !parts.messages.find(channel.id, options.thread_ts)) {
    throw new CannotDoError(`There is no message ${options.thread_ts} to reply to.`)
  }
  const files = storeUploads(person, options.files ?? [], channel.id)
  const message: Message = {
    type: 'message',
    ...(files.length > 0 ? { subtype: 'file_share', upload: false } : {}),
    user: user.id,
    ts: parts.nextTs(),
    client_msg_id: crypto.randomUUID(),
    text: typedText(text, parts.directory),
    team: user.is_stranger ? user.team_id : TEAM.id,
    ...(files.length > 0 ? { files: sharedCopies(files) } : {}),
    ...(options.thread_ts === undefined ? {} : { thread_ts: options.thread_ts }),
  }
  await publishMessage(parts, channel, message)
  return message.ts
}

export async function editMessage(person: Person, place: string, ts: string, text: string): Promise<void> {
  const { user, parts } = person
  const { channel, message } = ownMessage(person, place, ts)
  await changeMessage(parts, channel, {
    ...message,
    text: typedText(text, parts.directory),
    edited: { user: user.id, ts: parts.nextTs() },
  })
}

export async function deleteMessage(person: Person, place: string, ts: string): Promise<void> {
  const { channel } = ownMessage(person, place, ts)
  await removeMessage(person.parts, channel, ts)
}

export async function reactTo(person: Person, place: string, ts: string, emoji: string): Promise<void> {
  const { user, parts } = person
  const channel = placeOf(person, place)
  const message = parts.messages.find(channel.id, ts)
  if (!message) throw new CannotDoError(`There is no message ${ts} in ${place}.`)
  const name = emoji.replaceAll(':', '')
  addReaction(message, name, user.id)
  parts.changes.emit()
  await parts.events.sendReaction('reaction_added', channel, ts, name, user.id)
}

function writablePlace(person: Person, place: string): Channel {
  const channel = placeOf(person, place)
  if (channel.is_archived) throw new CannotDoError(`${place} is archived.`)
  const { messagesTab, messagesTabReadOnly } = person.parts.manifest
  if (channel.kind === 'im' && (!messagesTab || messagesTabReadOnly)) {
    throw new CannotDoError('The app takes no direct messages: its Messages tab is off or read-only.')
  }
  return channel
}

function ownMessage(person: Person, place: string, ts: string): { channel: Channel; message: Message } {
  const channel = placeOf(person, place)
  const message = person.parts.messages.find(channel.id, ts)
  if (message?.user !== person.user.id)
    throw new CannotDoError(`${person.user.name} wrote no message ${ts} in ${place}.`)
  return { channel, message }
}
