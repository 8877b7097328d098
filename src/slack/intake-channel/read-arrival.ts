import { z } from 'zod'
import type { Arrival, Said } from '../../intake/inbox/ports.ts'
import { present } from '../../lead/present.ts'
import { type MessageRead, readMessage } from '../message-source.ts'

/** Who the app itself is in Slack. */
export type Self = { readonly botId?: string; readonly botUserId?: string }

/** What a message event says has happened. */
export type Happening =
  | { readonly kind: 'arrived' | 'edited'; readonly arrival: Arrival }
  | { readonly kind: 'deleted'; readonly channel: string; readonly ts: string }

const text = z.string().optional().catch(undefined)

const Posted = z.object({
  ts: z.string(),
  subtype: text,
  thread_ts: text,
  user: text,
  bot_id: text,
  edited: z.object({}).optional().catch(undefined),
  files: z.array(z.object({ mode: text, filetype: text }).catch({})).catch([]),
})
type Posted = z.infer<typeof Posted>

const Event = z.object({
  channel: z.string(),
  subtype: text,
  deleted_ts: text,
  message: z.unknown().optional(),
})

// All others are Slack's own words: joins, topics, pins, reminders …
const WORDS_OF_SOMEBODY = new Set([undefined, 'file_share', 'bot_message', 'me_message'])

/** What is to be done about a message event; undefined: nothing. Never throws, whatever the shape. */
export function readHappening(event: unknown, self: Self): Happening | undefined {
  const { data } = Event.safeParse(event)
  if (!data) return undefined
  const { channel, subtype } = data
  if (subtype === 'message_deleted') {
    return data.deleted_ts === undefined ? undefined : { kind: 'deleted', channel, ts: data.deleted_ts }
  }
  if (subtype !== 'message_changed') {
    const arrival = readArrival(event, channel, self)
    return arrival && { kind: 'arrived', arrival }
  }
  const posted = Posted.safeParse(data.message).data
  // With replies below it, a deleted message leaves a stone behind.
  if (posted?.subtype === 'tombstone') return { kind: 'deleted', channel, ts: posted.ts }
  // Slack also "changes" a message when it shows what a link in it leads to.
  if (!posted?.edited && !posted?.files.some(isEmail)) return undefined
  const arrival = readArrival(data.message, channel, self)
  return arrival && { kind: 'edited', arrival }
}

/** A message of an event or of a channel's history; undefined when it is ours, in a thread, or nobody's words. */
export function readArrival(message: unknown, channel: string, self: Self): Arrival | undefined {
  const posted = Posted.safeParse(message).data
  if (!posted || !WORDS_OF_SOMEBODY.has(posted.subtype) || isOwn(posted, self)) return undefined
  if (posted.thread_ts !== undefined && posted.thread_ts !== posted.ts) return undefined
  const { messageId, ...read } = readMessage(message)
  if (read.input.kind === 'text' && read.input.text.trim() === '') return undefined
  return present({ channel, ts: posted.ts, said: toSaid(read), messageId })
}

export const toSaid = ({ input, needsFile, link }: MessageRead): Said => present({ input, needsFile, link })

const isEmail = ({ mode, filetype }: Posted['files'][number]): boolean =>
  mode === 'email' || filetype === 'email'

const isOwn = ({ bot_id, user }: Posted, { botId, botUserId }: Self): boolean =>
  (botId !== undefined && bot_id === botId) || (botUserId !== undefined && user === botUserId)
