import type { WorkspaceUser } from '../../workspace/api.ts'
import type { WorkspaceState } from '../api/workspace-api.ts'

type Props = { readonly state: WorkspaceState; readonly person: string; choose(name: string): void }

/** Who one is. */
export function PersonSwitch({ state, person, choose }: Props) {
  return (
    <label className="person-switch">
      <span>You are</span>
      <select aria-label="You are" value={person} onChange={({ target }) => choose(target.value)}>
        {state.users.map((user) => (
          <option key={user.id} value={user.name}>
            {user.real_name}
            {roleOf(user, state)}
          </option>
        ))}
      </select>
    </label>
  )
}

function roleOf(user: WorkspaceUser, { groups }: WorkspaceState): string {
  if (user.is_stranger) return ' (another company)'
  if (user.is_restricted) return ' (guest)'
  const handles = groups.filter(({ users }) => users.includes(user.id)).map(({ handle }) => handle)
  return handles.length > 0 ? ` (@${handles.join(', @')})` : ''
}
