import type { WorkspaceState } from '../api/workspace-api.ts'
import { useNarrow } from '../live/use-narrow.ts'
import type { Go, Route } from '../live/use-route.ts'
import { useTheme } from '../live/use-theme.ts'
import type { PageSetting } from '../setting.ts'
import { PersonSwitch } from './person-switch.tsx'

type Props = {
  readonly setting: PageSetting
  readonly state: WorkspaceState
  readonly route: Route
  readonly go: Go
  readonly isTouring: boolean
  startTour(): void
}

const THEME_SIGNS = { auto: '◐', light: '☀', dark: '☾' } as const

export function TopBar({ setting, state, route, go, isTouring, startTour }: Props) {
  const [theme, changeTheme] = useTheme()
  const isNarrow = useNarrow()
  const isPanelShown = route.panel !== '' && (!isNarrow || route.part === 'panel')
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon narrow-only"
        aria-label="Channels"
        aria-pressed={route.part === 'list'}
        onClick={() => go({ part: route.part === 'list' ? 'chat' : 'list' })}
      >
        ☰
      </button>
      <h1>{setting.title}</h1>
      <PersonSwitch state={state} person={route.person} choose={(person) => go({ person, thread: '' })} />
      <span className="spacer" />
      {!isTouring && (
        <button type="button" className="bar-button" onClick={startTour}>
          Tour
        </button>
      )}
      <button
        type="button"
        className="bar-button"
        aria-pressed={isPanelShown}
        onClick={() => go(isPanelShown ? { panel: '', part: 'chat' } : { panel: 'singleops', part: 'panel' })}
      >
        <span className="wide-text">Behind the scenes</span>
        <span className="narrow-text">More</span>
      </button>
      <button type="button" className="icon" aria-label={`Colours: ${theme}`} onClick={changeTheme}>
        {THEME_SIGNS[theme]}
      </button>
    </header>
  )
}
