import type { ServerResponse } from 'node:http'
import type { Changes } from '../changes.ts'
import type { TrafficLog } from '../traffic.ts'
import { announceChanges } from './announce-changes.ts'

/** Writes server-sent events until the reader leaves: each entry of the traffic as it ends, and `change` once per turn. */
export function streamLive(response: ServerResponse, changes: Changes, traffic: TrafficLog): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  const write = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const stopChanges = announceChanges(changes, () => write('change', {}))
  const stopTraffic = traffic.listen((entry) => write('traffic', entry))
  response.on('close', () => {
    stopChanges()
    stopTraffic()
  })
  write('change', {})
}
