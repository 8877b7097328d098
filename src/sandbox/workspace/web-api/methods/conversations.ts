import type { Channel } from '../../directory.ts'
import { ApiError, invalidArguments } from '../../errors.ts'
import { copyOf, type JsonObject } from '../../json.ts'
import type { Parts } from '../../parts.ts'
import { TEAM } from '../../people.ts'
import { type Call, flag, type Methods, optionalText, pageOf, requiredText } from '../call.ts'
import { channelScope, joinedChannel, SCOPE_PREFIX, visibleChannel } from '../channel-access.ts'

const KIND_OF_TYPE = { public_channel: 'public', private_channel: 'private', im: 'im', mpim: 'mpim' } as const

export const conversationMethods: Methods = {
  'conversations.open': {
    scopes: (call) => (String(call.args.users ?? '').includes(',') ? ['mpim:write'] : ['im:write']),
    run(call, parts) {
      const channelId = optionalText(call, 'channel')
      const known = channelId === undefined ? undefined : parts.directory.channel(channelId)
      if (channelId !== undefined && !known) throw new ApiError('channel_not_found')
      const ids = known ? [...known.members] : requiredText(call, 'users').split(',')
      const people = ids.map((id) => parts.directory.users().find((user) => user.id === id.trim()))
      if (people.includes(undefined)) throw new ApiError('user_not_found')
      const users = people.flatMap((user) => user ?? [])
      if (users.some((user) => user.deleted)) throw new ApiError('user_disabled')
      const [first] = users
      const channel =
        known ??
        (first && users.length === 1
          ? parts.directory.dm(first.id)
          : parts.directory.groupDm(users.map((user) => user.id)))
      return { channel: flag(call, 'return_im') ? channelObject(channel, parts) : { id: channel.id } }
    },
  },
  'conversations.info': {
    scopes: (call, parts) => channelScope(call, parts, 'read'),
    run: (call, parts) => ({ channel: channelObject(visibleChannel(call, parts), parts) }),
  },
  'conversations.list': {
    scopes: (call) => wantedKinds(call).map((kind) => `${SCOPE_PREFIX[kind]}:read`),
    run(call, parts) {
      const kinds = wantedKinds(call)
      const listed = [...parts.directory.channels(), ...parts.directory.directMessages()]
        .filter((channel) => kinds.includes(channel.kind))
        .filter((channel) => channel.kind !== 'private' || channel.bot_member)
        .filter((channel) => !(flag(call, 'exclude_archived') && channel.is_archived))
      const { page, cursor } = pageOf(listed, call, 100)
      return {
        channels: page.map((channel) => channelObject(channel, parts)),
        response_metadata: { next_cursor: cursor },
      }
    },
  },
  'conversations.members': {
    scopes: (call, parts) => channelScope(call, parts, 'read'),
    run(call, parts) {
      const channel = visibleChannel(call, parts)
      const members = [...channel.members, ...(channel.bot_member ? [parts.app.bot_user_id] : [])]
      const { page, cursor } = pageOf(members, call, 100)
      return { members: page, response_metadata: { next_cursor: cursor } }
    },
  },
  'conversations.join': {
    scopes: () => ['channels:join'],
    run(call, parts) {
      const channel = visibleChannel(call, parts)
      if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type')
      if (channel.is_archived) throw new ApiError('is_archived')
      channel.bot_member = true
      parts.changes.emit()
      return { channel: channelObject(channel, parts) }
    },
  },
  'conversations.history': {
    scopes: (call, parts) => channelScope(call, parts, 'history'),
    run(call, parts) {
      const channel = joinedChannel(call, parts)
      const newestFirst = parts.messages.ofChannel(channel.id).filter(inRange(call)).reverse()
      return messagePage(newestFirst, call)
    },
  },
  'conversations.replies': {
    scopes: (call, parts) => channelScope(call, parts, 'history'),
    run(call, parts) {
      const channel = joinedChannel(call, parts)
      const ts = requiredText(call, 'ts')
      const named = parts.messages.find(channel.id, ts)
      if (!named) throw new ApiError('thread_not_found')
      const parentTs = typeof named.thread_ts === 'string' ? named.thread_ts : ts
      const thread = parts.messages.ofThread(channel.id, parentTs)
      return messagePage(
        thread.filter((message) => message.ts === parentTs || inRange(call)(message)),
        call,
      )
    },
  },
}

function wantedKinds(call: Call): Channel['kind'][] {
  const types = (optionalText(call, 'types') ?? 'public_channel').split(',').map((type) => type.trim())
  return types.map((type) => {
    if (!(type in KIND_OF_TYPE)) throw new ApiError('invalid_types')
    return KIND_OF_TYPE[type as keyof typeof KIND_OF_TYPE]
  })
}

function inRange(call: Call): (message: JsonObject) => boolean {
  const oldest = optionalText(call, 'oldest') ?? '0'
  const latest = optionalText(call, 'latest')
  const inclusive = flag(call, 'inclusive')
  for (const bound of [oldest, latest ?? '0']) {
    if (!/^\d+(\.\d+)?$/u.test(bound)) throw invalidArguments('must be a timestamp')
  }
  return (message) => {
    const ts = String(message.ts)
    const after = compareTs(ts, oldest)
    const before = latest === undefined ? -1 : compareTs(ts, latest)
    return inclusive ? after >= 0 && before <= 0 : after > 0 && before < 0
  }
}

function compareTs(left: string, right: string): number {
  const micros = (ts: string) => {
    const [seconds = '0', fraction = ''] = ts.split('.')
    return BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6))
  }
  return Number(micros(left) - micros(right))
}

function messagePage(messages: readonly JsonObject[], call: Call): JsonObject {
  const { page, cursor } = pageOf(messages, call, 100)
  const withMetadata = flag(call, 'include_all_metadata')
  return {
    messages: page.map((message) => {
      const { metadata, ...rest } = copyOf(message)
      return withMetadata && metadata !== undefined ? { ...rest, metadata } : rest
    }),
    has_more: cursor !== '',
    pin_count: 0,
    ...(cursor === '' ? {} : { response_metadata: { next_cursor: cursor } }),
  }
}

function channelObject(channel: Channel, parts: Pick<Parts, 'app'>): JsonObject {
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.is_archived,
    is_im: channel.kind === 'im',
    is_mpim: channel.kind === 'mpim',
    context_team_id: TEAM.id,
  }
  if (channel.kind === 'im') return { ...common, user: channel.user ?? '', is_open: true }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_private: channel.kind !== 'public',
    is_general: channel.name === 'general',
    is_member: channel.bot_member,
    is_shared: channel.is_ext_shared,
    is_ext_shared: channel.is_ext_shared,
    creator: parts.app.bot_user_id,
    num_members: channel.members.size + (channel.bot_member ? 1 : 0),
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  }
}
