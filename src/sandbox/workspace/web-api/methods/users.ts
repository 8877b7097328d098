import type { WorkspaceUser } from '../../api.ts'
import { ApiError } from '../../errors.ts'
import type { JsonObject } from '../../json.ts'
import type { Parts } from '../../parts.ts'
import { TEAM } from '../../people.ts'
import { type Methods, pageOf, requiredText } from '../call.ts'

export const userMethods: Methods = {
  'users.info': {
    scopes: () => ['users:read'],
    run(call, parts) {
      const id = requiredText(call, 'user')
      const user = everybody(parts).find((person) => person.id === id)
      if (!user) throw new ApiError('user_not_found')
      return { user }
    },
  },
  'users.list': {
    scopes: () => ['users:read'],
    run(call, parts) {
      const { page, cursor } = pageOf(everybody(parts), call, 1000)
      return {
        members: page,
        cache_ts: Math.floor(parts.clock() / 1000),
        response_metadata: { next_cursor: cursor },
      }
    },
  },
  'users.lookupByEmail': {
    scopes: () => ['users:read.email'],
    run(call, parts) {
      const email = requiredText(call, 'email').toLowerCase()
      const user = parts.directory
        .users()
        .find((person) => person.email.toLowerCase() === email && !person.deleted)
      if (!user) throw new ApiError('users_not_found')
      return { user: personObject(user, parts) }
    },
  },
  'usergroups.list': {
    scopes: () => ['usergroups:read'],
    run: (call, { directory }) => ({
      usergroups: directory.groups().map((group) => ({
        id: group.id,
        team_id: TEAM.id,
        is_usergroup: true,
        name: group.handle,
        handle: group.handle,
        description: '',
        date_delete: 0,
        user_count: group.users.length,
        ...(String(call.args.include_users) === 'true' ? { users: [...group.users] } : {}),
      })),
    }),
  },
  'usergroups.users.list': {
    scopes: () => ['usergroups:read'],
    run(call, { directory }) {
      const id = requiredText(call, 'usergroup')
      const group = directory.groups().find((known) => known.id === id)
      if (!group) throw new ApiError('no_such_subteam')
      return { users: [...group.users] }
    },
  },
}

function everybody(parts: Parts): JsonObject[] {
  return [...parts.directory.users().map((user) => personObject(user, parts)), botObject(parts)]
}

function personObject(user: WorkspaceUser, { manifest, strictScopes, clock }: Parts): JsonObject {
  const showsEmail = !strictScopes || manifest.scopes.has('users:read.email')
  return {
    id: user.id,
    team_id: user.team_id,
    name: user.name,
    deleted: user.deleted,
    real_name: user.real_name,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: zoneOffsetSeconds(user.tz, clock()),
    profile: {
      real_name: user.real_name,
      display_name: user.name,
      real_name_normalized: user.real_name,
      display_name_normalized: user.name,
      ...(showsEmail ? { email: user.email } : {}),
      team: user.team_id,
    },
    is_admin: false,
    is_owner: false,
    is_restricted: user.is_restricted,
    is_ultra_restricted: false,
    is_stranger: user.is_stranger,
    is_bot: false,
    is_app_user: false,
  }
}

function botObject({ app, manifest }: Parts): JsonObject {
  return {
    id: app.bot_user_id,
    team_id: TEAM.id,
    name: manifest.botName.toLowerCase().replace(/\s+/gu, '_'),
    deleted: false,
    real_name: manifest.botName,
    profile: { real_name: manifest.botName, bot_id: app.bot_id, api_app_id: app.id, team: TEAM.id },
    is_restricted: false,
    is_bot: true,
    is_app_user: false,
  }
}

function zoneOffsetSeconds(timeZone: string, atMs: number): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(atMs)
    .find((part) => part.type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/u.exec(name ?? '') ?? []
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60
  return sign === '-' ? -seconds : seconds
}
