import type { Channel } from '../directory.ts'
import { ApiError } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { type Call, optionalText, requiredText } from './call.ts'

/** Channel kind → prefix of its scopes. */
export const SCOPE_PREFIX = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const

/** The scope of this kind for the channel that the call names; for an unknown channel the one of public channels. */
export function channelScope(
  call: Call,
  parts: Pick<Parts, 'directory'>,
  right: 'read' | 'history',
): string[] {
  const channel = parts.directory.channel(optionalText(call, 'channel') ?? '')
  return [`${SCOPE_PREFIX[channel?.kind ?? 'public']}:${right}`]
}

/** The channel that the call names by id, as far as the bot may know of it: private ones only from inside. */
export function visibleChannel(call: Call, parts: Pick<Parts, 'directory'>): Channel {
  const ref = requiredText(call, 'channel')
  const channel = parts.directory.channel(ref)
  // Posting is the one thing that Slack also does by name.
  if (channel && channel.id !== ref && call.method !== 'chat.postMessage')
    throw new ApiError('channel_not_found')
  if (!channel || (channel.kind === 'private' && !channel.bot_member)) throw new ApiError('channel_not_found')
  return channel
}

/** A channel that the bot is in. */
export function joinedChannel(call: Call, parts: Pick<Parts, 'directory'>): Channel {
  const channel = visibleChannel(call, parts)
  if (!channel.bot_member) throw new ApiError('not_in_channel')
  return channel
}

/** A channel that the bot may post to; people are named by id for a direct message. */
export function writableChannel(
  call: Call,
  parts: Pick<Parts, 'directory' | 'manifest' | 'strictScopes'>,
): Channel {
  const user = parts.directory.users().find((person) => person.id === optionalText(call, 'channel'))
  if (user) return parts.directory.dm(user.id)
  const channel = visibleChannel(call, parts)
  if (channel.is_archived) throw new ApiError('is_archived')
  const mayPostAnywhere = !parts.strictScopes || parts.manifest.scopes.has('chat:write.public')
  if (!channel.bot_member && !(channel.kind === 'public' && mayPostAnywhere)) {
    throw new ApiError('not_in_channel')
  }
  return channel
}
