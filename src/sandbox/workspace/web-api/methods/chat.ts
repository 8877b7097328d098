import type { Message } from '../../api.ts'
import type { Channel } from '../../directory.ts'
import { ApiError } from '../../errors.ts'
import { copyOf } from '../../json.ts'
import { toEphemeral } from '../../messages/answer-response-url.ts'
import { changeMessage, publishMessage, removeMessage } from '../../messages/change-messages.ts'
import { botMessage, checkContent, completeContent } from '../../messages/compose-message.ts'
import { addReaction, reactedBy, removeReaction } from '../../messages/reactions.ts'
import type { Parts } from '../../parts.ts'
import { TEAM } from '../../people.ts'
import { type Call, flag, type Methods, optionalText, requiredText } from '../call.ts'
import { visibleChannel, writableChannel } from '../channel-access.ts'

export const chatMethods: Methods = {
  'chat.postMessage': {
    scopes: (call) => [
      'chat:write',
      ...(call.args.username || call.args.icon_url || call.args.icon_emoji ? ['chat:write.customize'] : []),
    ],
    run(call, parts) {
      const channel = writableChannel(call, parts)
      if (channel.kind === 'im' && !parts.manifest.messagesTab) throw new ApiError('messages_tab_disabled')
      checkContent(call.args)
      refuseUnknownThread(call, parts, channel)
      const message = botMessage(call.args, parts)
      if (flag(call, 'reply_broadcast') && message.thread_ts) message.subtype = 'thread_broadcast'
      void publishMessage(parts, channel, message)
      return { channel: channel.id, ts: message.ts, message: copyOf(message) }
    },
  },
  'chat.postEphemeral': {
    scopes: () => ['chat:write'],
    run(call, parts) {
      const channel = writableChannel(call, parts)
      const userId = requiredText(call, 'user')
      if (!channel.members.has(userId)) throw new ApiError('user_not_in_channel')
      checkContent(call.args)
      const message = botMessage(call.args, parts)
      parts.messages.addEphemeral(userId, toEphemeral(channel.id, message))
      return { message_ts: message.ts }
    },
  },
  'chat.update': {
    scopes: () => ['chat:write'],
    run(call, parts) {
      const { channel, message } = ownMessage(call, parts, 'cant_update_message')
      // What is left out stays; an empty list takes blocks or attachments away.
      const content = {
        text: call.args.text ?? message.text,
        blocks: call.args.blocks ?? message.blocks ?? [],
        attachments: call.args.attachments ?? message.attachments ?? [],
        metadata: call.args.metadata ?? message.metadata ?? null,
      }
      checkContent(content)
      const { blocks: _blocks, attachments: _attachments, metadata: _metadata, ...kept } = copyOf(message)
      const changed: Message = {
        ...kept,
        type: 'message',
        ts: message.ts,
        text: '',
        ...completeContent(content),
        edited: { user: parts.app.bot_user_id, ts: parts.nextTs() },
      }
      void changeMessage(parts, channel, changed)
      return { channel: channel.id, ts: changed.ts, text: changed.text, message: copyOf(changed) }
    },
  },
  'chat.delete': {
    scopes: () => ['chat:write'],
    run(call, parts) {
      const { channel, message } = ownMessage(call, parts, 'cant_delete_message')
      void removeMessage(parts, channel, message.ts)
      return { channel: channel.id, ts: message.ts }
    },
  },
  'chat.getPermalink': {
    run(call, parts) {
      const channel = visibleChannel(call, parts)
      const ts = requiredText(call, 'message_ts')
      const message = parts.messages.find(channel.id, ts)
      if (!message) throw new ApiError('message_not_found')
      const thread =
        typeof message.thread_ts === 'string' && message.thread_ts !== ts
          ? `?thread_ts=${message.thread_ts}&cid=${channel.id}`
          : ''
      const address = `https://${TEAM.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`
      return { channel: channel.id, permalink: `${address}${thread}` }
    },
  },
  'reactions.add': {
    scopes: () => ['reactions:write'],
    run(call, parts) {
      const { channel, message, name } = reactionOf(call, parts)
      if (reactedBy(message, name).includes(parts.app.bot_user_id)) throw new ApiError('already_reacted')
      addReaction(message, name, parts.app.bot_user_id)
      void parts.events.sendReaction('reaction_added', channel, message.ts, name, parts.app.bot_user_id)
      parts.changes.emit()
      return {}
    },
  },
  'reactions.remove': {
    scopes: () => ['reactions:write'],
    run(call, parts) {
      const { channel, message, name } = reactionOf(call, parts)
      if (!reactedBy(message, name).includes(parts.app.bot_user_id)) throw new ApiError('no_reaction')
      removeReaction(message, name, parts.app.bot_user_id)
      void parts.events.sendReaction('reaction_removed', channel, message.ts, name, parts.app.bot_user_id)
      parts.changes.emit()
      return {}
    },
  },
}

function refuseUnknownThread(call: Call, parts: Parts, channel: Channel): void {
  const threadTs = optionalText(call, 'thread_ts')
  if (threadTs === undefined) return
  const parent = parts.messages.find(channel.id, threadTs)
  if (!parent) throw new ApiError('thread_not_found')
  if (parent.thread_ts !== undefined && parent.thread_ts !== threadTs)
    throw new ApiError('cannot_reply_to_message')
}

function ownMessage(call: Call, parts: Parts, refusal: string): { channel: Channel; message: Message } {
  const channel = visibleChannel(call, parts)
  const message = parts.messages.find(channel.id, requiredText(call, 'ts'))
  if (!message) throw new ApiError('message_not_found')
  if (channel.is_archived) throw new ApiError('is_inactive')
  if (message.bot_id !== parts.app.bot_id) throw new ApiError(refusal)
  return { channel, message }
}

function reactionOf(call: Call, parts: Parts): { channel: Channel; message: Message; name: string } {
  const channel = visibleChannel(call, parts)
  const message = parts.messages.find(channel.id, requiredText(call, 'timestamp'))
  const name = requiredText(call, 'name')
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/u.test(name)) throw new ApiError('invalid_name')
  if (!message) throw new ApiError('message_not_found')
  if (channel.is_archived) throw new ApiError('is_archived')
  if (!channel.bot_member) throw new ApiError('not_in_channel')
  return { channel, message, name }
}
