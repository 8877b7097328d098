import { type KeyboardEvent, useRef } from 'react'
import type { WorkspaceState } from '../api/workspace-api.ts'
import type { PageSetting } from '../setting.ts'
import { EmailPanel } from './email-panel.tsx'
import { FaultsPanel } from './faults-panel.tsx'
import { SingleOpsPanel } from './singleops-panel.tsx'
import { TrafficPanel } from './traffic-panel.tsx'

const TABS = [
  { key: 'singleops', title: 'SingleOps' },
  { key: 'traffic', title: 'Traffic' },
  { key: 'faults', title: 'Faults' },
  { key: 'email', title: 'Emails' },
] as const

type Props = {
  readonly panel: string
  readonly setting: PageSetting
  readonly state: WorkspaceState
  readonly workspaceVersion: number
  readonly singleopsVersion: number
  open(panel: string): void
  goToInbox(): void
}

/** What stands beside the workspace: what an engineer or the office would look at. */
export function Panels({
  panel,
  setting,
  state,
  workspaceVersion,
  singleopsVersion,
  open,
  goToInbox,
}: Props) {
  const tabs = useRef<HTMLDivElement>(null)
  const current = TABS.find(({ key }) => key === panel) ?? TABS[0]
  function keyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const next = (TABS.indexOf(current) + step + TABS.length) % TABS.length
    open(TABS[next]?.key ?? current.key)
    tabs.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <aside className="panels" aria-label="Behind the scenes">
      <div ref={tabs} className="tabs" role="tablist" aria-label="Behind the scenes" onKeyDown={keyDown}>
        {TABS.map(({ key, title }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`tab-${key}`}
            aria-controls="panel"
            aria-selected={key === current.key}
            tabIndex={key === current.key ? 0 : -1}
            onClick={() => open(key)}
          >
            {title}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div className="panel" id="panel" role="tabpanel" aria-labelledby={`tab-${current.key}`} tabIndex={0}>
        {current.key === 'singleops' && <SingleOpsPanel version={singleopsVersion} />}
        {current.key === 'traffic' && (
          <TrafficPanel
            state={state}
            workspaceVersion={workspaceVersion}
            singleopsVersion={singleopsVersion}
          />
        )}
        {current.key === 'faults' && <FaultsPanel version={workspaceVersion + singleopsVersion} />}
        {current.key === 'email' && <EmailPanel setting={setting} sent={goToInbox} />}
      </div>
    </aside>
  )
}
