import type { TrafficEntry } from './api.ts'

const SHOWN = 15

/** The last traffic, one line each: for the message of a wait that ended in vain. */
export function describeTraffic(entries: readonly TrafficEntry[]): string {
  const lines = entries.slice(-SHOWN).map((entry) => {
    const end =
      entry.durationMs === undefined
        ? 'under way'
        : [entry.status, entry.error, `${entry.durationMs} ms`].filter((item) => item !== undefined).join(' ')
    return `  ${entry.direction} ${entry.what}${entry.retry ? ` (retry ${entry.retry})` : ''}: ${end}`
  })
  return lines.length === 0 ? 'No traffic yet.' : `Last traffic:\n${lines.join('\n')}`
}
