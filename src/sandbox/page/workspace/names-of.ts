import type { WorkspaceState } from '../api/workspace-api.ts'
import type { Places } from '../fields/places.ts'
import type { Names } from '../text/names.ts'

export function namesOf(state: WorkspaceState, person: string): Names {
  const { users, channels, groups, app, offers } = state
  const people = new Map([
    ...users.map(({ id, real_name }) => [id, real_name] as const),
    [app.bot_user_id, offers.name],
  ])
  const places = new Map(channels.map(({ id, name }) => [id, name]))
  const handles = new Map(groups.map(({ id, handle }) => [id, handle]))
  return {
    user: (id) => people.get(id),
    channel: (id) => places.get(id),
    group: (id) => handles.get(id),
    timeZone: users.find(({ name }) => name === person)?.tz ?? 'UTC',
  }
}

export function pickablePlaces({ users, channels }: WorkspaceState): Places {
  return {
    users: users.map(({ id, real_name }) => ({ value: id, text: real_name, description: '' })),
    channels: channels.map(({ id, name }) => ({ value: id, text: `# ${name}`, description: '' })),
  }
}
