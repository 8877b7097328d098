import { useState } from 'react'
import { getRequests } from '../api/singleops-api.ts'
import { getTraffic, type WorkspaceState } from '../api/workspace-api.ts'
import { useResource } from '../live/use-resource.ts'
import { TrafficRow } from './traffic-row.tsx'
import { fromSingleOps, fromSlack } from './wire-entry.ts'

/** More would only slow the page down; the filter reaches all. */
const SHOWN = 150

type Props = {
  readonly state: WorkspaceState
  readonly workspaceVersion: number
  readonly singleopsVersion: number
}

/** Every request between Slack, the app and SingleOps, newest first. */
export function TrafficPanel({ state, workspaceVersion, singleopsVersion }: Props) {
  const [filter, setFilter] = useState('')
  const app = state.offers.name
  const slack = useResource('slack', workspaceVersion, getTraffic)
  const singleops = useResource('singleops', singleopsVersion, getRequests)
  const entries = [
    ...(slack.value ?? []).map((entry) => fromSlack(entry, app)),
    ...(singleops.value ?? []).map((entry) => fromSingleOps(entry, app)),
  ].sort((one, other) => other.at - one.at)
  const words = filter.toLowerCase().split(/\s+/u)
  const found = entries.filter((entry) => {
    const text = `${entry.route} ${entry.what} ${entry.outcome} ${filter === '' ? '' : JSON.stringify(entry.request)}`
    return words.every((word) => text.toLowerCase().includes(word))
  })
  return (
    <>
      <div className="filters">
        <input
          type="search"
          aria-label="Filter requests"
          placeholder="Filter: a call, 429, a name…"
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
      </div>
      <p className="count" role="status">
        {found.length} of {entries.length} requests
      </p>
      <ul className="traffic">
        {found.slice(0, SHOWN).map((entry) => (
          <TrafficRow key={entry.key} entry={entry} />
        ))}
      </ul>
    </>
  )
}
