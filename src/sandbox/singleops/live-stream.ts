import type { ServerResponse } from 'node:http'
import type { Changes } from '../workspace/changes.ts'
import { announceChanges } from '../workspace/control/announce-changes.ts'

/** Writes a server-sent event `change` whenever there is something new to look at, until the reader leaves. */
export function streamLive(response: ServerResponse, changes: Changes): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  const write = () => response.write('event: change\ndata: {}\n\n')
  response.on('close', announceChanges(changes, write))
  write()
}
