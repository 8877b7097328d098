import type { EphemeralMessage, Message } from '../api.ts'
import { copyOf } from '../json.ts'

/** What was posted: messages by channel, and what only one person sees. */
export type MessageLog = {
  add(channelId: string, message: Message): void
  find(channelId: string, ts: string): Message | undefined
  replace(channelId: string, message: Message): void
  remove(channelId: string, ts: string): void
  /** Oldest first, thread replies left out. */
  ofChannel(channelId: string): Message[]
  /** Oldest first, the parent included. */
  ofThread(channelId: string, threadTs: string): Message[]
  addEphemeral(userId: string, message: EphemeralMessage): void
  replaceEphemeral(userId: string, ts: string, message: EphemeralMessage | undefined): void
  ephemeralsOf(userId: string): EphemeralMessage[]
}

export function createMessageLog(changed: () => void): MessageLog {
  const byChannel = new Map<string, Message[]>()
  const ephemerals = new Map<string, EphemeralMessage[]>()

  const all = (channelId: string) => byChannel.get(channelId) ?? []
  const find = (channelId: string, ts: string) => all(channelId).find((message) => message.ts === ts)

  function recountThread(channelId: string, threadTs: string): void {
    const parent = find(channelId, threadTs)
    if (!parent) return
    const replies = all(channelId).filter((message) => isReply(message) && message.thread_ts === threadTs)
    const latest = replies.at(-1)
    if (!latest) {
      for (const key of ['thread_ts', 'reply_count', 'reply_users', 'reply_users_count', 'latest_reply']) {
        delete parent[key]
      }
      return
    }
    const users = [...new Set(replies.map((reply) => String(reply.user ?? reply.bot_id)))]
    parent.thread_ts = threadTs
    parent.reply_count = replies.length
    parent.reply_users_count = users.length
    parent.reply_users = users
    parent.latest_reply = latest.ts
  }

  return {
    find,
    add(channelId, message) {
      byChannel.set(channelId, [...all(channelId), message])
      if (isReply(message)) recountThread(channelId, String(message.thread_ts))
      changed()
    },
    replace(channelId, message) {
      byChannel.set(
        channelId,
        all(channelId).map((known) => (known.ts === message.ts ? message : known)),
      )
      changed()
    },
    remove(channelId, ts) {
      const removed = find(channelId, ts)
      byChannel.set(
        channelId,
        all(channelId).filter((message) => message.ts !== ts),
      )
      if (removed && isReply(removed)) recountThread(channelId, String(removed.thread_ts))
      changed()
    },
    ofChannel: (channelId) =>
      all(channelId).filter((message) => !isReply(message) || message.subtype === 'thread_broadcast'),
    ofThread: (channelId, threadTs) =>
      all(channelId).filter((message) => message.ts === threadTs || message.thread_ts === threadTs),
    addEphemeral(userId, message) {
      ephemerals.set(userId, [...(ephemerals.get(userId) ?? []), message])
      changed()
    },
    replaceEphemeral(userId, ts, message) {
      const kept = (ephemerals.get(userId) ?? []).flatMap((known) =>
        known.ts === ts ? (message ?? []) : known,
      )
      ephemerals.set(userId, kept)
      changed()
    },
    ephemeralsOf: (userId) => copyOf(ephemerals.get(userId) ?? []),
  }
}

function isReply(message: Message): boolean {
  return typeof message.thread_ts === 'string' && message.thread_ts !== message.ts
}
