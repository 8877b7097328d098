import type { ChannelSeed, UserGroup, UserSeed, WorkspaceChannel, WorkspaceUser } from './api.ts'
import { namedId, newId } from './ids.ts'
import {
  DEFAULT_CHANNELS,
  DEFAULT_GROUPS,
  DEFAULT_USERS,
  OTHER_TEAM_ID,
  TEAM,
  withDefaults,
} from './people.ts'

export type Channel = {
  readonly id: string
  readonly name: string
  kind: WorkspaceChannel['kind']
  is_archived: boolean
  readonly is_ext_shared: boolean
  bot_member: boolean
  readonly members: Set<string>
  /** Epoch seconds. */
  readonly created: number
  /** The person of a direct message. */
  readonly user?: string
}

/** The people, channels and user groups of the workspace. */
export type Directory = {
  users(): WorkspaceUser[]
  /** By id, name or full name. */
  user(ref: string): WorkspaceUser | undefined
  /** All but direct messages. */
  channels(): Channel[]
  directMessages(): Channel[]
  /** By id or name, with or without `#`; direct messages by id only. */
  channel(ref: string): Channel | undefined
  /** The direct message between the app and this person; made when it is first asked for. */
  dm(userId: string): Channel
  groupDm(userIds: readonly string[]): Channel
  groups(): UserGroup[]
}

export function createDirectory(
  seeds: { users?: readonly UserSeed[]; channels?: readonly ChannelSeed[] },
  createdSeconds: number,
): Directory {
  const userSeeds = withDefaults(DEFAULT_USERS, seeds.users)
  const users = namedRecords('U', userSeeds, toUser)
  const groups = toGroups(userSeeds, users)
  const natives = [...users.values()].filter((user) => !user.is_stranger)
  const channels = namedRecords('C', withDefaults(DEFAULT_CHANNELS, seeds.channels), (seed, id): Channel => {
    const members = seed.members?.map((name) => memberId(name)) ?? natives.map((user) => user.id)
    return {
      id,
      name: seed.name,
      kind: seed.is_private ? 'private' : 'public',
      is_archived: seed.is_archived ?? false,
      is_ext_shared: seed.is_ext_shared ?? false,
      bot_member: seed.bot_member ?? true,
      members: new Set(members),
      created: createdSeconds,
    }
  })
  const direct = new Map<string, Channel>()

  function findUser(ref: string): WorkspaceUser | undefined {
    const name = ref.replace(/^@/u, '')
    return users.get(name) ?? [...users.values()].find((user) => user.id === ref || user.real_name === name)
  }
  function memberId(name: string): string {
    const user = findUser(name)
    if (!user) throw new Error(`No person is called ${name}.`)
    return user.id
  }
  function direction(key: string, kind: 'im' | 'mpim', members: readonly string[]): Channel {
    const known = direct.get(key)
    if (known) return known
    const other = members[0]
    const owner = [...users.values()].find((user) => user.id === other)
    const made: Channel = {
      id: kind === 'im' ? namedId('D', owner?.name ?? key, () => false) : newId('G'),
      name: kind === 'im' ? 'directmessage' : `mpdm-${members.length}`,
      kind,
      is_archived: false,
      is_ext_shared: false,
      bot_member: true,
      members: new Set(members),
      created: createdSeconds,
      ...(kind === 'im' && other !== undefined ? { user: other } : {}),
    }
    const taken = [...direct.values()].some((channel) => channel.id === made.id)
    const channel = taken ? { ...made, id: newId('D') } : made
    direct.set(key, channel)
    return channel
  }

  return {
    users: () => [...users.values()],
    user: findUser,
    channels: () => [...channels.values()],
    directMessages: () => [...direct.values()],
    channel(ref) {
      const byName = channels.get(ref.replace(/^#/u, ''))
      return byName ?? [...channels.values(), ...direct.values()].find((channel) => channel.id === ref)
    },
    dm: (userId) => direction(userId, 'im', [userId]),
    groupDm: (userIds) => direction([...userIds].sort().join(','), 'mpim', userIds),
    groups: () => groups,
  }
}

function namedRecords<Seed extends { readonly name: string }, Item extends { readonly id: string }>(
  prefix: string,
  seeds: readonly Seed[],
  make: (seed: Seed, id: string) => Item,
): Map<string, Item> {
  const records = new Map<string, Item>()
  for (const seed of seeds) {
    const taken = (id: string) => [...records.values()].some((item) => item.id === id)
    records.set(seed.name, make(seed, namedId(prefix, seed.name, taken)))
  }
  return records
}

function toUser(seed: UserSeed, id: string): WorkspaceUser {
  return {
    id,
    name: seed.name,
    real_name: seed.real_name ?? seed.name,
    email: seed.email ?? `${seed.name}@example.com`,
    team_id: seed.is_stranger ? OTHER_TEAM_ID : TEAM.id,
    tz: seed.tz ?? 'America/New_York',
    is_restricted: seed.is_restricted ?? false,
    is_stranger: seed.is_stranger ?? false,
    deleted: seed.deleted ?? false,
  }
}

function toGroups(seeds: readonly UserSeed[], users: ReadonlyMap<string, WorkspaceUser>): UserGroup[] {
  const handles = new Set([...DEFAULT_GROUPS, ...seeds.flatMap((seed) => seed.groups ?? [])])
  return [...handles].map((handle) => ({
    id: namedId('S', handle, () => false),
    handle,
    users: seeds
      .filter((seed) => seed.groups?.includes(handle))
      .flatMap((seed) => users.get(seed.name)?.id ?? []),
  }))
}
