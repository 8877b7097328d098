import type { Message } from '../api.ts'
import { ApiError } from '../errors.ts'
import { completeBlocks } from '../forms/complete-blocks.ts'
import { copyOf, isObject, type JsonObject, objectsOf, textOf } from '../json.ts'
import type { Parts } from '../parts.ts'
import { TEAM } from '../people.ts'
import { describeProblem } from '../validate/problem.ts'
import { validateMessage } from '../validate/validate-message.ts'

/** Slack's caps for a message's text and for its metadata. */
const MAX_TEXT = 40_000
const MAX_METADATA_BYTES = 16_000

/** What Slack shows in place of a text that the app did not give. */
const NO_FALLBACK = "This content can't be displayed."

/** Throws Slack's error for content that it would not take. */
export function checkContent(content: JsonObject): void {
  const { text, blocks, attachments, metadata } = content
  if (blocks !== undefined && !Array.isArray(blocks)) throw new ApiError('invalid_blocks_format')
  const isEmpty = (value: unknown) => !Array.isArray(value) || value.length === 0
  if ((text === undefined || text === null || text === '') && isEmpty(blocks) && isEmpty(attachments)) {
    throw new ApiError('no_text')
  }
  if (String(text ?? '').length > MAX_TEXT) throw new ApiError('msg_too_long')
  checkMetadata(metadata)
  const problems = validateMessage(content)
  if (problems.length === 0) return
  throw new ApiError('invalid_blocks', {
    errors: problems.map((problem) => describeProblem(problem)),
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${describeProblem(problem)}`) },
  })
}

function checkMetadata(metadata: unknown): void {
  if (metadata === undefined || metadata === null) return
  if (!isObject(metadata)) throw new ApiError('invalid_metadata_format')
  if (Object.keys(metadata).length === 0) return
  if (typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload)) {
    throw new ApiError('invalid_metadata_format')
  }
  if (Buffer.byteLength(JSON.stringify(metadata)) > MAX_METADATA_BYTES)
    throw new ApiError('metadata_too_large')
}

/** Text, blocks, attachments and metadata as a stored message has them. */
export function completeContent(content: JsonObject): JsonObject {
  const blocks = objectsOf(content.blocks)
  const { attachments, metadata } = content
  return {
    text: textOf(content.text) || (blocks.length > 0 ? NO_FALLBACK : ''),
    ...(blocks.length > 0 ? { blocks: completeBlocks(blocks) } : {}),
    ...(Array.isArray(attachments) && attachments.length > 0 ? { attachments: copyOf(attachments) } : {}),
    ...(isObject(metadata) && Object.keys(metadata).length > 0 ? { metadata: copyOf(metadata) } : {}),
  }
}

/** A message of the app's bot. */
export function botMessage(
  content: JsonObject,
  { app, manifest, nextTs }: Pick<Parts, 'app' | 'manifest' | 'nextTs'>,
): Message {
  const threadTs = textOf(content.thread_ts)
  return {
    type: 'message',
    user: app.bot_user_id,
    ts: nextTs(),
    bot_id: app.bot_id,
    app_id: app.id,
    team: TEAM.id,
    bot_profile: {
      id: app.bot_id,
      app_id: app.id,
      name: manifest.botName,
      user_id: app.bot_user_id,
      team_id: TEAM.id,
      deleted: false,
    },
    text: '',
    ...completeContent(content),
    ...(threadTs ? { thread_ts: threadTs } : {}),
  }
}
