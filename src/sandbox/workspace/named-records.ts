import type { UserGroup, Workspace, WorkspaceChannel, WorkspaceUser } from './api.ts'
import type { Channel, Directory } from './directory.ts'

/** People by name; the default ones are always there. */
export function userRecord(directory: Directory): Workspace['users'] {
  const all = Object.fromEntries(directory.users().map((user) => [user.name, user]))
  const one = (name: string): WorkspaceUser => required(all[name], name)
  return {
    ...all,
    ana: one('ana'),
    sam: one('sam'),
    olivia: one('olivia'),
    gus: one('gus'),
    xavier: one('xavier'),
  }
}

/** Channels by name as they are now. */
export function channelRecord(directory: Directory): Workspace['channels'] {
  const all = Object.fromEntries(directory.channels().map((channel) => [channel.name, shown(channel)]))
  const one = (name: string): WorkspaceChannel => required(all[name], name)
  return {
    ...all,
    leads: one('leads'),
    'leads-inbox': one('leads-inbox'),
    office: one('office'),
    general: one('general'),
  }
}

function shown({ id, name, kind, is_archived, bot_member, members }: Channel): WorkspaceChannel {
  return { id, name, kind, is_archived, bot_member, members: [...members] }
}

export function groupRecord(directory: Directory): Workspace['groups'] {
  const all = Object.fromEntries(directory.groups().map((group) => [group.handle, group]))
  return { ...all, office: required<UserGroup>(all.office, 'office') }
}

function required<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`The workspace lacks ${name}.`)
  return value
}
