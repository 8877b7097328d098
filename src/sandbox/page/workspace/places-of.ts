import type { WorkspaceState } from '../api/workspace-api.ts'

/** Something that the sidebar lists. */
export type Place = {
  readonly kind: 'channel' | 'app'
  /** In the address: a channel's name, `dm` or `home`. */
  readonly name: string
  readonly title: string
  /** How the control API names its messages; undefined for the Home. */
  readonly key: string | undefined
}

/** What this person can open. */
export function placesOf(state: WorkspaceState, person: string): Place[] {
  const user = state.users.find(({ name }) => name === person)
  if (!user) return []
  const channels = state.channels
    .filter(({ members }) => members.includes(user.id))
    .map(({ id, name, kind, is_archived }): Place => {
      const sign = kind === 'private' ? '🔒 ' : '# '
      return { kind: 'channel', name, title: `${sign}${name}${is_archived ? ' (archived)' : ''}`, key: id }
    })
  if (user.is_stranger) return channels
  return [
    ...channels,
    ...(state.offers.home ? [{ kind: 'app', name: 'home', title: 'Home', key: undefined } as const] : []),
    { kind: 'app', name: 'dm', title: 'Messages', key: `dm:${person}` },
  ]
}
