import type { WorkspaceState } from '../api/workspace-api.ts'
import type { Place } from './places-of.ts'

type Props = {
  readonly state: WorkspaceState
  readonly places: readonly Place[]
  readonly current: string
  isUnread(place: Place): boolean
  open(place: string): void
}

/** Channels and the app. */
export function Sidebar({ state, places, current, isUnread, open }: Props) {
  const group = (kind: Place['kind'], title: string) => {
    const shown = places.filter((place) => place.kind === kind)
    if (shown.length === 0) return null
    return (
      <>
        <h2>{title}</h2>
        <ul>
          {shown.map((place) => (
            <li key={place.name}>
              <button
                type="button"
                className={isUnread(place) ? 'place unread' : 'place'}
                aria-current={place.name === current ? 'page' : undefined}
                onClick={() => open(place.name)}
              >
                <span className="place-name">{place.title}</span>
                {isUnread(place) && <span className="dot" role="img" aria-label="new messages" />}
              </button>
            </li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <nav className="sidebar" aria-label="Workspace">
      {group('channel', 'Channels')}
      {group('app', `Apps · ${state.offers.name}`)}
    </nav>
  )
}
