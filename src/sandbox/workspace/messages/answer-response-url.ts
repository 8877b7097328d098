import type { EphemeralMessage } from '../api.ts'
import { ApiError } from '../errors.ts'
import { isObject, type JsonObject, textOf } from '../json.ts'
import type { Parts } from '../parts.ts'
import type { ResponseTarget } from '../response-urls.ts'
import { changeMessage, publishMessage, removeMessage } from './change-messages.ts'
import { botMessage, checkContent, completeContent } from './compose-message.ts'

/** Carries out what the app sent to a `response_url`; throws Slack's error for content that it would not take. */
export function answerResponseUrl(body: JsonObject, target: ResponseTarget, parts: Parts): void {
  const channel = parts.directory.channel(target.channelId)
  if (!channel) throw new ApiError('channel_not_found')
  const original = target.messageTs
  if (isTrue(body.delete_original) && original !== undefined) {
    if (target.isEphemeral) parts.messages.replaceEphemeral(target.userId, original, undefined)
    else void removeMessage(parts, channel, original)
    return
  }
  checkContent(body)
  if (isTrue(body.replace_original) && original !== undefined) {
    replaceOriginal(body, target, original, parts)
    return
  }
  const message = botMessage(body, parts)
  if (body.response_type === 'in_channel') {
    void publishMessage(parts, channel, message)
    return
  }
  parts.messages.addEphemeral(target.userId, toEphemeral(channel.id, message))
}

function replaceOriginal(body: JsonObject, target: ResponseTarget, ts: string, parts: Parts): void {
  const content = completeContent(body)
  if (target.isEphemeral) {
    parts.messages.replaceEphemeral(target.userId, ts, toEphemeral(target.channelId, { ...content, ts }))
    return
  }
  const channel = parts.directory.channel(target.channelId)
  const known = parts.messages.find(target.channelId, ts)
  if (!channel || !known) throw new ApiError('message_not_found')
  if (known.bot_id !== parts.app.bot_id) throw new ApiError('cant_update_message')
  const { blocks: _blocks, ...kept } = known
  void changeMessage(parts, channel, {
    ...kept,
    type: 'message',
    ts,
    text: '',
    ...content,
    edited: { user: parts.app.bot_user_id, ts: parts.nextTs() },
  })
}

/** A message as only one person sees it. */
export function toEphemeral(channelId: string, message: JsonObject): EphemeralMessage {
  return {
    channel: channelId,
    ts: String(message.ts),
    text: textOf(message.text) ?? '',
    ...(Array.isArray(message.blocks) ? { blocks: message.blocks.filter(isObject) } : {}),
    ...(typeof message.thread_ts === 'string' ? { thread_ts: message.thread_ts } : {}),
  }
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}
