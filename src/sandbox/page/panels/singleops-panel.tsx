import { useState } from 'react'
import { ClientList } from './client-list.tsx'
import { JobList } from './job-list.tsx'
import { TaskList } from './task-list.tsx'

const VIEWS = ['Leads', 'Tasks', 'Clients'] as const

/** What SingleOps holds, as the office sees it. */
export function SingleOpsPanel({ version }: { readonly version: number }) {
  const [view, setView] = useState<(typeof VIEWS)[number]>('Leads')
  return (
    <>
      <fieldset className="switch">
        <legend className="visually-hidden">What of SingleOps</legend>
        {VIEWS.map((name) => (
          <button key={name} type="button" aria-pressed={name === view} onClick={() => setView(name)}>
            {name}
          </button>
        ))}
      </fieldset>
      {view === 'Leads' && <JobList version={version} />}
      {view === 'Tasks' && <TaskList version={version} />}
      {view === 'Clients' && <ClientList version={version} />}
    </>
  )
}
