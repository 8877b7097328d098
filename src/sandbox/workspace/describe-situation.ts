import type { TrafficEntry } from './api.ts'
import type { Parts } from './parts.ts'
import { displayView } from './views/displayed-view.ts'

const SHOWN = 15

/** The last traffic and the open modals: for the message of a wait that ended in vain. */
export function describeSituation(
  parts: Pick<Parts, 'traffic' | 'directory' | 'views' | 'app' | 'quirks'>,
): string {
  const modals = parts.directory.users().flatMap((user) => {
    const top = parts.views.topOf(user.id)
    return top ? [`${user.name} sees:\n${displayView(top, parts).text.replace(/^/gmu, '  ')}`] : []
  })
  return [describeTraffic(parts.traffic.entries()), ...modals].join('\n')
}

function describeTraffic(entries: readonly TrafficEntry[]): string {
  const lines = entries.slice(-SHOWN).map((entry) => {
    const end =
      entry.durationMs === undefined
        ? 'under way'
        : [entry.status, entry.error, `${entry.durationMs} ms`].filter((item) => item !== undefined).join(' ')
    return `  ${entry.direction} ${entry.what}${entry.retry ? ` (retry ${entry.retry})` : ''}: ${end}`
  })
  return lines.length === 0 ? 'No traffic yet.' : `Last traffic:\n${lines.join('\n')}`
}
